import { checkReflection } from '../model/check-reflection.js';
import type { ReflectionDraft, SaveResult } from '../model/reflection.js';
import { isSameKey, type DataKey } from './data-key.js';
import { decode, encode } from './entries.js';
import type { Plan } from './persist.js';
import type { Cryptography } from './vault.js';

/** Saves a draft as a new reflection (`version` 0), or as a change of that version. */
export function planSave({
  crypto,
  unlocked,
  draft: { id, promptId, prompt, text },
  version,
  changed,
}: {
  readonly crypto: Cryptography;
  readonly unlocked: DataKey | undefined;
  readonly draft: ReflectionDraft;
  readonly version: number;
  /** ISO 8601 instant of the save. */
  readonly changed: string;
}): Plan<SaveResult> {
  return async ({ key, entries: [entry] }) => {
    if (!isSameKey(key, unlocked)) return { result: { outcome: 'locked' } };
    const current = await decode(crypto, entry, unlocked?.key);
    // Written by an earlier attempt, or another tab has written the same.
    if (
      current?.version === version + 1 &&
      current.text === text &&
      current.prompt === prompt &&
      current.promptId === promptId
    )
      return { result: { outcome: 'saved', reflection: current } };
    if ((entry?.version ?? 0) !== version) return { result: { outcome: 'conflict' } };
    const created = current?.created ?? changed;
    const reflection = checkReflection({ id, promptId, prompt, text, created, changed, version: version + 1 });
    // What could not be read again is not written, and an unreadable entry is not overwritten.
    if (!reflection || (entry && !current)) return { result: { outcome: 'failed' } };
    return {
      content: { key, entries: [await encode(crypto, reflection, unlocked?.key)] },
      result: { outcome: 'saved', reflection },
    };
  };
}
