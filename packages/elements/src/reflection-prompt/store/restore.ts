import { checkReflection } from '../model/check-reflection.js';
import type { Reflection, StoreResult, StoreState } from '../model/reflection.js';
import { isSameKey, type DataKey } from './data-key.js';
import type { Stored } from './database.js';
import { decode, encode, mapInChunks } from './entries.js';
import type { Plan } from './persist.js';
import type { Cryptography } from './vault.js';

/** `merge` keeps what is stored, and the later change of two with one id; `replace` deletes what is stored. */
export type RestoreMode = 'merge' | 'replace';

/** Stores all reflections of a backup, or none. */
export function planRestore({
  crypto,
  unlocked,
  state,
  reflections,
  mode,
}: {
  readonly crypto: Cryptography;
  readonly unlocked: DataKey | undefined;
  /** State of the store after the latest read. */
  readonly state: () => StoreState;
  readonly reflections: readonly Reflection[];
  readonly mode: RestoreMode;
}): Plan<StoreResult> {
  return async ({ key, entries }) => {
    if (!isSameKey(key, unlocked)) return { result: state() === 'damaged' ? 'damaged' : 'locked' };
    const stored = new Map(entries.map((entry) => [entry.id, entry]));
    const restored = new Map<string, Stored>(mode === 'merge' ? stored : []);
    const restore = async (value: Reflection): Promise<boolean> => {
      const reflection = checkReflection(value);
      if (!reflection) return false;
      const { id, text, changed } = reflection;
      const entry = stored.get(id);
      const current = await decode(crypto, entry, unlocked?.key);
      const stays =
        current &&
        (mode === 'merge' ? current.changed >= changed : current.changed === changed && current.text === text);
      // A newer version, so that a tab that is changing the stored one notices.
      const version = Math.max(reflection.version, current ? current.version + 1 : 0);
      restored.set(id, entry && stays ? entry : await encode(crypto, { ...reflection, version }, unlocked?.key));
      return true;
    };
    const valid = await mapInChunks(reflections, restore);
    return valid.every(Boolean)
      ? { content: { key, entries: [...restored.values()] }, result: 'done' }
      : { result: 'damaged' };
  };
}
