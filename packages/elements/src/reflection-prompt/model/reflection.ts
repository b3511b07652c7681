/** One thing that a person wrote and kept. */
export interface Reflection {
  /** Random UUID. */
  readonly id: string;
  /** Id of the prompt that it answers. */
  readonly promptId: string;
  /** The prompt as it was read, so that a kept answer still makes sense when prompts change. */
  readonly prompt: string;
  /** What was written. */
  readonly text: string;
  /** ISO 8601 instant of the first save. */
  readonly created: string;
  /** ISO 8601 instant of the last save. */
  readonly changed: string;
  /** 1 when first saved, one more with every change: who saves says which version was changed. */
  readonly version: number;
}

/** What is saved: the store adds the times and the version. */
export type ReflectionDraft = Pick<Reflection, 'id' | 'promptId' | 'prompt' | 'text'>;

/**
 * How a store stands. `none`: nothing is kept on this device, and nothing was created. `open`: readable.
 * `locked`: a passphrase is needed. `damaged`: the wrapped key cannot be read. `unavailable`: the browser has no
 * IndexedDB here, or refuses it.
 */
export type StoreState = 'none' | 'open' | 'locked' | 'damaged' | 'unavailable';

/**
 * What became of a save. `saved` only after the words were read back from the store. `conflict`: another tab changed
 * it or deleted it since the version that was changed. `locked`: another tab has set, renewed or
 * taken away the passphrase, and `state` and `encrypted` now say so. `quota`: the device is full.
 * Nothing but `saved` is a promise; after anything else the same draft can be saved again with the same version, and is not
 * written twice.
 */
export type SaveResult =
  | { readonly outcome: 'saved'; readonly reflection: Reflection }
  | { readonly outcome: 'conflict' | 'locked' | 'quota' | 'failed' };

/** What became of anything else that is asked of a store. */
export type StoreResult = 'done' | 'wrong-passphrase' | 'damaged' | 'locked' | 'quota' | 'failed';

/** What a store holds: newest first, and the ids of what could not be read, which is left as it is. */
export interface Kept {
  readonly reflections: readonly Reflection[];
  readonly damaged: readonly string[];
}

/** Reflections kept on this device. No method throws or rejects. */
export interface ReflectionStore {
  /** As last seen by this tab. */
  readonly state: StoreState;
  /** Whether a passphrase is set. */
  readonly encrypted: boolean;
  /** Looks how things stand, without creating anything. */
  look(): Promise<StoreState>;
  list(): Promise<Kept>;
  /** Saves a new reflection (`version` 0), or changes the one that was read with that version. Creates the store. */
  save(draft: ReflectionDraft, version: number): Promise<SaveResult>;
  /**
   * Deletes one, whatever it is. With a `version` only while that is the kept one: `conflict` when another tab has changed
   * it since. Needs no passphrase. What is gone already is `done`.
   */
  remove(id: string, version?: number): Promise<StoreResult | 'conflict'>;
  /** Deletes the whole database, the passphrase with it. */
  clear(): Promise<StoreResult>;
  unlock(passphrase: string): Promise<StoreResult>;
  /** Forgets the key. */
  lock(): void;
  /**
   * Sets (encrypting all that is kept), changes (without encrypting anything anew) or, with an empty `next`, takes away the
   * passphrase (`damaged` while there is anything that cannot be read: it would be lost with the key).
   * `current` is empty when none is set.
   */
  setPassphrase(current: string, next: string): Promise<StoreResult>;
  /** Reflections as one encrypted JSON text, whether they are kept or not. */
  backup(reflections: readonly Reflection[], passphrase: string): Promise<string | undefined>;
  /** Reads a backup to its end, and changes nothing. */
  openBackup(text: string, passphrase: string): Promise<readonly Reflection[] | 'wrong-passphrase' | 'damaged'>;
  /**
   * All or nothing, read back like a save. `merge`: what is here stays, and of two with one id the later change;
   * `replace`: what is here goes.
   */
  restore(reflections: readonly Reflection[], mode: 'merge' | 'replace'): Promise<StoreResult>;
  /** Stops listening to other tabs and closes the connection. */
  close(): void;
}
