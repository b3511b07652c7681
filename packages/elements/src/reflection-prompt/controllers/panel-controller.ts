import { openerId, validate, type FieldError, type Fields, type Panel } from '../model/panel.js';
import type { Reflection, StoreResult } from '../model/reflection.js';
import type { Writing, Writings } from '../model/writings.js';
import { maxBackupSize, readBackup, writeBackup, type BackupFailure } from '../store/backup.js';
import type { RestoreMode } from '../store/plans.js';
import type { ReflectionStore } from '../store/reflection-store.js';
import type { Announcement, Feedback, Sentence } from './feedback.js';
import type { SavedController } from './saved-controller.js';

/** Where the reason why a file could not be read is shown, and how. */
const backupErrors: Record<BackupFailure, FieldError> = {
  damaged: { field: 'file', message: 'damagedFile' },
  newer: { field: 'file', message: 'newer' },
  'wrong-passphrase': { field: 'current', message: 'wrong' },
};

/** The forms and confirmations of the list, of which at most one is open. */
export class PanelController {
  /** The open panel. */
  panel: Panel | undefined;
  /** The mistake in the open form. */
  fieldError: FieldError | undefined;
  /** Number of reflections to show. */
  visible = 20;

  /** @param offer - offers a file to the browser */
  constructor(
    private readonly saved: SavedController,
    private readonly feedback: Feedback,
    private readonly writings: Writings,
    private readonly offer: (text: string, extension: 'txt' | 'md' | 'json') => void,
  ) {}

  showMore(): void {
    const next = this.saved.reflections[this.visible];
    this.visible += 100;
    void this.feedback.moveFocus(`#change-${next?.id}`);
  }

  /** Opens or closes the list, which is rendered once it has been read. */
  toggleList(open: boolean): void {
    // The event also fires for a list that was rendered open.
    if (open === this.saved.expanded) return;
    this.dismiss();
    this.saved.expanded = open;
    void this.saved.refresh();
  }

  open(panel: Panel): void {
    this.dismiss(panel);
    this.saved.expanded = true;
    this.feedback.moveOn('#panel input', '#sure');
  }

  /** Closes the panel without doing anything. */
  cancel(): void {
    const opener = openerId(this.panel as Panel);
    this.dismiss();
    this.feedback.moveOn(`#${opener}`, '.saved summary');
  }

  /** Closes the panel, or replaces it. The caller updates the host. */
  dismiss(panel?: Panel): void {
    this.panel = panel;
    this.fieldError = undefined;
  }

  /** Locks the store if a passphrase is set. */
  lock(): void {
    if (!this.saved.encrypted) return;
    this.dismiss();
    this.saved.lock();
  }

  /** Locks the store, and asks for the passphrase. */
  lockNow(): void {
    this.lock();
    void this.feedback.moveFocus('.saved input');
  }

  /** Offers a text to the browser as a file. */
  export(text: string, extension: 'txt' | 'md'): void {
    this.offer(text, extension);
    this.feedback.announce('downloaded');
    this.feedback.file = text;
  }

  /** Deletes a reflection, unless another tab has changed it since it was read. */
  async remove(id: string): Promise<void> {
    await this.saved.run(async (store) => {
      const version = this.saved.versionOf(id);
      const result = version ? await store.remove(id, version) : 'done';
      return this.#endDeletion(result, 'remove', (writing) => writing.id === id);
    });
    await this.feedback.moveFocus('.saved summary');
  }

  /** Deletes everything. */
  async clear(): Promise<void> {
    await this.saved.run(async (store) =>
      this.#endDeletion(await store.clear(), 'clear', ({ version, refusedAt }) => version || refusedAt),
    );
    await this.feedback.moveFocus('.saved summary');
  }

  /** Restores the checked backup. */
  async restore(backup: readonly Reflection[], mode: RestoreMode): Promise<void> {
    await this.saved.run(async (store) => this.#end(await store.restore(backup, mode), mode));
    await this.feedback.moveFocus('.saved summary');
  }

  async unlock({ current = '' }: Fields): Promise<void> {
    await this.#runForm({ current }, async (store) => this.#end(await store.unlock(current), 'open'));
  }

  /** Sets or changes the passphrase. */
  async setPassphrase(fields: Fields): Promise<void> {
    const { panel } = this;
    const { current = '', next = '' } = fields;
    let then: (() => Promise<void>) | undefined;
    await this.#runForm(
      fields,
      async (store) => {
        const button = store.encrypted ? 'changePassphrase' : 'setPassphrase';
        const result = await store.setPassphrase(current, next);
        // Only if the panel is still open.
        if (result === 'done' && panel === this.panel) then = panel?.then;
        return this.#end(result, button);
      },
      () => then?.(),
    );
  }

  async removePassphrase({ current = '' }: Fields): Promise<void> {
    await this.#runForm({ current }, async (store) =>
      this.#end(await store.setPassphrase(current, ''), 'dropPassphrase'),
    );
  }

  /** Offers everything in the list to the browser as an encrypted file. */
  async makeBackup(fields: Fields): Promise<void> {
    let text: string | undefined;
    await this.#runForm(
      fields,
      async () => {
        text = await writeBackup(this.saved.reflections, fields.next ?? '').catch(() => undefined);
        if (!text) return ['failed', 'unchanged'];
        this.dismiss();
        this.offer(text, 'json');
        return ['backedUp'];
      },
      () => {
        this.feedback.file = text;
        return undefined;
      },
    );
  }

  /** Reads a whole backup. Nothing is changed. */
  async checkBackup(fields: Fields): Promise<void> {
    const { file, current = '' } = fields;
    await this.#runForm(fields, async () => {
      // The file may be gone by now, or be any file.
      const text = file && file.size <= maxBackupSize ? await file.text().catch(() => '') : '';
      const backup = await readBackup(text, current);
      if (typeof backup === 'object') {
        this.dismiss({ name: 'restore', backup });
        return ['whole'];
      }
      this.fieldError = backupErrors[backup];
      return [];
    });
  }

  /** Runs a form's operation if the form is valid. @param follow - what follows; without a promise, the focus moves */
  async #runForm(
    fields: Fields,
    operation: (store: ReflectionStore) => Promise<Announcement>,
    follow?: () => Promise<void> | undefined,
  ): Promise<void> {
    await this.saved.run(async (store) => {
      this.fieldError = validate(fields);
      return this.fieldError ? [] : operation(store);
    });
    await (follow?.() ?? this.feedback.moveFocus('[aria-invalid]', '#panel', '.saved summary'));
  }

  /** Updates the list, and closes the panel after a success. @param button - label of the pressed button */
  async #end(result: StoreResult | 'conflict', button: Sentence): Promise<Announcement> {
    if (result === 'done') this.dismiss();
    await this.saved.list();
    switch (result) {
      case 'done':
        return ['did', button];
      case 'wrong-passphrase':
        this.fieldError = { field: 'current', message: 'wrong' };
        return [];
      case 'damaged':
        // The key, or an entry.
        return [this.saved.state === 'damaged' ? 'damaged' : 'unread'];
      case 'locked':
        return ['locked'];
      case 'quota':
        return ['noRoom', 'unchanged'];
      case 'conflict':
      case 'failed':
        return ['failed', 'unchanged'];
    }
  }

  /** @param isDeleted - whether a text in progress belongs to what was deleted */
  #endDeletion(
    result: StoreResult | 'conflict',
    button: Sentence,
    isDeleted: (writing: Writing) => unknown,
  ): Promise<Announcement> {
    if (result === 'done') {
      this.feedback.dispatch('deleted');
      this.writings.forget(isDeleted);
    }
    return this.#end(result, button);
  }
}
