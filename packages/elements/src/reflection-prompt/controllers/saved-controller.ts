import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nothingSaved, type Reflection, type StoreState } from '../model/reflection.js';
import type { Writings } from '../model/writings.js';
import type { ReflectionStore } from '../store/reflection-store.js';
import { openDeviceStore } from './device-store.js';
import type { Announcement, Feedback } from './feedback.js';

/** The element, whose `storage` follows the device. */
export interface SavedHost extends ReactiveControllerHost, HTMLElement {
  storage: 'none' | 'device' | null | undefined;
}

/** The reflections saved on this device. One operation runs at a time. */
export class SavedController implements ReactiveController {
  /** Whether the list is open. Whoever changes it updates the host. */
  expanded = false;
  /** Whether an operation is in progress. */
  busy = false;
  #saved = nothingSaved;
  #store: ReflectionStore | undefined;
  /** Whether to close the store at the end of the operation in progress. */
  #closing = false;

  constructor(
    private readonly host: SavedHost,
    private readonly feedback: Feedback,
    private readonly writings: Writings,
  ) {
    host.addController(this);
  }

  /** State of the store; `undefined` before it was first needed. */
  get state(): StoreState | undefined {
    return this.#store?.state;
  }

  /** Whether something is known to be on the device. */
  get exists(): boolean {
    switch (this.state) {
      case 'open':
      case 'locked':
      case 'damaged':
        return true;
      case 'none':
      case 'unavailable':
      case undefined:
        return false;
    }
  }

  /** Whether a password is known to be set. */
  get encrypted(): boolean {
    return !!this.#store?.encrypted;
  }

  /** Whether an entry cannot be read. */
  get damaged(): boolean {
    return this.#saved.damaged > 0;
  }

  /** The listed reflections, newest first: those that could not be saved, in place of what they change, and saved ones. */
  get reflections(): readonly Reflection[] {
    const { refused } = this.writings;
    const others = this.#saved.reflections.filter(({ id }) => !refused.some((reflection) => reflection.id === id));
    return [...refused, ...others];
  }

  /** Reads what is saved as soon as the list is open, or the page asks for it. */
  hostUpdated(): void {
    if (!this.#store && (this.expanded || this.host.storage === 'device')) void this.refresh();
  }

  /** Reads what is saved, without creating anything, after the operation in progress. */
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

  /** Runs an operation, unless another one is in progress, and makes the announcement that it returns. */
  async run(operation: (store: ReflectionStore) => Promise<Announcement>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.host.requestUpdate();
    // A screen reader that is still at this announcement when the next one is made would make the next one twice.
    const patience = setTimeout(() => this.feedback.announce('wait'), 800);
    const announcement = await operation(this.#openedStore);
    clearTimeout(patience);
    this.busy = false;
    this.feedback.announce(...announcement);
    if (this.#closing) this.close();
    this.#publish();
  }

  /** Forgets the key and everything it protects; unsaved texts stay. */
  lock(): void {
    this.#store?.lock();
    this.#saved = nothingSaved;
    this.writings.lock();
    this.feedback.announce('locked');
    this.#publish();
  }

  /** Closes the store and forgets its content; it is opened again when it is needed. */
  close(): void {
    this.writings.lock();
    this.#closing = this.busy;
    if (this.busy) return;
    this.#store?.close();
    this.#store = undefined;
    this.#saved = nothingSaved;
  }

  get #openedStore(): ReflectionStore {
    return (this.#store ??= openDeviceStore(() => this.host.isConnected && void this.refresh()));
  }

  /** Updates the host, and its `storage` when the state is known. */
  #publish(): void {
    if (this.#store) this.host.storage = this.exists ? 'device' : 'none';
    this.host.requestUpdate();
  }
}
