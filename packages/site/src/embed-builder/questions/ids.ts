import { isObject } from '@havenkit/embed/snippets';
import type { RawConfiguration } from '@havenkit/elements/foundation';
import { questionsAbout, type Question } from './schema.js';
import { itemsOf } from './values.js';

/** Such as `prompt` for `prompts`. */
const stem = (key: string): string => key.replace(/s$/, '');

/**
 * An id for a new item of a list, which no other item ever had: notes of a visitor belong to the id of a question, also if that is
 * removed.
 */
export function newId(key: string): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `${stem(key)}-${number.toString(36)}`;
}

/** The questions about the items of a list or group. */
const inner = (question: Question): readonly Question[] =>
  question.kind === 'list' ? inner(question.item) : question.kind === 'group' ? question.questions : [];

/**
 * Gives every item an id of its own where one is needed, because the page does not ask for it. Ids that are there stay, and the same
 * items always get the same ids.
 */
export function withIds(widget: string, configuration: RawConfiguration): RawConfiguration {
  // Ids of the lists with the same key, such as the stops of both arcs.
  const taken = new Map<string, Set<unknown>>();
  const idFor = (key: string, id: unknown): unknown => {
    const ids = taken.get(key) ?? new Set();
    taken.set(key, ids);
    let result = id || undefined;
    for (let number = 1; result === undefined || ids.has(result); number++) result = `${stem(key)}-${number}`;
    ids.add(result);
    return result;
  };
  const inObject = (fields: RawConfiguration, questions: readonly Question[]): RawConfiguration => {
    const result = new Map(Object.entries(fields));
    for (const question of questions) {
      const value = fields[question.key];
      const inside = inner(question);
      if (value === undefined || !inside.length) continue;
      if (question.kind === 'list')
        result.set(
          question.key,
          itemsOf(value).map((item) => inItem(item, question)),
        );
      else if (isObject(value)) result.set(question.key, inObject(value, inside));
    }
    return Object.fromEntries(result);
  };
  const inItem = (item: unknown, question: Question & { kind: 'list' }): unknown => {
    if (!isObject(item)) return item;
    const filled = inObject(item, inner(question));
    return question.hasIds ? { ...filled, id: idFor(question.key, item['id']) } : filled;
  };
  return inObject(configuration, questionsAbout(widget));
}
