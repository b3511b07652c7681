import { isObject } from '@havenkit/embed/snippets';
import type { RawConfiguration } from '@havenkit/elements/foundation';
import { questionsAbout, type Question } from './schema.js';
import { itemsOf } from './values.js';

type List = Question & { kind: 'list' };

/** The beginning of an id, such as `prompt-` for `prompts`. Ids of JSON-LD are addresses on the page. */
const stem = ({ key, idKey }: List): string => (idKey === '@id' ? '#session-' : `${key.replace(/s$/, '')}-`);

/**
 * An id for a new item of a list, which no other item ever had: notes of a visitor belong to the id of a question, and sign-ups to that
 * of a session, also if that is removed.
 */
export function newId(list: List): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return stem(list) + number.toString(36);
}

/** The questions about the items of a list or group. */
const inner = (question: Question): readonly Question[] =>
  question.kind === 'list'
    ? inner(question.item)
    : question.kind === 'group' || question.kind === 'session'
      ? question.questions
      : [];

/** Ids that lists with the same key share, such as the stops of both arcs. */
class Ids {
  // A form has this one for people who are not sure yet.
  readonly #taken = new Map([['hasCourseInstance', new Set<unknown>(['unsure'])]]);

  /** @param id - that of the item, if it has one */
  for(list: List, id: unknown, index: number): unknown {
    const ids = this.#taken.get(list.key) ?? new Set();
    this.#taken.set(list.key, ids);
    let result = id || undefined;
    // The form tells sessions with the same id apart by their places.
    if (list.idKey === '@id' && result !== undefined && ids.has(result)) result = `${result as string}[${index}]`;
    for (let number = 1; result === undefined || ids.has(result); number++) result = `${stem(list)}${number}`;
    ids.add(result);
    return result;
  }
}

/** What an item is known by. Without an id of its own, a session is known by its name, also after that has changed. */
function idOf(item: RawConfiguration, { idKey }: List): unknown {
  const id = idKey && item[idKey];
  if (idKey !== '@id' || id) return id;
  const { name } = item;
  return typeof name === 'string' ? name.trim() : undefined;
}

/**
 * Gives every item an id of its own where one is needed, because the page does not ask for it. Ids that are there stay, and the same
 * items always get the same ids.
 */
export function withIds(widget: string, configuration: RawConfiguration): RawConfiguration {
  const ids = new Ids();
  const inObject = (fields: RawConfiguration, questions: readonly Question[]): RawConfiguration => {
    const result = new Map(Object.entries(fields));
    for (const question of questions) {
      const value = fields[question.key];
      const inside = inner(question);
      if (value === undefined || !inside.length) continue;
      if (question.kind === 'list')
        result.set(
          question.key,
          itemsOf(value).map((item, index) => inItem(item, question, index)),
        );
      else if (isObject(value)) result.set(question.key, inObject(value, inside));
    }
    return Object.fromEntries(result);
  };
  const inItem = (item: unknown, list: List, index: number): unknown => {
    if (!isObject(item)) return item;
    const filled = inObject(item, inner(list));
    return list.idKey ? { ...filled, [list.idKey]: ids.for(list, idOf(item, list), index) } : filled;
  };
  return inObject(configuration, questionsAbout(widget));
}
