/** A time as people write it: `9`, `9:30`, `9.30`, `0930`, `9h30`, `9 h`, `5pm`, `5:30 p.m.`. */
const time = /(\d{1,2})(?:[:.h]?(\d{2}))?\s*(?:h(?:rs?)?\b\.?\s*)?(?:([ap])\.?\s?m\.?)?(?![\d:])/giy;
const dash = /\s*(?:-|–|—|to|al?)\s*/iy;
const gap = /\s*(?:and|y|&)\s+|[\s,;]+/iy;

/** Times that have a name, with the number that some write before it: `12 noon`. */
const named: readonly (readonly [name: RegExp, time: string])[] = [
  [/(?:\b12(?::00)?\s*)?\b(?:noon|midday|mediod[ií]a)\b/gi, '12pm'],
  [/(?:\b12(?::00)?\s*)?\b(?:midnight|medianoche)\b/gi, '12am'],
];

/** A day that is open from its beginning to its end. */
const wholeDay = /^(?:24\s*(?:\/\s*7|h(?:(?:ou)?rs?|oras)?)|all day|todo el d[ií]a)\.?$/i;

/** A day without hours, which may also stay empty. */
const closedDay = /^(?:closed|cerrado)\.?$/i;

/** Hours from which on a number without a zero before it is a time of the morning. */
const firstMorningHour = 6;

interface Clock {
  readonly hour: number;
  readonly minutes: string;
  /** Whether it can only be this time: with am or pm, with a zero before it, or after 12. */
  readonly isSure: boolean;
  /** Hours that am or pm adds; `undefined` without one. */
  readonly half?: 0 | 12;
}

/** Matches at a place of a text, and goes on behind the match. */
function next(pattern: RegExp, text: string, place: { at: number }): RegExpExecArray | undefined {
  pattern.lastIndex = place.at;
  const match = pattern.exec(text) ?? undefined;
  if (match) place.at = pattern.lastIndex;
  return match;
}

function clockOf([, digits = '', minutes = '00', half]: RegExpExecArray): Clock | undefined {
  const hour = Number(digits);
  if (hour * 60 + Number(minutes) > 24 * 60 || Number(minutes) > 59 || (half && (hour < 1 || hour > 12)))
    return undefined;
  if (!half) return { hour, minutes, isSure: digits.startsWith('0') || hour > 12 };
  const added = half.toLowerCase() === 'p' ? 12 : 0;
  return { hour: (hour % 12) + added, minutes, isSure: true, half: added };
}

const minutesOf = ({ hour, minutes }: Clock): number => hour * 60 + Number(minutes);

/** The same time after noon, if the one before it, or the usual hours of a practice, make it one. */
function afterNoon(clock: Clock, before: Clock | undefined): Clock {
  const isEarly = before ? minutesOf(clock) <= minutesOf(before) : clock.hour < firstMorningHour;
  return !clock.isSure && isEarly && clock.hour < 12 ? { ...clock, hour: clock.hour + 12 } : clock;
}

/** The start of a span: am or pm after its end is meant for both, as in `6-8pm`, unless it would be after the end. */
function startOf(from: Clock, to: Clock, before: Clock | undefined): Clock {
  if (from.isSure || to.half === undefined) return afterNoon(from, before);
  const same = { ...from, hour: (from.hour % 12) + to.half };
  return minutesOf(same) < minutesOf(to) ? same : from;
}

const written = ({ hour, minutes }: Clock): string => `${hour}`.padStart(2, '0') + `:${minutes}`;

/**
 * Times of a day on a 24-hour clock, from those that people write: `9-12 1-5`, `9am to 5pm`. Numbers without a zero before them that go
 * back in time are of the afternoon.
 *
 * @returns `09:00-12:00 13:00-17:00`; the text itself if it says the times in another way
 */
export function clockTimes(text: string): string {
  if (closedDay.test(text.trim())) return 'closed';
  if (wholeDay.test(text.trim())) return '00:00-24:00';
  const place = { at: 0 };
  const spans: string[] = [];
  const trimmed = named.reduce((all, [name, clock]) => all.replace(name, clock), text.trim());
  let before: Clock | undefined;
  const read = (): Clock | undefined => {
    const match = next(time, trimmed, place);
    return match && clockOf(match);
  };
  while (place.at < trimmed.length) {
    const start = read();
    const end = start && next(dash, trimmed, place) && read();
    if (!end) return text;
    const from = startOf(start, end, before);
    before = afterNoon(end, from);
    spans.push(`${written(from)}-${written(before)}`);
    if (place.at < trimmed.length && !next(gap, trimmed, place)) return text;
  }
  return spans.join(' ');
}
