import { toJson } from '../../foundation/formats/json.js';
import type { Reflection } from './reflection.js';

/** More changes than a person makes. Older states count as unrelated: then both texts are kept. */
export const maxLineage = 100;

/** The ids of every saved state of a reflection, the current one last. States saved without an id are known by their time. */
export const lineageOf = ({ id, changed, lineage = [`${id} ${changed}`] }: Reflection): readonly string[] => lineage;

/** Id of the saved state that a reflection is in. */
export const stateOf = (reflection: Reflection): string => lineageOf(reflection).at(-1) as string;

/** The lineage after one more save. */
export const extendLineage = (lineage: readonly string[], state: string): readonly string[] =>
  [...lineage, state].slice(-maxLineage);

const contentOf = ({ created, promptId, prompt, text }: Reflection): string =>
  toJson([created, promptId, prompt, text]);

/**
 * Adds the reflections of a backup to stored ones. Lineages decide which of two came later, since clocks may be wrong: a later
 * state replaces an earlier one. Where neither came from the other, both are kept.
 *
 * @param newId - id for a reflection whose own id is taken
 */
export function mergeReflections(
  stored: readonly Reflection[],
  backup: readonly Reflection[],
  newId: () => string,
): Reflection[] {
  const merged = new Map<string, Reflection>();
  /** Ids of the merged reflections, by their state. */
  const ids = new Map<string, string>();
  /** Every state that the merged reflections have or had. */
  const known = new Set<string>();
  const put = (reflection: Reflection): void => {
    merged.set(reflection.id, reflection);
    ids.set(stateOf(reflection), reflection.id);
    for (const state of lineageOf(reflection)) known.add(state);
  };
  stored.forEach(put);
  const added = new Set<string>();
  for (const reflection of backup) {
    if (known.has(stateOf(reflection))) continue;
    const lineage = lineageOf(reflection);
    const earlier = lineage.find((state) => ids.has(state)) ?? '';
    const id = ids.get(earlier) ?? (merged.has(reflection.id) ? newId() : reflection.id);
    if (!merged.has(id)) added.add(id);
    ids.delete(earlier);
    put(id === reflection.id ? reflection : { ...reflection, id, lineage });
  }
  // Of two with the same content, the first one stays. Known only now, because it may have been replaced.
  const all = [...merged.values()];
  const first = new Map(all.toReversed().map((reflection) => [contentOf(reflection), reflection]));
  return all.filter((reflection) => !added.has(reflection.id) || first.get(contentOf(reflection)) === reflection);
}
