import { openerId, validate, type Fields, type Panel } from '../model/panel.js';
import type { StoreResult } from '../model/reflection.js';
import type { Writing, Writings } from '../model/writings.js';
import type { ReflectionStore } from '../store/reflection-store.js';
import type { RestoreMode } from '../store/restore.js';
import type { Announcer, Sentence } from './announcer.js';
import { textOf } from './backup-file.js';
import { done, endings, type Ending } from './ending.js';
import type { FocusController } from './focus-controller.js';
import type { SavedController } from './saved-controller.js';

interface Collaborators {
  readonly saved: SavedController;
  readonly writings: Writings;
  readonly announcer: Announcer;
  readonly focus: FocusController;
  /** Hands a backup to the person. */
  readonly download: (text: string, extension: 'json') => void;
}

/** The list with its forms and questions: at most one of them is open. */
export class PanelController {
  #saved: SavedController;
  #writings: Writings;
  #announcer: Announcer;
  #focus: FocusController;
  #download: Collaborators['download'];
  #panel: Panel | undefined;
  #visible = 20;

  constructor({ saved, writings, announcer, focus, download }: Collaborators) {
    this.#saved = saved;
    this.#writings = writings;
    this.#announcer = announcer;
    this.#focus = focus;
    this.#download = download;
  }

  /** The open panel. */
  get panel(): Panel | undefined {
    return this.#panel;
  }

  /** Number of reflections to show. */
  get visible(): number {
    return this.#visible;
  }

  showMore(): void {
    const next = this.#saved.reflections[this.#visible];
    this.#visible += 100;
    void this.#focus.move({ id: `change-${next?.id}` });
  }

  /** Opens or closes the list. It is rendered once it was read. */
  toggleList(open: boolean): void {
    // The event is also fired for a list that was rendered open.
    if (open === this.#saved.expanded) return;
    this.dismiss();
    this.#saved.expand(open);
    void this.#saved.refresh();
  }

  open(panel: Panel): void {
    this.dismiss(panel);
    this.#announcer.clear();
    void this.#focus.move('panelField', 'question');
  }

  /** Closes the panel without doing anything. */
  cancel(): void {
    const id = this.#panel ? openerId(this.#panel) : '';
    this.dismiss();
    this.#announcer.clear();
    void this.#focus.move({ id }, 'savedList');
  }

  /** Closes the panel, or replaces it. The caller updates the host. */
  dismiss(panel?: Panel): void {
    this.#panel = panel;
    this.#saved.clearError();
  }

  /** Locks what a passphrase protects. */
  lock(): void {
    if (!this.#saved.encrypted) return;
    this.dismiss();
    this.#saved.lock();
  }

  /** Locks, and asks for the passphrase. */
  lockNow(): void {
    this.lock();
    void this.#focus.move('unlockField');
  }

  /** Deletes a reflection, unless another tab has changed it since it was read. */
  async remove(id: string): Promise<void> {
    await this.#saved.run(async (store) => {
      const version = this.#saved.versionOf(id);
      const result = version ? await store.remove(id, version) : 'done';
      return this.#endDeletion(result, 'remove', (writing) => writing.id === id);
    });
    await this.#focus.move('savedList');
  }

  /** Deletes everything. */
  async clear(): Promise<void> {
    await this.#saved.run(async (store) =>
      this.#endDeletion(await store.clear(), 'clear', ({ version, refusedAt }) => version > 0 || !!refusedAt),
    );
    await this.#focus.move('savedList');
  }

  /** Restores the checked backup. */
  async restore(mode: RestoreMode): Promise<void> {
    const backup = this.#panel?.name === 'restore' ? this.#panel.backup : undefined;
    await this.#saved.run(async (store) => this.#end(await store.restore(backup ?? [], mode), mode));
    await this.#focus.move('savedList');
  }

  async removePassphrase({ current = '' }: Fields): Promise<void> {
    await this.#runForm({ current }, async (store) =>
      this.#end(await store.setPassphrase(current, ''), 'dropPassphrase'),
    );
  }

  /** Submits the form that is open. */
  async submit(fields: Fields): Promise<void> {
    const { current = '', next = '', file } = fields;
    let then: (() => Promise<void>) | undefined;
    await this.#runForm(
      fields,
      async (store) => {
        switch (this.#panel?.name) {
          case 'passphrase': {
            const button = store.encrypted ? 'changePassphrase' : 'setPassphrase';
            const result = await store.setPassphrase(current, next);
            // Not when the panel was closed meanwhile.
            if (result === 'done' && this.#panel?.name === 'passphrase') ({ then } = this.#panel);
            return this.#end(result, button);
          }
          case 'backup':
            return this.#makeBackup(store, next);
          case 'restore':
            return this.#checkBackup(store, file, current);
          case 'remove':
          case 'clear':
          case undefined:
            return this.#end(await store.unlock(current), 'open');
        }
      },
      () => then?.(),
    );
  }

  /** Runs a form's operation if the form has no mistakes. @param follow - moves on instead of the focus */
  async #runForm(
    fields: Fields,
    operation: (store: ReflectionStore) => Promise<Ending>,
    follow?: () => Promise<void> | undefined,
  ): Promise<void> {
    await this.#saved.run(async (store) => {
      const fieldError = validate(fields);
      return fieldError ? { fieldError } : operation(store);
    });
    await (follow?.() ?? this.#focus.move('invalidField', 'panel', 'savedList'));
  }

  /** Lists what is saved now, and closes the panel if the operation is done. @param button - label that was pressed */
  async #end(result: StoreResult | 'conflict', button: Sentence): Promise<Ending> {
    if (result === 'done') this.dismiss();
    await this.#saved.list();
    if (result === 'done') return done(button);
    return endings[result === 'damaged' && this.#saved.state !== 'damaged' ? 'unread' : result];
  }

  /** @param isDeleted - whether a text in progress belongs to what was deleted */
  #endDeletion(
    result: StoreResult | 'conflict',
    button: Sentence,
    isDeleted: (writing: Writing) => boolean,
  ): Promise<Ending> {
    if (result === 'done') {
      this.#saved.dispatch('deleted');
      this.#writings.forget(isDeleted);
    }
    return this.#end(result, button);
  }

  async #makeBackup(store: ReflectionStore, passphrase: string): Promise<Ending> {
    const text = await store.backup(this.#saved.reflections, passphrase);
    if (text === undefined) return endings.failed;
    this.dismiss();
    this.#download(text, 'json');
    return done('backup');
  }

  /** Reads a backup to its end. Nothing is changed. */
  async #checkBackup(store: ReflectionStore, file: File | undefined, passphrase: string): Promise<Ending> {
    const backup = await store.openBackup(await textOf(file), passphrase);
    if (backup === 'wrong-passphrase') return endings[backup];
    if (backup === 'damaged') return { fieldError: { field: 'file', message: 'damagedFile' } };
    this.dismiss({ name: 'restore', backup });
    return { announcement: ['whole'] };
  }
}
