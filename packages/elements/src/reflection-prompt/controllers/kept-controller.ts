import type {
  Kept,
  Reflection,
  ReflectionDraft,
  ReflectionStore,
  StoreResult,
  StoreState,
} from '../model/reflection.js';
import type { ReflectionAction } from '../reflection-event.js';
import type { ReflectionPromptStrings } from '../locales/en.js';

/** A sentence of what is said once, by its key in the words. */
export type Said = keyof {
  [Key in keyof ReflectionPromptStrings as ReflectionPromptStrings[Key] extends string ? Key : never]: true;
};

/** What was entered in a form; `undefined` where it has no such field. */
export interface Fields {
  readonly current?: string | undefined;
  readonly next?: string | undefined;
  readonly again?: string | undefined;
  /** Without a name where none was chosen. */
  readonly file?: File | undefined;
}

/** What stands for nothing kept. */
const empty: Kept = { reflections: [], damaged: [] };

/** What is said of an outcome. */
const told: Readonly<Partial<Record<StoreResult | 'conflict', readonly Said[]>>> = {
  damaged: ['damaged'],
  locked: ['locked'],
  quota: ['noRoom', 'unchanged'],
};
const failed: readonly Said[] = ['failed', 'unchanged'];

/** Far more than a backup can be, and little enough for the memory of a telephone. */
const largestFile = 50e6;

/** What is kept on the device, and what is being done with it. One thing is done at a time. */
export class KeptController {
  /** As last read. */
  lastRead = empty;
  /** Name of the form or the question that is open beneath what is kept, and id of the button that opens it. */
  panel: string | undefined;
  /** A backup that was read to its end, and waits for what to do with it. */
  backup: readonly Reflection[] | undefined;
  /** How many are shown. */
  shown = 20;
  /** What is said, sentence by sentence. */
  said: readonly Said[] = [];
  /** Name of a field, and what stands beside it. */
  fault: readonly [field: keyof Fields, Said] | undefined;
  busy = false;

  #store: ReflectionStore | undefined;
  #closing = false;

  /** @param inMemory - what could not be kept, as it would be */
  constructor(
    private readonly makeStore: () => ReflectionStore,
    private readonly inMemory: () => readonly Reflection[],
    private readonly changed: () => void,
    private readonly tell: (action: ReflectionAction) => void,
  ) {}

  get store(): ReflectionStore {
    return (this.#store ??= this.makeStore());
  }

  /** How things stand; `undefined` before somebody has asked. */
  get state(): StoreState | undefined {
    return this.#store?.state;
  }

  /** Whether there is something on the device, as far as is known. */
  get exists(): boolean {
    return /^(open|locked|damaged)$/.test(`${this.state}`);
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
    this.lastRead = empty;
  }

  /** Everything that can be read, newest first. What could not be kept stands in the place of what it was. */
  get all(): readonly Reflection[] {
    const inMemory = this.inMemory();
    return [...inMemory, ...this.lastRead.reflections.filter(({ id }) => !inMemory.some((one) => one.id === id))];
  }

  /** Closes what is open beneath what is kept. */
  dismiss(): void {
    this.panel = this.backup = this.fault = undefined;
  }

  /** Does one thing, and says at the end what became of it. Another one meanwhile is not begun. @returns whether it is done */
  async act(run: () => Promise<readonly Said[]>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.fault = undefined;
    this.changed();
    this.said = await run();
    this.busy = false;
    if (this.#closing) this.close();
    this.changed();
    return this.said[0] === 'did';
  }

  /** Looks how things stand, unless that is known. */
  begin(): void {
    if (!this.#store) void this.look();
  }

  /** Looks how things stand, without keeping anything. */
  async look(): Promise<void> {
    const { store } = this;
    await store.look();
    if (store === this.#store) await this.#list();
  }

  async #list(): Promise<void> {
    this.lastRead = this.store.state === 'open' ? await this.store.list() : empty;
    this.changed();
  }

  /** What follows when a thing was done; otherwise only what is said of it. @param done - what a person pressed */
  async #then(result: StoreResult | 'conflict', done: Said): Promise<readonly Said[]> {
    if (result === 'done') this.dismiss();
    await this.#list();
    if (result === 'done') return ['did', done];
    if (result === 'wrong-passphrase') return this.#wrong('current', 'wrong');
    // The lock, or something that is locked.
    return result === 'damaged' && this.state !== result ? ['unread'] : (told[result] ?? failed);
  }

  #wrong(...fault: readonly [keyof Fields, Said]): readonly Said[] {
    this.fault = fault;
    return [];
  }

  /**
   * Keeps what was written.
   *
   * @param version - that of what was changed; 0 for something new
   * @param other - an id for the case that another tab was first: then both are kept
   * @returns what is kept on the device now, if it is, and what is said of it
   */
  async keep(
    draft: ReflectionDraft,
    version: number,
    other: string,
  ): Promise<{ readonly kept?: Reflection; readonly said: readonly Said[] }> {
    let result = await this.store.save(draft, version);
    const both = result.outcome === 'conflict';
    if (both) result = await this.store.save({ ...draft, id: other }, 0);
    await this.#list();
    if (result.outcome === 'saved') {
      this.tell('saved');
      return { kept: result.reflection, said: [both ? 'both' : 'saved'] };
    }
    if (result.outcome === 'locked')
      // Where the passphrase was taken away meanwhile, who presses again keeps it in clear, and knows it.
      return { said: this.state === 'locked' ? ['locked'] : failed };
    return { said: [result.outcome === 'quota' ? 'noRoom' : 'notKept', 'stay'] };
  }

  /** Deletes one, unless another tab has changed it since it was read. */
  remove(id: string): Promise<boolean> {
    return this.act(async () => {
      const found = this.lastRead.reflections.find((one) => one.id === id);
      const result = found ? await this.store.remove(id, found.version) : 'done';
      if (result === 'done') this.tell('deleted');
      return this.#then(result, 'remove');
    });
  }

  clear(): Promise<boolean> {
    return this.act(async () => {
      const result = await this.store.clear();
      if (result === 'done') this.tell('deleted');
      return this.#then(result, 'clear');
    });
  }

  lock(): void {
    this.store.lock();
    this.lastRead = empty;
    this.dismiss();
    this.said = ['locked'];
    this.changed();
  }

  /**
   * Does what the open form is for, unless something is missing in it. Without a new passphrase in the form about it, it is
   * taken away.
   *
   * @param save - takes a backup
   */
  submit({ current, next, again, file }: Fields, save: (text: string) => void): Promise<boolean> {
    const { panel, encrypted } = this;
    return this.act(async () => {
      if (file && !file.name) return this.#wrong('file', 'mustChoose');
      if (current === '') return this.#wrong('current', 'mustEnter');
      if (next === '') return this.#wrong('next', 'mustEnter');
      if (next !== again) return this.#wrong('next', 'mustMatch');
      if (panel === 'passphrase')
        return this.#then(
          await this.store.setPassphrase(current ?? '', next ?? ''),
          !next ? 'dropPassphrase' : encrypted ? 'changePassphrase' : 'setPassphrase',
        );
      if (file) return this.#readBackup(file, current ?? '');
      return next ? this.#makeBackup(next, save) : this.#then(await this.store.unlock(current ?? ''), 'open');
    });
  }

  /** Makes a backup of all that is listed, and hands it over. */
  async #makeBackup(passphrase: string, save: (text: string) => void): Promise<readonly Said[]> {
    const text = await this.store.backup(this.all, passphrase);
    if (text === undefined) return failed;
    this.dismiss();
    save(text);
    return ['did', 'backup'];
  }

  /** Reads a backup to its end. Nothing is changed. */
  async #readBackup(file: File, passphrase: string): Promise<readonly Said[]> {
    // It may be gone, or no file of ours.
    const text = file.size < largestFile ? await file.text().catch(() => '') : '';
    const found = await this.store.openBackup(text, passphrase);
    if (found === 'wrong-passphrase') return this.#wrong('current', 'wrong');
    if (found === 'damaged') return this.#wrong('file', 'damagedFile');
    this.backup = found;
    return ['whole'];
  }

  restore(mode: 'merge' | 'replace'): Promise<boolean> {
    return this.act(async () => this.#then(await this.store.restore(this.backup ?? [], mode), mode));
  }
}
