/** A saved answer. */
export interface Reflection {
  /** Random UUID. */
  readonly id: string;
  /** Id of the prompt that it answers. */
  readonly promptId: string;
  /** The prompt as the person read it, so that a saved answer still makes sense when prompts change. */
  readonly prompt: string;
  /** The answer. */
  readonly text: string;
  /** ISO 8601 instant of the first save. */
  readonly created: string;
  /** ISO 8601 instant of the last save. */
  readonly changed: string;
  /** 1 for the first save, one more for every change. A save names the version that it changes. */
  readonly version: number;
  /** A random id of every save, the last one last. The first release did not store it. */
  readonly lineage?: readonly string[] | undefined;
}

/** The part of a reflection that a person writes, and the lineage of what is changed. The store adds the times and the version. */
export type ReflectionDraft = Pick<Reflection, 'id' | 'promptId' | 'prompt' | 'text' | 'lineage'>;

/** The content of a store: reflections, newest first, and the number of unreadable entries, which are left untouched. */
export interface SavedReflections {
  readonly reflections: readonly Reflection[];
  readonly damaged: number;
}

/** The content of an empty store. */
export const nothingSaved: SavedReflections = { reflections: [], damaged: 0 };

/**
 * State of a store.
 *
 * - `none`: nothing is saved on this device, and no database exists
 * - `open`: readable
 * - `locked`: a password is needed
 * - `damaged`: the wrapped key cannot be read
 * - `unavailable`: the browser has no IndexedDB here, or refuses it
 */
export type StoreState = 'none' | 'open' | 'locked' | 'damaged' | 'unavailable';

/**
 * Result of a save: the reflection, read back from the store, or why it was not saved.
 *
 * - `conflict`: another tab has changed or deleted the version that was to be changed
 * - `locked`: another tab has set, replaced or removed the password; `state` and `encrypted` of the store are up to date
 * - `quota`: the device is full
 *
 * After a failure the same draft can be saved again with the same version, and is not written twice.
 */
export type SaveResult = Reflection | 'conflict' | 'locked' | 'quota' | 'failed';

/** Result of any other operation of a store. */
export type StoreResult = 'done' | 'wrong-password' | 'damaged' | 'locked' | 'quota' | 'failed';
