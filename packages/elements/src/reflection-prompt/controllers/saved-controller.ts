import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FieldError } from '../model/panel.js';
import {
  hasContent,
  type Reflection,
  type ReflectionDraft,
  type SavedReflections,
  type SaveResult,
  type StoreState,
} from '../model/reflection.js';
import type { Writings } from '../model/writings.js';
import { HavenReflectionEvent, type ReflectionAction } from '../reflection-event.js';
import type { ReflectionStore } from '../store/reflection-store.js';
import type { Announcer } from './announcer.js';
import { endings, saveEndings, type Ending } from './ending.js';

/** The element, whose `storage` follows what is on the device. */
export interface SavedHost extends ReactiveControllerHost, HTMLElement {
  storage: 'none' | 'device' | null | undefined;
}

interface Collaborators {
  /** Opens the store when it is first needed. */
  readonly openStore: (onChange: () => void) => ReflectionStore;
  readonly announcer: Announcer;
  readonly writings: Writings;
}

const nothingSaved: SavedReflections = { reflections: [], damaged: [] };

/** The reflections saved on this device. One operation runs at a time. */
export class SavedController implements ReactiveController {
  #openStore: Collaborators['openStore'];
  #announcer: Announcer;
  #writings: Writings;
  #saved = nothingSaved;
  #expanded = false;
  #fieldError: FieldError | undefined;
  #busy = false;
  #store: ReflectionStore | undefined;
  /** Whether the store is to be closed when the operation in progress has ended. */
  #closing = false;

  constructor(
    private readonly host: SavedHost,
    { openStore, announcer, writings }: Collaborators,
  ) {
    host.addController(this);
    this.#openStore = openStore;
    this.#announcer = announcer;
    this.#writings = writings;
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

  /** Whether an entry cannot be read. */
  get damaged(): boolean {
    return this.#saved.damaged.length > 0;
  }

  /** What is listed, newest first: reflections that could not be saved, in place of what they change, and saved ones. */
  get reflections(): readonly Reflection[] {
    const { refused } = this.#writings;
    const others = this.#saved.reflections.filter(({ id }) => !refused.some((reflection) => reflection.id === id));
    return [...refused, ...others];
  }

  /** Whether the list is open. */
  get expanded(): boolean {
    return this.#expanded;
  }

  /** Whether an operation is in progress. */
  get busy(): boolean {
    return this.#busy;
  }

  /** The mistake that ended the last operation. */
  get fieldError(): FieldError | undefined {
    return this.#fieldError;
  }

  /** Reads what is saved as soon as the list is open, or the host asks for it. */
  hostUpdated(): void {
    if (!this.#store && (this.#expanded || this.host.storage === 'device')) void this.refresh();
  }

  /** Opens or closes the list. The caller updates the host. */
  expand(expanded: boolean): void {
    this.#expanded = expanded;
  }

  clearError(): void {
    this.#fieldError = undefined;
  }

  /** Reads what is saved, without creating anything. */
  async refresh(): Promise<void> {
    const store = this.#openedStore;
    await store.refresh();
    if (store === this.#store) await this.list();
  }

  /** Lists what is saved in the current state of the store. */
  async list(): Promise<void> {
    const store = this.#openedStore;
    this.#saved = store.state === 'open' ? await store.list() : nothingSaved;
    this.#publish();
  }

  /** Version of a saved reflection, as last read. */
  versionOf(id: string): number | undefined {
    return this.#saved.reflections.find((reflection) => reflection.id === id)?.version;
  }

  /** Whether nothing is saved on this device yet. */
  async isFirst(): Promise<boolean> {
    return (await this.#openedStore.refresh()) === 'none';
  }

  /** Runs an operation, unless another one is in progress, and announces its ending. @returns whether it is done */
  async run(operation: (store: ReflectionStore) => Promise<Ending>): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    this.clearError();
    this.#announcer.wait();
    const { done = false, announcement = [], fieldError } = await operation(this.#openedStore);
    this.#fieldError = fieldError;
    this.#busy = false;
    this.#announcer.finish(announcement);
    if (this.#closing) this.close();
    this.#publish();
    return done;
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
    return this.run(async (store) => {
      const first = await store.save(draft, version);
      const copied = first.outcome === 'conflict';
      const result = copied ? await store.save({ ...draft, id: copyId }, 0) : first;
      const { outcome } = result;
      await this.list();
      if (outcome === 'saved') this.dispatch('saved');
      onResult(result);
      if (outcome === 'saved' && copied) return { done: true, announcement: ['both'] };
      // Another tab has removed the passphrase: only another press may save the text in clear.
      if (outcome === 'locked' && store.state !== 'locked') return endings.failed;
      return saveEndings[outcome];
    });
  }

  dispatch(action: ReflectionAction): void {
    this.host.dispatchEvent(new HavenReflectionEvent(action));
  }

  /** Forgets the key and everything that it protects; unsaved texts stay. */
  lock(): void {
    this.#store?.lock();
    this.#saved = nothingSaved;
    this.#writings.lock();
    this.#announcer.announce('locked');
    this.#publish();
  }

  /** Closes the store and forgets what is saved; it is opened again when it is needed. */
  close(): void {
    this.#writings.lock();
    this.#closing = this.#busy;
    if (this.#busy) return;
    this.#store?.close();
    this.#store = undefined;
    this.#saved = nothingSaved;
  }

  get #openedStore(): ReflectionStore {
    return (this.#store ??= this.#openStore(() => this.host.isConnected && void this.refresh()));
  }

  /** Updates the host, and its `storage` when the state is known. */
  #publish(): void {
    if (this.#store) this.host.storage = this.exists ? 'device' : 'none';
    this.host.requestUpdate();
  }
}
