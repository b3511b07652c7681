import { maxLineage } from './lineage.js';
import type { Reflection } from './reflection.js';

/** Maximum lengths in UTF-16 code units: far more than a person writes, so that damaged data cannot fill the memory. */
export const maxLengths = { id: 64, promptId: 1000, prompt: 10_000, text: 1_000_000 } as const;

/** The format of `isoInstant`, which sorts by time. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const isText = (value: unknown, maxLength: number): value is string =>
  typeof value === 'string' && value.length <= maxLength;

const isInstant = (value: unknown): value is string =>
  isText(value, 24) && instant.test(value) && !isNaN(+new Date(value));

const isLineage = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.length <= maxLineage && value.every((state) => isText(state, 100));

/**
 * Checks a value from the database, a backup or another script.
 *
 * @returns a new object with the properties of a reflection and no others; `undefined` when one is missing, too long, or not
 * what it has to be: an instant (`created`, `changed`), letters, digits and hyphens (`id`), a positive integer (`version`), or
 * text. Only the `lineage` may be missing: one that is not a list of texts is left out.
 */
export function checkReflection(value: unknown): Reflection | undefined {
  const { id, promptId, prompt, text, created, changed, version, lineage } = (value ?? {}) as Readonly<
    Record<string, unknown>
  >;
  return isText(id, maxLengths.id) &&
    /^[a-z\d-]+$/i.test(id) &&
    isText(promptId, maxLengths.promptId) &&
    isText(prompt, maxLengths.prompt) &&
    isText(text, maxLengths.text) &&
    isInstant(created) &&
    isInstant(changed) &&
    Number.isSafeInteger(version) &&
    (version as number) > 0
    ? {
        id,
        promptId,
        prompt,
        text,
        created,
        changed,
        version: version as number,
        ...(isLineage(lineage) && { lineage }),
      }
    : undefined;
}
