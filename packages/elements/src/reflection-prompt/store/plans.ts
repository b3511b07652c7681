import { uuid } from '../../foundation/browser/uuid.js';
import { isoInstant } from '../../foundation/formats/iso-instant.js';
import { checkReflection } from '../model/check-reflection.js';
import { extendLineage, lineageOf, mergeReflections, stateOf } from '../model/lineage.js';
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

/** `merge` adds to what is stored, and keeps the later of two states; `replace` deletes what is stored. */
export type RestoreMode = 'merge' | 'replace';

/**
 * Saves a draft as a new reflection (`version` 0), or as a change of that version and lineage.
 *
 * @param now - ISO 8601 instant of the save; a change is always later than what it changes, even if the clock is wrong
 */
export function planSave(
  unlocked: DataKey | undefined,
  { id, promptId, prompt, text, lineage }: ReflectionDraft,
  version: number,
  now: string,
): Plan<SaveResult> {
  const state = randomBase64(9);
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
    // Deleted and restored from elsewhere, a reflection may have the same version and another text.
    if (current && lineage && lineage.at(-1) !== stateOf(current)) return { result: 'conflict' };
    const result = checkReflection({
      id,
      promptId,
      prompt,
      text,
      created: current?.created ?? now,
      changed: current && current.changed >= now ? isoInstant(+new Date(current.changed) + 1) : now,
      version: version + 1,
      lineage: extendLineage(current ? lineageOf(current) : [], state),
    });
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
  const backup = reflections.map(checkReflection).filter((reflection) => !!reflection);
  return async ({ key, entries }) => {
    if (!isSameKey(unlocked, key)) return { result: 'locked' };
    if (backup.length < reflections.length) return { result: 'damaged' };
    const stored = new Map(entries.map((entry) => [entry.id, entry]));
    const readable = (await mapInChunks(entries, (entry) => decode(entry, unlocked))).filter((entry) => !!entry);
    const current = new Map(readable.map((reflection) => [reflection.id, reflection]));
    const merged = mergeReflections(mode === 'merge' ? readable : [], backup, uuid);
    const restored = await mapInChunks(merged, async (reflection): Promise<Stored> => {
      const { id, text, version } = reflection;
      const before = current.get(id);
      if (before?.text === text && stateOf(before) === stateOf(reflection)) return stored.get(id) as Stored;
      // A newer version, so that a tab that is changing the stored one notices.
      return encode({ ...reflection, version: Math.max(version, before ? before.version + 1 : 0) }, unlocked);
    });
    const ids = new Set(merged.map(({ id }) => id));
    const unreadable = mode === 'merge' ? entries.filter(({ id }) => !ids.has(id)) : [];
    return { content: { key, entries: [...unreadable, ...restored] }, result: 'done' };
  };
}

/**
 * Opens the box with the data key, and closes it with another password if that is wanted.
 *
 * @param current - empty when no password is set
 * @param next - `undefined` keeps the password, an empty one removes it
 * @param onOpen - called with the data key once the current password has opened its box
 */
export function planPassword(
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
