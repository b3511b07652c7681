import { isObject } from '@havenkit/embed/snippets';
import type { RawConfiguration } from '@havenkit/elements/foundation';
import { questionsAbout, type Question } from '../questions/schema.js';
import { idOf } from '../questions/field.view.js';
import { answerBehind, meetingsOf } from '../questions/session.js';
import { itemsOf, valueAt, type Path } from '../questions/values.js';
import { strings } from '../words/strings.js';

/** A place in the answers, as the page calls it. */
export interface Place {
  /** Titles of the questions, from the outer one to the inner one. */
  readonly titles: readonly string[];
  /** What is below the last question, which has no title, such as `.foo`. */
  readonly rest: string;
  /** Id of the field, or of the group of fields, that the page shows for the last question; empty if there is no question. */
  readonly id: string;
}

const keysIn = (path: string): (string | number)[] =>
  [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([key, index]) => (index === undefined ? key : Number(index)));

const written = (path: Path): string => path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');

/** The questions in a question. */
const inner = (question: Question): readonly Question[] =>
  question.kind === 'group' || question.kind === 'session' ? question.questions : [];

/**
 * Finds the questions that a JSON path leads through.
 *
 * @param path - such as `specialOpeningHoursSpecification[0].validFrom`
 */
export function placeOf(widget: string, path: string, configuration: unknown): Place {
  return follow(questionsAbout(widget), keysIn(path), configuration, []);
}

/** @param outer - path of the value */
function follow(questions: readonly Question[], keys: Path, value: unknown, outer: Path): Place {
  const [key = '', ...below] = keys;
  const question = questions.find((each) => each.key === key);
  if (!question) return { titles: [], rest: written(keys), id: outer.length ? idOf(outer) : '' };
  const meeting = isObject(value) && isMeeting(questions, value) ? answerBehind(keys.join('.')) : undefined;
  if (meeting) return { titles: [strings.meetings[meeting]], rest: '', id: `${idOf(outer)}-${meeting}` };
  const { title, here, next, rest, steps } = step(question, below, valueAt(value, [key]));
  const inside = follow(next, rest, here, [...outer, key, ...steps]);
  return { ...inside, titles: [title, ...inside.titles] };
}

/** Whether the page asks about the meetings of a session, and not for its instants. */
const isMeeting = (questions: readonly Question[], session: RawConfiguration): boolean =>
  questions.some(({ key }) => key === 'courseSchedule') && meetingsOf(session) !== undefined;

/** The title of a question, or of one item of it, and what follows there. */
function step(
  question: Question,
  keys: Path,
  value: unknown,
): { title: string; here: unknown; next: readonly Question[]; rest: Path; steps: Path } {
  const [first, ...others] = keys;
  const isItem = typeof first === 'number';
  const rest = isItem ? others : keys;
  // schema.org allows a single value in place of a list.
  const index = isItem ? first : 0;
  if (question.kind !== 'list' || !keys.length)
    return { title: question.title, here: value, next: inner(question), rest, steps: [] };
  const itemName = strings.itemNames[question.key] ?? question.title;
  const title = strings.item(itemName, index + 1);
  return { title, here: itemsOf(value)[index], next: inner(question.item), rest, steps: [index] };
}
