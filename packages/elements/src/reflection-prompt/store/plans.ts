import { checkReflection } from '../model/check-reflection.js';
import type { Reflection, ReflectionDraft, SaveResult, StoreResult } from '../model/reflection.js';
import type { Content, Stored } from './database.js';
import { decode, encode, isSameKey, mapInChunks, type DataKey } from './entries.js';
import { closeBox, importKey, minIterations, openBox, randomBase64, type Box } from './vault.js';

/** What to do with the stored content. */
interface Decision<Result> {
  /** Replaces the stored content. Without it nothing is written. */
  readonly content?: Content | undefined;
  /** Result of the operation; with `content`, once that was read back. */
  readonly result: Result;
}

/** Decides what to do with the stored content. It is called again when another tab has changed the content meanwhile. */
export type Plan<Result> = (stored: Content) => Decision<Result> | Promise<Decision<Result>>;

/** `merge` keeps what is stored, and the later change of two with one id; `replace` deletes what is stored. */
export type RestoreMode = 'merge' | 'replace';

/**
 * Saves a draft as a new reflection (`version` 0), or as a change of that version.
 *
 * @param now - ISO 8601 instant of the save
 */
export function planSave(
  unlocked: DataKey | undefined,
  { id, promptId, prompt, text }: ReflectionDraft,
  version: number,
  now: string,
): Plan<SaveResult> {
  return async ({ key, entries: [entry] }) => {
    if (!isSameKey(unlocked, key)) return { result: 'locked' };
    const current = await decode(entry, unlocked);
    // An earlier attempt or another tab has written the same.
    if (
      current?.version === version + 1 &&
      current.text === text &&
      current.prompt === prompt &&
      current.promptId === promptId
    )
      return { result: current };
    if ((entry?.version ?? 0) !== version) return { result: 'conflict' };
    const created = current?.created ?? now;
    const result = checkReflection({ id, promptId, prompt, text, created, changed: now, version: version + 1 });
    // A reflection that could not be read again is not written, and an unreadable entry is not overwritten.
    if (!result || (entry && !current)) return { result: 'failed' };
    return { content: { key, entries: [await encode(result, unlocked)] }, result };
  };
}

/** Stores all reflections of a backup, or none. */
export function planRestore(
  unlocked: DataKey | undefined,
  reflections: readonly Reflection[],
  mode: RestoreMode,
): Plan<StoreResult> {
  return async ({ key, entries }) => {
    if (!isSameKey(unlocked, key)) return { result: 'locked' };
    const stored = new Map(entries.map((entry) => [entry.id, entry]));
    const restored = new Map<string, Stored>(mode === 'merge' ? stored : []);
    const restore = async (value: Reflection): Promise<boolean> => {
      const reflection = checkReflection(value);
      if (!reflection) return false;
      const { id, text, changed } = reflection;
      const entry = stored.get(id);
      const current = await decode(entry, unlocked);
      const stays =
        current &&
        (mode === 'merge' ? current.changed >= changed : current.changed === changed && current.text === text);
      // A newer version, so that a tab that is changing the stored one notices.
      const version = Math.max(reflection.version, current ? current.version + 1 : 0);
      restored.set(id, entry && stays ? entry : await encode({ ...reflection, version }, unlocked));
      return true;
    };
    const valid = await mapInChunks(reflections, restore);
    return valid.every(Boolean)
      ? { content: { key, entries: [...restored.values()] }, result: 'done' }
      : { result: 'damaged' };
  };
}

/**
 * Opens the box with the data key, and closes it with another passphrase if that is wanted.
 *
 * @param current - empty when no passphrase is set
 * @param next - `undefined` keeps the passphrase, an empty one removes it
 * @param onOpen - called with the data key once the current passphrase has opened its box
 */
export function planPassphrase(
  current: string,
  next: string | undefined,
  iterations = minIterations,
  onOpen: (unlocked: DataKey | undefined) => void,
): Plan<StoreResult> {
  let box: Box | undefined;
  return async ({ key, entries }) => {
    // It was written, and another tab has changed something else since.
    if (box && key?.check === box.check) return { result: 'done' };
    onOpen(undefined);
    if (!key && !next) return { result: 'done' };
    if (key && !current) return { result: 'locked' };
    const opened = key ? await openBox(current, key, 'key') : { text: randomBase64(32) };
    if (typeof opened === 'string') return { result: opened };
    const unlocked = { id: key?.id ?? randomBase64(16), key: await importKey(opened.text) };
    onOpen(unlocked);
    if (next === '') {
      const decoded = await mapInChunks(entries, (entry) => decode(entry, unlocked));
      // An unreadable entry would be lost with the key.
      return decoded.every((entry) => !!entry)
        ? { content: { key: undefined, entries: decoded }, result: 'done' }
        : { result: 'damaged' };
    }
    if (key && next === undefined && key.iterations >= iterations) return { result: 'done' };
    box = await closeBox(next ?? current, opened.text, 'key', iterations);
    return {
      content: {
        key: { id: unlocked.id, ...box },
        entries: key ? entries : await mapInChunks(entries, (entry) => encode(entry, unlocked)),
      },
      result: 'done',
    };
  };
}
