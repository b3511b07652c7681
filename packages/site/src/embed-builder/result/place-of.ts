import { isObject } from '@havenkit/embed/builder';
import type { RawConfiguration } from '@havenkit/elements/foundation';
import { questionsAbout, type Question } from '../questions/schema.js';
import { meetingsOf } from '../questions/session.js';
import { itemsOf, valueAt, type Path } from '../questions/values.js';
import { strings } from '../words/strings.js';

/** A place in the answers, as the page calls it. */
export interface Place {
  /** Titles of the questions, from the outer one to the inner one. */
  readonly titles: readonly string[];
  /** What is below the last question, which has no title, such as `.foo`. */
  readonly rest: string;
}

/** What the plain questions about meetings call the settings that they replace. */
const meetingTitles: Readonly<Record<string, string>> = {
  startDate: strings.meetings.date,
  endDate: strings.meetings.to,
  startTime: strings.meetings.from,
  endTime: strings.meetings.to,
  scheduleTimezone: strings.meetings.zone,
  repeatCount: strings.meetings.count,
  courseSchedule: strings.meetings.every,
};

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
  return follow(questionsAbout(widget), keysIn(path), configuration);
}

function follow(questions: readonly Question[], keys: Path, value: unknown): Place {
  const [key = '', ...below] = keys;
  const question = questions.find((each) => each.key === key);
  if (!question) return { titles: [], rest: written(keys) };
  const asMeeting =
    isObject(value) && isMeeting(questions, value)
      ? (meetingTitles[below.at(-1) ?? ''] ?? meetingTitles[key])
      : undefined;
  if (asMeeting) return { titles: [asMeeting], rest: '' };
  const { title, here, next, rest } = step(question, below, valueAt(value, [key]));
  const { titles, rest: unnamed } = follow(next, rest, here);
  return { titles: [title, ...titles], rest: unnamed };
}

/** Whether the page asks about the meetings of a session, and not for its instants. */
const isMeeting = (questions: readonly Question[], session: RawConfiguration): boolean =>
  questions.some(({ key }) => key === 'courseSchedule') && meetingsOf(session) !== undefined;

/** The title of a question, or of one item of it, and what follows there. */
function step(
  question: Question,
  keys: Path,
  value: unknown,
): { title: string; here: unknown; next: readonly Question[]; rest: Path } {
  const [first, ...others] = keys;
  const isItem = typeof first === 'number';
  const rest = isItem ? others : keys;
  // schema.org allows a single value in place of a list.
  const index = isItem ? first : 0;
  if (question.kind !== 'list' || !keys.length)
    return { title: question.title, here: value, next: inner(question), rest };
  const one = strings.oneOf[question.key] ?? question.title;
  return { title: strings.item(one, index + 1), here: itemsOf(value)[index], next: inner(question.item), rest };
}
