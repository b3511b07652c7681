import { strings } from '../words/strings.js';
import { clockTimes } from './clock-times.js';

const span = /^(\d\d:\d\d)-(\d\d:\d\d)$/;

/** A 12-hour clock, so that a mistake between morning and evening is noticed. */
const clock = new Intl.DateTimeFormat(`${strings.code}-US`, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
const and = new Intl.ListFormat(strings.code, { type: 'conjunction' });

function inWords(hour: string, minute: string): string {
  const time = Number(hour) * 60 + Number(minute);
  if (time === 12 * 60) return strings.understood.noon;
  return time % (24 * 60) ? clock.format(time * 60_000) : strings.understood.midnight;
}

/** A span of two times such as `18:30` in words. It may end on the next day. */
export function spanInWords(opens: string, closes: string): string {
  const [from, to] = [opens, closes].map((time) => inWords(...(time.split(':') as [string, string])));
  return strings.understood.span(from ?? '', closes <= opens ? strings.understood.nextDay(to ?? '') : (to ?? ''));
}

/** The times of a day in words, as they are understood; empty if they are not. */
export function timesInWords(times: string): string {
  if (clockTimes(times) === 'closed') return strings.understood.closed;
  const spans = clockTimes(times)
    .split(' ')
    .map((each) => span.exec(each));
  const words = spans.flatMap((match) => {
    if (!match) return [];
    if (match[0] === '00:00-24:00') return strings.understood.allDay;
    const [, opens = '', closes = ''] = match;
    return spanInWords(opens, closes);
  });
  return words.length === spans.length ? and.format(words) : '';
}
