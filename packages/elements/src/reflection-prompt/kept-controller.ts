import type { Kept, Reflection, ReflectionDraft, ReflectionStore, StoreResult } from './reflection.js';
import type { ReflectionAction } from './reflection-event.js';
import type { ReflectionPromptStrings } from './locales/en.js';

/** Something that is said once, by its key in the words. */
export type Said = keyof {
  [Key in keyof ReflectionPromptStrings as ReflectionPromptStrings[Key] extends string ? Key : never]: true;
};

/** A form that is open beneath what is kept. */
export type Panel = 'backup' | 'restore' | 'passphrase' | 'clear';

/** What was entered in a form about a passphrase. */
export interface PassphraseFields {
  readonly current: string;
  readonly next: string;
  readonly again: string;
  /** A backup, where one was asked for. */
  readonly file: File | undefined;
}

/** What stands for nothing kept. */
const empty: Kept = { reflections: [], damaged: [] };

/** What is said of each outcome. */
const told: Readonly<Record<Exclude<StoreResult, 'done'>, Said>> = {
  'wrong-passphrase': 'wrong',
  damaged: 'damaged',
  locked: 'locked',
  quota: 'noRoom',
  failed: 'failed',
};

/** What is kept on the device, what could not be, and what is being done with either. One thing is done at a time. */
export class KeptController {
  /** As last read. */
  kept = empty;
  /** What the browser did not keep: here until the page is left. */
  memory: readonly Reflection[] = [];
  panel: Panel | undefined;
  /** Id of what may be deleted, if the answer is yes. */
  deleting: string | undefined;
  /** A backup that was read to its end, and waits for what to do with it. */
  backup: readonly Reflection[] | undefined;
  /** How many are shown. */
  shown = 20;
  said: Said | undefined;
  /** What stands beside the fields of a form. */
  problem: Said | undefined;
  busy = false;

  #store: ReflectionStore | undefined;
  #closing = false;

  constructor(
    private readonly makeStore: () => ReflectionStore,
    private readonly now: () => number,
    private readonly changed: () => void,
    private readonly tell: (action: ReflectionAction) => void,
  ) {}

  get store(): ReflectionStore {
    return (this.#store ??= this.makeStore());
  }

  /** Whether what is kept is known to be locked with a passphrase, or open by it. */
  get encrypted(): boolean {
    return !!this.#store?.encrypted;
  }

  /** Lets the store go: the key and what was read are forgotten. The next one who needs it opens it anew. */
  close(): void {
    // What is being done is done to its end first.
    this.#closing = this.busy;
    if (this.busy) return;
    this.#store?.close();
    this.#store = undefined;
    this.kept = empty;
  }

  /** Everything that can be read, newest first. */
  get all(): readonly Reflection[] {
    return [...this.memory, ...this.kept.reflections];
  }

  /** Does one thing, and says at the end what became of it. Another one meanwhile is not begun. */
  async act(run: () => Promise<Said | undefined>, inForm = false): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.said = this.problem = undefined;
    this.changed();
    const said = await run();
    if (inForm && said && Object.values(told).includes(said)) this.problem = said;
    else this.said = said;
    this.busy = false;
    if (this.#closing) this.close();
    this.changed();
  }

  /** Looks how things stand, without keeping anything. */
  async look(): Promise<void> {
    const { store } = this;
    await store.look();
    if (store === this.#store) await this.#list();
  }

  async #list(): Promise<void> {
    this.kept = this.store.state === 'open' ? await this.store.list() : empty;
    this.changed();
  }

  /** What follows when a thing was done; otherwise only what is said of it. */
  async #then(result: StoreResult, done: Said): Promise<Said> {
    if (result === 'done') this.panel = this.deleting = this.backup = undefined;
    await this.#list();
    return result === 'done' ? done : told[result];
  }

  /**
   * Keeps what was written.
   *
   * @param version - that of what was changed; 0 for something new
   * @param other - an id for the case that another tab was first: then both are kept
   * @returns what is kept on the device now; nothing where it is not, then it is here until the page is left
   */
  async keep(draft: ReflectionDraft, version: number, other: string): Promise<Reflection | undefined> {
    let result = await this.store.save(draft, version);
    let said: Said = 'saved';
    if (result.outcome === 'conflict') {
      said = 'both';
      result = await this.store.save({ ...draft, id: other }, 0);
    }
    let kept: Reflection | undefined;
    if (result.outcome === 'saved') {
      kept = result.reflection;
      this.memory = this.memory.filter(({ id }) => id !== draft.id);
      this.tell('saved');
    } else if (result.outcome === 'locked')
      // Where the passphrase was taken away meanwhile, who presses again keeps it in clear, and knows it.
      said = this.store.state === 'locked' ? 'locked' : 'failed';
    else {
      said = result.outcome === 'quota' ? 'noRoom' : 'notKept';
      const changed = new Date(this.now()).toISOString();
      // What is on the device already stays there as it was; the change is in the field.
      if (!version) {
        const here = { ...draft, created: changed, changed, version };
        this.memory = [here, ...this.memory.filter(({ id }) => id !== draft.id)];
      }
    }
    await this.#list();
    this.said = said;
    return kept;
  }

  /** Deletes one, unless another tab has changed it since it was read. */
  remove(id: string, version: number): Promise<void> {
    return this.act(async () => {
      const before = this.memory.length;
      this.memory = this.memory.filter((one) => one.id !== id);
      const removed = this.memory.length < before ? 'done' : await this.store.remove(id, version);
      const result = removed === 'conflict' ? 'failed' : removed;
      if (result === 'done') this.tell('deleted');
      return this.#then(result, 'removed');
    });
  }

  clear(): Promise<void> {
    return this.act(async () => {
      const result = await this.store.clear();
      if (result === 'done') {
        this.memory = [];
        this.tell('deleted');
      }
      return this.#then(result, 'cleared');
    });
  }

  #unlock(passphrase: string): Promise<void> {
    return this.act(async () => this.#then(await this.store.unlock(passphrase), 'opened'), true);
  }

  lock(): void {
    this.store.lock();
    this.kept = empty;
    this.panel = this.deleting = this.backup = undefined;
    this.said = 'locked';
    this.changed();
  }

  /** Does what the open form is for, unless something is missing in it. @param save - takes a backup */
  async submit({ current, next, again, file }: PassphraseFields, save: (text: string) => void): Promise<void> {
    const { panel } = this;
    const needed = panel === 'passphrase' || panel === 'backup' ? next : current;
    this.problem = !needed ? 'mustEnter' : needed === next && next !== again ? 'mustMatch' : undefined;
    if (this.problem) return;
    if (panel === 'passphrase') await this.setPassphrase(current, next);
    else if (panel === 'backup') await this.#makeBackup(next, save);
    else if (panel === 'restore') await this.#readBackup((await file?.text()) ?? '', current);
    else await this.#unlock(current);
  }

  /** Sets, changes or (with an empty `next`) takes away the passphrase. */
  setPassphrase(current: string, next: string): Promise<void> {
    return this.act(async () => this.#then(await this.store.setPassphrase(current, next), 'passphraseSet'), true);
  }

  /** Makes a backup and hands it over. */
  #makeBackup(passphrase: string, save: (text: string) => void): Promise<void> {
    return this.act(async () => {
      const text = await this.store.backup(passphrase);
      if (text === undefined) return 'failed';
      save(text);
      this.panel = undefined;
      return undefined;
    }, true);
  }

  /** Reads a backup to its end. Nothing is changed. */
  #readBackup(text: string, passphrase: string): Promise<void> {
    return this.act(async () => {
      const found = await this.store.openBackup(text, passphrase);
      if (found === 'wrong-passphrase') return 'wrong';
      if (found === 'damaged') {
        this.problem = 'damagedFile';
        return undefined;
      }
      this.backup = found;
      return 'whole';
    }, true);
  }

  restore(mode: 'merge' | 'replace'): Promise<void> {
    return this.act(async () => this.#then(await this.store.restore(this.backup ?? [], mode), 'restored'));
  }
}
