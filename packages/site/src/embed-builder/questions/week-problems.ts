import type { Problem } from '@havenkit/embed/snippets';
import type { RawConfiguration } from '@havenkit/elements/foundation';
import { strings } from '../words/strings.js';
import { timesInWords } from './times-in-words.js';
import { itemsOf } from './values.js';
import { days, rangesOf, weekOf, type Range } from './week.js';

const list = new Intl.ListFormat(strings.code, { type: 'conjunction' });

/** Days by their names, such as "Monday to Friday". */
const daysInWords = (from: number, to: number): string => {
  const [first = '', last = ''] = [from, to].map((day) => strings.days[day]);
  return from === to ? first : strings.understood.days(first, last);
};

const rangeInWords = ({ from, to, times }: Range): string => strings.understood.day(daysInWords(from, to), times);

/** A text with the names of days in the place of their codes. */
const codesInWords = (text: string): string =>
  text.replace(/\b(Mo|Tu|We|Th|Fr|Sa|Su)\b(?:-(Mo|Tu|We|Th|Fr|Sa|Su)\b)?/g, (_, from: string, to = from) => {
    const [first = 0, last = 0] = [from, to as string].map((code) => days.findIndex((day) => day === code));
    return daysInWords(first, last);
  });

/** The days and times of a text that cannot be read, or else what the card quotes of it. */
function unreadIn(text: string, quoted = text): string {
  const ranges = rangesOf(weekOf(text) ?? []).filter(({ times }) => !timesInWords(times));
  return ranges.length ? list.format(ranges.map(rangeInWords)) : codesInWords(quoted);
}

const reported = /^(expected hours such as .+?)(?:, found (.+?))?(, so no hours are shown)?$/s;

/**
 * What is wrong with opening hours, by the days and in the words that a person wrote. The card reads hours word by word, quotes only the
 * first word that it does not know, and nothing if there are no other hours. Hours as data are the answer to the same question.
 */
export function weekProblems(problems: readonly Problem[], { openingHours }: RawConfiguration): readonly Problem[] {
  return problems.map((each) => {
    if (each.path.startsWith('openingHoursSpecification')) return { ...each, path: 'openingHours' };
    const [, expected, quoted, consequence = ''] = reported.exec(each.text) ?? [];
    if (!each.path.startsWith('openingHours') || !expected) return each;
    const text = itemsOf(openingHours).join(', ');
    return { ...each, text: `${expected}, found ${unreadIn(text, quoted)}${consequence}` };
  });
}
