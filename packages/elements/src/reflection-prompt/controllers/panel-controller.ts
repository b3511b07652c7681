import { openerId, validate, type FieldError, type Fields, type Panel } from '../model/panel.js';
import type { Reflection, StoreResult } from '../model/reflection.js';
import type { Writing, Writings } from '../model/writings.js';
import { readBackup, writeBackup } from '../store/backup.js';
import type { RestoreMode } from '../store/plans.js';
import type { ReflectionStore } from '../store/reflection-store.js';
import type { Announcement, Feedback, Sentence } from './feedback.js';
import type { SavedController } from './saved-controller.js';

/** Far larger than any backup, and small enough for the memory of a phone. */
const maxFileSize = 50e6;

/** The list with its forms and questions: at most one of them is open. */
export class PanelController {
  /** The open panel. */
  panel: Panel | undefined;
  /** The mistake in the open form. */
  fieldError: FieldError | undefined;
  /** Number of reflections to show. */
  visible = 20;

  /** @param download - gives a file to the person */
  constructor(
    private readonly saved: SavedController,
    private readonly feedback: Feedback,
    private readonly writings: Writings,
    private readonly download: (text: string, extension: 'txt' | 'md' | 'json') => void,
  ) {}

  showMore(): void {
    const next = this.saved.reflections[this.visible];
    this.visible += 100;
    void this.feedback.moveFocus(`#change-${next?.id}`);
  }

  /** Opens or closes the list. It is rendered once it was read. */
  toggleList(open: boolean): void {
    // The event is also fired for a list that was rendered open.
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
    this.feedback.moveOn(`#${opener}`, '.kept summary');
  }

  /** Closes the panel, or replaces it. The caller updates the host. */
  dismiss(panel?: Panel): void {
    this.panel = panel;
    this.fieldError = undefined;
  }

  /** Locks what a passphrase protects. */
  lock(): void {
    if (!this.saved.encrypted) return;
    this.dismiss();
    this.saved.lock();
  }

  /** Locks, and asks for the passphrase. */
  lockNow(): void {
    this.lock();
    void this.feedback.moveFocus('.kept input');
  }

  /** Downloads a text, and announces it. */
  export(text: string, extension: 'txt' | 'md'): void {
    this.download(text, extension);
    this.feedback.announce('did', 'download');
  }

  /** Deletes a reflection, unless another tab has changed it since it was read. */
  async remove(id: string): Promise<void> {
    await this.saved.run(async (store) => {
      const version = this.saved.versionOf(id);
      const result = version ? await store.remove(id, version) : 'done';
      return this.#endDeletion(result, 'remove', (writing) => writing.id === id);
    });
    await this.feedback.moveFocus('.kept summary');
  }

  /** Deletes everything. */
  async clear(): Promise<void> {
    await this.saved.run(async (store) =>
      this.#endDeletion(await store.clear(), 'clear', ({ version, refusedAt }) => version || refusedAt),
    );
    await this.feedback.moveFocus('.kept summary');
  }

  /** Restores the checked backup. */
  async restore(backup: readonly Reflection[], mode: RestoreMode): Promise<void> {
    await this.saved.run(async (store) => this.#end(await store.restore(backup, mode), mode));
    await this.feedback.moveFocus('.kept summary');
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
        // Not when the panel was closed meanwhile.
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

  /** Downloads everything in the list, encrypted. */
  async makeBackup(fields: Fields): Promise<void> {
    await this.#runForm(fields, async () => {
      const text = await writeBackup(this.saved.reflections, fields.next ?? '').catch(() => undefined);
      if (!text) return ['failed', 'unchanged'];
      this.dismiss();
      this.download(text, 'json');
      return ['did', 'backup'];
    });
  }

  /** Reads a whole backup. Nothing is changed. */
  async checkBackup(fields: Fields): Promise<void> {
    const { file, current = '' } = fields;
    await this.#runForm(fields, async () => {
      // The file may be gone by now, or be anything.
      const text = file && file.size < maxFileSize ? await file.text().catch(() => '') : '';
      const backup = await readBackup(text, current);
      if (typeof backup === 'object') {
        this.dismiss({ name: 'restore', backup });
        return ['whole'];
      }
      this.fieldError =
        backup === 'damaged' ? { field: 'file', message: 'damagedFile' } : { field: 'current', message: 'wrong' };
      return [];
    });
  }

  /** Runs a form's operation if the form has no mistakes. @param follow - moves on instead of the focus */
  async #runForm(
    fields: Fields,
    operation: (store: ReflectionStore) => Promise<Announcement>,
    follow?: () => Promise<void> | undefined,
  ): Promise<void> {
    await this.saved.run(async (store) => {
      this.fieldError = validate(fields);
      return this.fieldError ? [] : operation(store);
    });
    await (follow?.() ?? this.feedback.moveFocus('[aria-invalid]', '#panel', '.kept summary'));
  }

  /** Lists what is saved now, and closes the panel if the operation is done. @param button - label that was pressed */
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
