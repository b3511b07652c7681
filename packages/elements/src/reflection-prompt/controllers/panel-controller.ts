import { openerId, validate, type FieldError, type Fields, type Panel } from '../model/panel.js';
import type { Reflection, StoreResult } from '../model/reflection.js';
import type { Writing, Writings } from '../model/writings.js';
import { maxBackupSize, readBackup, writeBackup, type BackupFailure } from '../store/backup.js';
import type { RestoreMode } from '../store/plans.js';
import type { ReflectionStore } from '../store/reflection-store.js';
import type { Announcement, Feedback, Sentence } from './feedback.js';
import type { SavedController } from './saved-controller.js';

/** Something to do with the store; returns what to announce. */
type Operation = (store: ReflectionStore) => Promise<Announcement>;

/** Where the reason why a file could not be read is shown, and how. */
const backupErrors: Record<BackupFailure, FieldError> = {
  damaged: { field: 'file', message: 'damagedFile' },
  newer: { field: 'file', message: 'newer' },
  'wrong-password': { field: 'current', message: 'wrong' },
};

/** The list of notes: its tools, and their forms and confirmations, of which at most one is open. */
export class PanelController {
  /** The open panel. */
  panel: Panel | undefined;
  /** The mistake in the open form. */
  fieldError: FieldError | undefined;
  /** Whether the passwords in the open form are readable. */
  passwordShown = false;
  /** Whether the tools are unfolded. */
  toolsOpen = false;
  /** Number of notes to show. */
  visible = 20;
  /** Whether the person has closed the panel of the operation in progress. */
  #abandoned = false;
  /** What follows once the password in the open form is set. */
  #then: Operation | undefined;

  /** @param offer - offers a file to the browser */
  constructor(
    private readonly saved: SavedController,
    private readonly feedback: Feedback,
    private readonly writings: Writings,
    private readonly offer: (text: string, extension: 'txt' | 'json') => void,
  ) {}

  showMore(): void {
    const next = this.saved.reflections[this.visible];
    this.visible += 100;
    void this.feedback.moveFocus(`#edit-${next?.id}`);
  }

  /** Opens or closes the list, which is rendered once it has been read. */
  toggleList(open: boolean): void {
    // The event also fires for a list that was rendered open.
    if (open === this.saved.expanded) return;
    this.dismiss();
    this.saved.expanded = open;
    void this.saved.refresh();
  }

  /** Follows the disclosure of the tools. */
  readonly toggleTools = ({ target }: Event): void => {
    this.toolsOpen = (target as HTMLDetailsElement).open;
  };

  /** Shows or hides the passwords in the open form. */
  showPassword(shown: boolean): void {
    this.passwordShown = shown;
    void this.feedback.moveFocus();
  }

  /** Opens a panel. @param then - what follows once a password is set */
  open(panel: Panel, then?: Operation): void {
    this.dismiss(panel);
    this.#then = then;
    // The tools, where the other panels are opened, may report later that they were unfolded.
    if (!then && panel.name !== 'delete') this.toolsOpen = true;
    this.feedback.moveOn('#checked', '#panel input', '#cancel');
  }

  /** Closes the panel without doing anything, or goes back to the one before it. */
  cancel(): void {
    const panel = this.panel as Panel;
    const then = this.#then;
    this.dismiss(panel.name === 'replace' ? { name: 'restore', backup: panel.backup } : undefined);
    this.feedback.moveOn(then ? '#after-title' : `#${openerId(panel)}`, '.saved summary');
  }

  /**
   * Closes the panel, or replaces it, as the person wants. An operation that is in progress no longer changes what is shown. The
   * caller updates the host.
   */
  dismiss(panel?: Panel): void {
    this.#abandoned = true;
    this.#show(panel);
  }

  /** Shows a panel, or none. */
  #show(panel?: Panel): void {
    this.panel = panel;
    this.#then = undefined;
    this.fieldError = undefined;
    this.passwordShown = false;
  }

  /** Locks the store if a password is set. */
  lock(): void {
    if (!this.saved.encrypted) return;
    this.dismiss();
    this.toolsOpen = false;
    this.saved.lock();
  }

  /** Locks the store, and asks for the password. */
  lockNow(): void {
    this.lock();
    void this.feedback.moveFocus('#unlock input');
  }

  /** Offers a text to the browser as a file. */
  export(text: string): void {
    this.offer(text, 'txt');
    this.feedback.announce('downloaded');
    this.feedback.showFile(text);
  }

  /** Deletes a reflection, unless another tab has changed it since it was read. */
  async delete(id: string): Promise<void> {
    await this.#run(async (store) => {
      const version = this.saved.versionOf(id);
      const isRefused = this.writings.refused.some((reflection) => reflection.id === id);
      // Another tab may have locked the store since the question was asked.
      const result = version ? await store.remove(id, version) : isRefused ? 'done' : 'conflict';
      return this.#endDeletion(result, 'deleted', (writing) => writing.id === id);
    });
    await this.feedback.moveFocus('.saved summary');
  }

  /** Deletes everything. */
  async deleteAll(): Promise<void> {
    await this.#run(async (store) =>
      this.#endDeletion(await store.clear(), 'allDeleted', ({ version, refusedAt }) => version || refusedAt),
    );
    await this.feedback.moveFocus('.saved summary');
  }

  /** Restores the checked backup. */
  async restore(backup: readonly Reflection[], mode: RestoreMode): Promise<void> {
    const announcement = mode === 'merge' ? 'added' : 'replaced';
    await this.#run(async (store) => this.#end(await store.restore(backup, mode), announcement));
    await this.feedback.moveFocus('.saved summary');
  }

  async unlock({ current = '' }: Fields): Promise<void> {
    await this.#runForm({ current }, async (store) => this.#end(await store.unlock(current), 'unlocked'), '.saved li');
  }

  /** Sets or changes the password. */
  async setPassword(fields: Fields): Promise<void> {
    const then = this.#then;
    const { current = '', next = '' } = fields;
    await this.#runForm(
      fields,
      async (store) => {
        const announcement = store.encrypted ? 'passwordChanged' : 'passwordSet';
        const result = await store.setPassword(current, next);
        const end = await this.#end(result, announcement);
        return then && result === 'done' && !this.#abandoned ? [...end, ...(await then(store))] : end;
      },
      then && '#after-title',
    );
  }

  async removePassword({ current = '' }: Fields): Promise<void> {
    await this.#runForm({ current }, async (store) =>
      this.#end(await store.setPassword(current, ''), 'passwordRemoved'),
    );
  }

  /** Offers everything in the list to the browser as an encrypted file. */
  async makeBackup(fields: Fields): Promise<void> {
    let text: string | undefined;
    await this.#runForm(fields, async () => {
      text = await writeBackup(this.saved.reflections, fields.next ?? '').catch(() => undefined);
      if (this.#abandoned) {
        text = undefined;
        return [];
      }
      if (!text) return ['failed', 'unchanged'];
      this.#show();
      this.offer(text, 'json');
      return ['backedUp'];
    });
    // After the announcement, which removes the file before it.
    this.feedback.showFile(text);
  }

  /** Reads a whole backup. Nothing is changed. */
  async openBackup(fields: Fields): Promise<void> {
    const { file, current = '' } = fields;
    await this.#runForm(
      fields,
      async () => {
        // The file may be gone by now, or be any file.
        const text = file && file.size <= maxBackupSize ? await file.text().catch(() => '') : '';
        const backup = await readBackup(text, current);
        if (this.#abandoned) return [];
        if (typeof backup === 'object') this.#show({ name: 'restore', backup });
        else this.fieldError = backupErrors[backup];
        return [];
      },
      '#checked',
    );
  }

  /** Runs a form's operation if the form is valid. @param next - selector of what gets the focus after a success */
  async #runForm(fields: Fields, operation: Operation, next?: string): Promise<void> {
    // Otherwise the browser may remember a readable password as a text that was typed.
    this.passwordShown = false;
    await this.#run(async (store) => {
      this.fieldError = validate(fields);
      const announcement = this.fieldError ? [] : await operation(store);
      // Focusing the field that has the focus is silent.
      return this.fieldError ? [this.fieldError.message] : announcement;
    });
    if (!this.#abandoned)
      await this.feedback.moveFocus('[aria-invalid]', next ?? '#panel [type=submit]', '.saved summary');
  }

  /** Runs an operation, unless another one is in progress. */
  async #run(operation: Operation): Promise<void> {
    if (this.saved.busy) return;
    this.#abandoned = false;
    this.fieldError = undefined;
    await this.saved.run(operation);
  }

  /** Updates the list, and closes the panel after a success, which is announced. */
  async #end(result: StoreResult | 'conflict', success: Sentence): Promise<Announcement> {
    if (result === 'done' && !this.#abandoned) this.#show();
    await this.saved.list();
    switch (result) {
      case 'done':
        return [success];
      case 'wrong-password':
        if (!this.#abandoned) this.fieldError = { field: 'current', message: 'wrong' };
        return [];
      case 'damaged':
        // The key, or an entry.
        return [this.saved.state === 'damaged' ? 'damaged' : 'unread'];
      case 'locked':
        return ['locked'];
      case 'quota':
        return ['noSpace', 'unchanged'];
      case 'conflict':
      case 'failed':
        return ['failed', 'unchanged'];
    }
  }

  /** @param isDeleted - whether a text in progress belongs to what was deleted */
  #endDeletion(
    result: StoreResult | 'conflict',
    success: Sentence,
    isDeleted: (writing: Writing) => unknown,
  ): Promise<Announcement> {
    if (result === 'done') {
      this.feedback.dispatch('deleted');
      this.writings.forget(isDeleted);
    }
    return this.#end(result, success);
  }
}
