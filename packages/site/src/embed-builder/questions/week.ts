/** Days as opening hours name them, from Monday. */
export const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/** The times of each day, from Monday, as they were written: `09:00-12:00 13:00-17:00`. Empty for a day without hours. */
export type Week = readonly string[];

const part = /^(Mo|Tu|We|Th|Fr|Sa|Su)(?:-(Mo|Tu|We|Th|Fr|Sa|Su))? (.*)$/s;

/** Times without what separates days. */
const cleaned = (times: string): string => times.replace(/[\s,;]+/g, ' ').trim();

/** Opening hours in one text. Days with the same times follow one another as a range. */
export function textOf(week: Week): string {
  const ranges: { from: string; to: string; times: string; last: number }[] = [];
  for (const [index, day] of days.entries()) {
    const times = cleaned(week[index] ?? '');
    const range = ranges.at(-1);
    if (!times) continue;
    if (range?.times === times && range.last === index - 1) Object.assign(range, { to: day, last: index });
    else ranges.push({ from: day, to: day, times, last: index });
  }
  return ranges.map(({ from, to, times }) => `${from === to ? from : `${from}-${to}`} ${times}`).join(', ');
}

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
