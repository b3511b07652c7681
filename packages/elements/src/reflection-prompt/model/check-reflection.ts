import type { Reflection } from './reflection.js';

/** Longest texts, in UTF-16 code units: far above what a person writes, so that damage cannot fill the memory. */
export const longest = { id: 64, promptId: 1000, prompt: 10_000, text: 1_000_000 } as const;

/** As `Date.toISOString` writes an instant: texts of this form sort by time. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * Checks a value that comes from outside: from the database, a backup, or a page's own script.
 *
 * @returns a new object with the properties of a reflection and no others; `undefined` when one is missing, is of another
 * type, is no instant (`created`, `changed`), no letters, digits and hyphens (`id`), no positive integer (`version`) or is
 * too long
 */
export function checkReflection(value: unknown): Reflection | undefined {
  const { id, promptId, prompt, text, created, changed, version } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const short = (one: unknown, most: number): one is string => typeof one === 'string' && one.length <= most;
  const isInstant = (one: unknown): one is string => short(one, 24) && instant.test(one) && !isNaN(Date.parse(one));
  return short(id, longest.id) &&
    /^[a-z\d-]+$/i.test(id) &&
    short(promptId, longest.promptId) &&
    short(prompt, longest.prompt) &&
    short(text, longest.text) &&
    isInstant(created) &&
    isInstant(changed) &&
    Number.isSafeInteger(version) &&
    (version as number) > 0
    ? { id, promptId, prompt, text, created, changed, version: version as number }
    : undefined;
}
