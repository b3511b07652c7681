import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { validate, type FieldError, type Fields, type Panel } from '../model/panel.js';
import {
  hasContent,
  type Reflection,
  type ReflectionDraft,
  type SavedReflections,
  type SaveResult,
  type StoreResult,
  type StoreState,
} from '../model/reflection.js';
import { textOf } from './backup-file.js';
import { HavenReflectionEvent } from '../reflection-event.js';
import type { ReflectionStore } from '../store/reflection-store.js';
import type { RestoreMode } from '../store/restore.js';
import type { Announcer, Sentence } from './announcer.js';
import { endingOf, endingOfSave, failed, invalid, type Ending } from './ending.js';

/** The element, whose `storage` follows what is on the device. */
export interface SavedHost extends ReactiveControllerHost, HTMLElement {
  storage: 'none' | 'device' | null | undefined;
}

const nothingSaved: SavedReflections = { reflections: [], damaged: [] };

/** The reflections saved on this device, and what a person does with them. One operation runs at a time. */
export class SavedController implements ReactiveController {
  #saved = nothingSaved;
  #expanded = false;
  #visible = 20;
  #panel: Panel | undefined;
  #fieldError: FieldError | undefined;
  #busy = false;
  #store: ReflectionStore | undefined;
  /** Whether the store is to be closed when the operation in progress has ended. */
  #closing = false;

  /** @param openStore - called when the store is first needed */
  constructor(
    private readonly host: SavedHost,
    private readonly openStore: (onChange: () => void) => ReflectionStore,
    private readonly announcer: Announcer,
  ) {
    host.addController(this);
  }

  /** State of the store; `undefined` before anybody has asked. */
  get state(): StoreState | undefined {
    return this.#store?.state;
  }

  /** Whether something is known to be on the device. */
  get exists(): boolean {
    return !!this.#store && hasContent(this.#store.state);
  }

  /** Whether a passphrase is known to be set. */
  get encrypted(): boolean {
    return !!this.#store?.encrypted;
  }

  /** Reflections and ids of unreadable entries, as last read. */
  get saved(): SavedReflections {
    return this.#saved;
  }

  /** Whether the list is open. */
  get expanded(): boolean {
    return this.#expanded;
  }

  /** Number of reflections to show. */
  get visible(): number {
    return this.#visible;
  }

  /** The open panel. */
  get panel(): Panel | undefined {
    return this.#panel;
  }

  /** The mistake in the open form. */
  get fieldError(): FieldError | undefined {
    return this.#fieldError;
  }

  /** Whether an operation is in progress. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Opens or closes the list. */
  expand(expanded: boolean): void {
    this.#expanded = expanded;
    this.host.requestUpdate();
  }

  showMore(): void {
    this.#visible += 100;
    this.host.requestUpdate();
  }

  /** Opens a panel; without one, closes the open one. */
  openPanel(panel?: Panel): void {
    this.#panel = panel;
    this.#fieldError = undefined;
    this.host.requestUpdate();
  }

  /** Reads what is saved as soon as the list is open, or the host asks for it. */
  hostUpdated(): void {
    if (!this.#store && (this.#expanded || this.host.storage === 'device')) void this.refresh();
  }

  /** Reads what is saved, without creating anything. */
  async refresh(): Promise<void> {
    const store = this.#openedStore;
    await store.refresh();
    if (store === this.#store) await this.#list();
  }

  /** Whether nothing was ever saved on this device. */
  async isFirst(): Promise<boolean> {
    return (await this.#openedStore.refresh()) === 'none';
  }

  /** Forgets the key and what was read. */
  lock(): void {
    this.#store?.lock();
    this.#saved = nothingSaved;
    this.openPanel();
    this.announcer.announce('locked');
    this.#publish();
  }

  /** Closes the store: the key and what was read are forgotten. It is opened again when it is needed. */
  close(): void {
    this.#closing = this.#busy;
    if (this.#busy) return;
    this.#store?.close();
    this.#store = undefined;
    this.#saved = nothingSaved;
  }

  /**
   * Saves a text.
   *
   * @param version - version that it changes; 0 for a new one
   * @param copyId - id of a copy, in case another tab has changed the same reflection: then both are saved
   * @param onResult - called before the result is announced
   */
  save({
    draft,
    version,
    copyId,
    onResult,
  }: {
    readonly draft: ReflectionDraft;
    readonly version: number;
    readonly copyId: string;
    readonly onResult: (result: SaveResult) => void;
  }): Promise<boolean> {
    return this.#run(async (store) => {
      const first = await store.save(draft, version);
      const copied = first.outcome === 'conflict';
      const result = copied ? await store.save({ ...draft, id: copyId }, 0) : first;
      await this.#list();
      if (result.outcome === 'saved') this.#dispatch('saved');
      onResult(result);
      return endingOfSave(result, copied, store.state);
    });
  }

  /** Deletes a reflection, unless another tab has changed it since it was read. @returns whether it is deleted */
  remove(id: string): Promise<boolean> {
    return this.#run(async (store) => {
      const reflection = this.#saved.reflections.find((saved) => saved.id === id);
      const result = reflection ? await store.remove(id, reflection.version) : 'done';
      if (result === 'done') this.#dispatch('deleted');
      return this.#end(result, 'remove');
    });
  }

  /** Deletes everything. @returns whether it is deleted */
  clear(): Promise<boolean> {
    return this.#run(async (store) => {
      const result = await store.clear();
      if (result === 'done') this.#dispatch('deleted');
      return this.#end(result, 'clear');
    });
  }

  /** Restores the checked backup. */
  restore(mode: RestoreMode): Promise<boolean> {
    const backup = this.#panel?.name === 'restore' ? this.#panel.backup : undefined;
    return this.#run(async (store) => this.#end(await store.restore(backup ?? [], mode), mode));
  }

  removePassphrase(current = ''): Promise<boolean> {
    return this.#runForm({ current }, async (store) =>
      this.#end(await store.setPassphrase(current, ''), 'dropPassphrase'),
    );
  }

  /**
   * Submits the form that is open.
   *
   * @param reflections - content of a backup
   * @param onBackup - called with a backup's text
   * @returns whether it is done, and whether the current text is to be saved then
   */
  async submit(
    fields: Fields,
    {
      reflections,
      onBackup,
    }: { readonly reflections: readonly Reflection[]; readonly onBackup: (text: string) => void },
  ): Promise<{ readonly done: boolean; readonly thenSave: boolean }> {
    const { current = '', next = '', file } = fields;
    let thenSave = false;
    const done = await this.#runForm(fields, async (store) => {
      switch (this.#panel?.name) {
        case 'passphrase': {
          const button = store.encrypted ? 'changePassphrase' : 'setPassphrase';
          const result = await store.setPassphrase(current, next);
          // Not when the panel was closed meanwhile.
          thenSave = this.#panel?.name === 'passphrase' && !!this.#panel.thenSave;
          return this.#end(result, button);
        }
        case 'backup': {
          const text = await store.backup(reflections, next);
          if (text === undefined) return failed('failed', 'unchanged');
          this.openPanel();
          onBackup(text);
          return { done: true, announcement: ['did', 'backup'] };
        }
        case 'restore':
          return this.#check(store, file, current);
        case 'remove':
        case 'clear':
        case undefined:
          return this.#end(await store.unlock(current), 'open');
      }
    });
    return { done, thenSave };
  }

  get #openedStore(): ReflectionStore {
    return (this.#store ??= this.openStore(() => this.host.isConnected && void this.refresh()));
  }

  #dispatch(action: 'saved' | 'deleted'): void {
    this.host.dispatchEvent(new HavenReflectionEvent(action));
  }

  /** Updates the host, and its `storage` when the state is known. */
  #publish(): void {
    if (this.#store) this.host.storage = this.exists ? 'device' : 'none';
    this.host.requestUpdate();
  }

  async #list(): Promise<void> {
    const store = this.#openedStore;
    this.#saved = store.state === 'open' ? await store.list() : nothingSaved;
    this.#publish();
  }

  /** Runs an operation, unless another one is in progress. @returns whether it is done */
  async #run(operation: (store: ReflectionStore) => Promise<Ending>): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    this.#fieldError = undefined;
    this.announcer.wait();
    const { done, announcement, fieldError } = await operation(this.#openedStore);
    this.#fieldError = fieldError;
    this.#busy = false;
    this.announcer.finish(announcement);
    if (this.#closing) this.close();
    this.#publish();
    return done;
  }

  #runForm(fields: Fields, operation: (store: ReflectionStore) => Promise<Ending>): Promise<boolean> {
    return this.#run(async (store) => {
      const fieldError = validate(fields);
      return fieldError ? invalid(fieldError.field, fieldError.message) : operation(store);
    });
  }

  /** Lists what is saved now, and closes the panel if the operation is done. @param button - the button that was pressed */
  async #end(result: StoreResult | 'conflict', button: Sentence): Promise<Ending> {
    if (result === 'done') this.openPanel();
    await this.#list();
    return endingOf(result, button, this.state);
  }

  /** Reads a backup to its end. Nothing is changed. */
  async #check(store: ReflectionStore, file: File | undefined, passphrase: string): Promise<Ending> {
    const backup = await store.openBackup(await textOf(file), passphrase);
    if (backup === 'wrong-passphrase') return invalid('current', 'wrong');
    if (backup === 'damaged') return invalid('file', 'damagedFile');
    this.openPanel({ name: 'restore', backup });
    return failed('whole');
  }
}
