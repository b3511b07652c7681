/** Days as opening hours name them, from Monday. */
export const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/** The times of each day, from Monday, as they were written: `09:00-12:00 13:00-17:00`. Empty for a day without hours. */
export type Week = readonly string[];

/** Days that follow one another, by their numbers from Monday, and their times. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly times: string;
}

const part = /^(Mo|Tu|We|Th|Fr|Sa|Su)(?:-(Mo|Tu|We|Th|Fr|Sa|Su))? (.*)$/s;

/** Times without what separates days. */
const cleaned = (times: string): string => times.replace(/[\s,;]+/g, ' ').trim();

/** The days with hours. Those with the same times that follow one another are a range. */
export function rangesOf(week: Week): Range[] {
  const ranges: Range[] = [];
  for (const index of days.keys()) {
    const times = cleaned(week[index] ?? '');
    const range = ranges.at(-1);
    if (!times) continue;
    if (range?.times === times && range.to === index - 1) ranges.splice(-1, 1, { ...range, to: index });
    else ranges.push({ from: index, to: index, times });
  }
  return ranges;
}

/** Opening hours in one text. */
export const textOf = (week: Week): string =>
  rangesOf(week)
    .map(({ from, to, times }) => `${from === to ? days[from] : `${days[from]}-${days[to]}`} ${times}`)
    .join(', ');

/** The week of a text, or `undefined` if the text says it in another way. */
export function weekOf(text: string): Week | undefined {
  const week: string[] = days.map(() => '');
  for (const segment of text ? text.split(/\s*[,;]\s*/) : []) {
    const [, from = '', to = from, times = ''] = part.exec(segment) ?? [];
    const [first, last] = [from, to].map((day) => days.findIndex((each) => each === day));
    if (first === undefined || last === undefined || first < 0 || last < first || !times) return undefined;
    for (let index = first; index <= last; index++) {
      // Twice the same day: only the text itself has both.
      if (week[index]) return undefined;
      week[index] = times;
    }
  }
  return week;
}
