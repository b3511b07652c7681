import { isoInstant } from '../../foundation/formats/iso-instant.js';
import {
  nothingSaved,
  type Reflection,
  type ReflectionDraft,
  type SavedReflections,
  type SaveResult,
  type StoreResult,
  type StoreState,
} from '../model/reflection.js';
import { empty, fingerprint, ReflectionDatabase, type Content, type Failure } from './database.js';
import { decode, isSameKey, mapInChunks, type DataKey } from './entries.js';
import { planPassword, planRestore, planSave, type Plan, type RestoreMode } from './plans.js';
import { isBox } from './vault.js';

/** What a store needs from the browser. Some browsers lack optional parts, and the store works without them. */
export interface StoreEnvironment {
  /** `undefined` where a browser has none, or refuses it. */
  readonly indexedDB: IDBFactory | undefined;
  /** Keeps long operations of two tabs apart. Without it they notice each other, and start again. */
  readonly locks?: Pick<LockManager, 'request'> | undefined;
  /** Notifies other tabs that something has changed, never what. The store closes it. */
  readonly channel?: Pick<BroadcastChannel, 'postMessage' | 'onmessage' | 'close'> | undefined;
  /** The time, in milliseconds since 1970. */
  readonly now: () => number;
  /** Called when another tab has changed something; `state` and `encrypted` are up to date then. */
  readonly onChange?: (() => void) | undefined;
  /** Name of the database. */
  readonly name: string;
  /** PBKDF2 iterations for a new password. One that was set with fewer is wrapped again when it is used. Default 600,000. */
  readonly iterations?: number;
}

/**
 * Reflections saved in IndexedDB. No method throws or rejects, and nothing is created until something is saved, restored or
 * given a password.
 *
 * - Every write checks in its own transaction that the content it builds on has not changed, and is read back in another one.
 *   Two tabs cannot overwrite each other, and a tab that does not know of a password cannot write unencrypted.
 * - Everything is encrypted before the transaction starts, since a transaction ends by itself meanwhile.
 * - A connection can be lost at any time (WebKit closes those of background pages): a failed step is repeated with a new one.
 */
export class ReflectionStore {
  #state: StoreState = 'none';
  #encrypted = false;
  #unlocked: DataKey | undefined;
  /** Counts calls of `lock`: unlocking takes a while, and must not undo a later lock. */
  #lockCount = 0;
  /** The operation in progress and all that wait for it. */
  #queue: Promise<unknown> = Promise.resolve();
  #channel: StoreEnvironment['channel'];
  #database: ReflectionDatabase;

  constructor(private readonly environment: StoreEnvironment) {
    const { indexedDB, name, channel, onChange } = environment;
    this.#database = new ReflectionDatabase(indexedDB, name);
    this.#channel = channel;
    if (channel) channel.onmessage = () => void this.refresh().then(onChange);
  }

  /** State as last seen by this tab. */
  get state(): StoreState {
    return this.#state;
  }

  /** Whether a password is set. */
  get encrypted(): boolean {
    return this.#encrypted;
  }

  /** Updates `state` and `encrypted`, without creating anything. */
  refresh(): Promise<StoreState> {
    return this.#enqueue(async () => {
      // No entry has this id.
      await this.#load('');
      return this.#state;
    });
  }

  list(): Promise<SavedReflections> {
    return this.#enqueue(async () => {
      const content = await this.#load();
      const unlocked = this.#unlocked;
      if (!content || this.#state !== 'open') return nothingSaved;
      const decoded = await mapInChunks(content.entries, (entry) => decode(entry, unlocked));
      const reflections = decoded
        .filter((reflection) => !!reflection)
        .sort((first, second) => second.created.localeCompare(first.created));
      return { reflections, damaged: decoded.length - reflections.length };
    });
  }

  /** Saves a new reflection (`version` 0), or changes the one that was read with that version. Creates the database. */
  save(draft: ReflectionDraft, version: number): Promise<SaveResult> {
    return this.#enqueue(() => {
      const now = isoInstant(this.environment.now());
      return this.#revise(planSave(this.#unlocked, draft, version, now), draft.id);
    });
  }

  /**
   * Deletes an entry, readable or not; no password is needed. With a `version` only that one is deleted: `conflict` when
   * another tab has changed it. An entry that is already gone is `done`.
   */
  remove(id: string, version?: number): Promise<StoreResult | 'conflict'> {
    return this.#enqueue(() =>
      this.#revise<StoreResult | 'conflict'>(({ key, entries: [entry] }) => {
        if (!entry) return { result: 'done' };
        if (version && entry.version !== version) return { result: 'conflict' };
        return { content: { key, entries: [] }, result: 'done' };
      }, id),
    );
  }

  /** Deletes the whole database, the password with it. */
  clear(): Promise<StoreResult> {
    return this.#exclusively(async () => {
      // It is already empty, and another page has it open. A second request would wait for that page.
      if (this.#database.deleting) return 'done';
      // The content goes first: another page may keep the empty database open for a while.
      const wiped = await this.#revise<StoreResult>(({ exists }) => ({
        content: exists ? empty : undefined,
        result: 'done',
      }));
      if ((await this.#database.destroy()) && wiped !== 'done') return wiped;
      this.#unlocked = undefined;
      this.#encrypted = false;
      this.#state = 'none';
      this.#notify();
      return 'done';
    });
  }

  unlock(password: string): Promise<StoreResult> {
    return this.setPassword(password);
  }

  /** Forgets the key. */
  lock(): void {
    this.#lockCount++;
    this.#unlocked = undefined;
    if (this.#encrypted && this.#state === 'open') this.#state = 'locked';
  }

  /**
   * Sets the password (encrypting everything), changes it (without encrypting the entries again) or, with an empty `next`,
   * removes it. Removing it is refused as `damaged` while an entry cannot be read: it would be lost with the key. Without
   * `next` the password stays.
   *
   * @param current - empty when none is set; otherwise it also unlocks
   */
  setPassword(current: string, next?: string): Promise<StoreResult> {
    const lockCount = this.#lockCount;
    return this.#exclusively(async () => {
      let opened = undefined as DataKey | undefined;
      const plan = planPassword(current, next, this.environment.iterations, (unlocked) => (opened = unlocked));
      const result = await this.#revise(plan);
      // Unlocking succeeds when the key is there, even if it could not be wrapped again.
      if (!opened || (result !== 'done' && next !== undefined)) return result;
      if (this.#encrypted && lockCount === this.#lockCount) {
        this.#unlocked = opened;
        this.#state = 'open';
      }
      return 'done';
    });
  }

  /** Stores all reflections of a backup or none, and reads them back. */
  restore(reflections: readonly Reflection[], mode: RestoreMode): Promise<StoreResult> {
    return this.#exclusively(async () => {
      const result = await this.#revise(planRestore(this.#unlocked, reflections, mode));
      return result === 'locked' && this.#state === 'damaged' ? 'damaged' : result;
    });
  }

  /** Stops listening to other tabs and closes the connection. */
  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
    this.#database.disconnect();
  }

  /** Runs an operation after all earlier ones of this tab. */
  #enqueue<Result>(operation: () => Promise<Result>): Promise<Result> {
    const result = this.#queue.then(operation);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  /** Runs a long operation, in one tab at a time. */
  #exclusively(operation: () => Promise<StoreResult>): Promise<StoreResult> {
    const { locks, name } = this.environment;
    return this.#enqueue(async () => {
      let result: Promise<StoreResult> | undefined;
      const run = (): Promise<StoreResult> => (result = operation());
      // Some browsers have locks and refuse them, as in a frame of another site.
      await locks?.request(name, run).catch(() => undefined);
      return await (result ?? run());
    }).catch(() => 'failed');
  }

  #notify(): void {
    this.#channel?.postMessage('changed');
  }

  /** Reads everything, or the entry of one id, and updates the state. */
  async #read(id?: string): Promise<Content> {
    const content = await this.#database.read(id);
    const { key, exists } = content;
    this.#encrypted = key !== undefined;
    if (!isSameKey(this.#unlocked, key)) this.#unlocked = undefined;
    if (!this.#encrypted || this.#unlocked) this.#state = exists ? 'open' : 'none';
    else this.#state = (await isBox(key)) ? 'locked' : 'damaged';
    return content;
  }

  /** Reads as `#read`, with retries. @returns `undefined` when the browser refuses */
  async #load(id?: string): Promise<Content | undefined> {
    const content = await this.#database.retry(() => this.#read(id));
    if (typeof content !== 'string') return content;
    this.#state = 'unavailable';
    return undefined;
  }

  /** Replaces the stored content (everything, or the entry of one id) as planned, and reads it back. */
  #revise<Result>(plan: Plan<Result>, id?: string): Promise<Result | Failure> {
    let written: { readonly print: string; readonly result: Result } | undefined;
    return this.#database.retry(async (attemptsLeft) => {
      const stored = await this.#read(id);
      if (written?.print === fingerprint(stored)) return written.result;
      const { content, result } = await plan(stored);
      if (!content) return result;
      // A write that cannot be read back any more would be there after a "failed".
      if (!attemptsLeft) return undefined;
      written = { print: fingerprint(content), result };
      await this.#database.replace(stored, content, id);
      this.#notify();
      return undefined;
    });
  }
}
