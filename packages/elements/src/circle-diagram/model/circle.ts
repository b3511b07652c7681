import {
  listOf,
  objectOf,
  text,
  type RawConfiguration,
  type Reader,
  type Reading,
} from '../../foundation/configuration/readers.js';

/** Allowed values of `view`. */
export const viewValues = ['auto', 'ring', 'list'] as const;

/** Most stops that an arc shows; two is the least. */
export const mostStops = 6;

/** Longest label of a stop, an arc or home, in characters; longer ones are cut. */
export const longestLabel = 60;

/** A place on the road: something that a child may need there. */
export interface Stop {
  /** Unique in the circle. */
  readonly id: string;
  readonly label: string;
  /** What it may look like. */
  readonly text: string;
  /** One thing to try. */
  readonly try?: string | undefined;
}

/** One of the two halves of the road. */
export interface Arc {
  readonly id: string;
  readonly label: string;
  readonly text?: string | undefined;
  /** In the order of the way; two to six. */
  readonly stops: readonly Stop[];
}

/** Where the road begins and ends. */
export interface Base {
  readonly label: string;
  readonly text: string;
}

/** What a circle says, whoever wrote it: the default in a language, or the owner's configuration. */
export interface CircleContent {
  readonly title: string;
  readonly summary?: string;
  readonly base: Base;
  /** The way out and the way back. */
  readonly arcs: readonly [Arc, Arc];
}

/** The one model that the ring, the list, the panel, the hand-out, the picture and the spoken text come from. */
export interface Circle extends CircleContent {
  /** The line that a program's owner asks for. */
  readonly attribution?: string;
  /** Whether a program is named that somebody else owns. */
  readonly named: boolean;
}

/** The program's name, whose owner asks for the mark where it is first used; in JSON, in which an id stays as it is. */
const program = /(?<!"id":"[^"]*)(circle of security)( ?[®™])?/i;

/**
 * Phrases that Circle of Security International has published as its own: no default may have them, and a facilitator
 * who uses them says that they are licensed to.
 */
const owned =
  /circle of security|bigger, stronger, wiser|watch over me|delight in me|enjoy with me|support my exploration|welcome my coming|organi[sz]e my feelings|protect me|comfort me|being[- ]with\b|emotional cup/i;

/** The first stop of an arc, and every one that follows it, in path order. */
export const walk = ({ arcs }: Pick<Circle, 'arcs'>): readonly Stop[] => arcs.flatMap(({ stops }) => stops);

/**
 * How full the cup is, 0 to 1: fullest at home, lower with every step on the way out, and filling again on the way back.
 *
 * @param index - of the stop in path order; -1 is home
 */
export function cupLevel({ arcs: [{ stops: out }, { stops: back }] }: Circle, index: number): number {
  if (index < 0) return 1;
  const lowest = 0.2;
  const share = index < out.length ? 1 - (index + 1) / out.length : (index - out.length + 1) / (back.length + 1);
  return lowest + (1 - lowest) * share;
}

/** For how many milliseconds a tired reader looks at a stop: 180 words a minute, and a breath. */
export const readingTime = (stop: Stop): number =>
  2500 + 333 * [stop.label, stop.text, stop.try ?? ''].join(' ').split(/\s+/).length;

/** Words around those of a circle, as the panel, the spoken text and the hand-out use them. */
export interface CircleWords {
  readonly tryThis: string;
  readonly next: (label: string) => string;
  readonly thenHome: (label: string) => string;
}

/** What comes after a stop, in words: the relation that a drawing shows by its road. */
export function whatFollows(circle: Circle, index: number, { next, thenHome }: CircleWords): string {
  const following = walk(circle)[index + 1];
  return following ? next(following.label) : thenHome(circle.base.label);
}

/** The whole circle as text, a line each, in the order of the road. */
export function circleText(circle: Circle, words: CircleWords): string {
  const { title, summary, base, arcs, attribution } = circle;
  let index = 0;
  return [
    title,
    summary,
    base.label,
    base.text,
    ...arcs.flatMap(({ label, text, stops }) => [
      label,
      text,
      ...stops.flatMap((stop) => [
        stop.label,
        stop.text,
        stop.try && `${words.tryThis} ${stop.try}`,
        whatFollows(circle, index++, words),
      ]),
    ]),
    attribution,
  ]
    .filter(Boolean)
    .join('\n');
}

/**
 * Reads a circle: `{ title, summary?, base: { label, text }, arcs: [{ id, label, text?, stops: [{ id, label, text, try? }] } x2 ],
 * attribution?, licensed? }`.
 *
 * What is absent is taken from the default. A stop without a label is left out, one without a text is shown without; an id that
 * is missing or taken is replaced; of more than six stops the first six are shown; a label of more than 60
 * characters is cut. Where there are not two arcs of at least two stops each, the default's arcs are shown. All of
 * that is reported with its path. Owner-published phrases without `licensed`, and a named program without
 * `attribution`, are warned of. The program's name gets its mark where it is first used.
 *
 * @param standard - the default circle in the reader's language
 */
export function parseCircle(raw: RawConfiguration, reading: Reading, standard: CircleContent): Circle {
  const phrases: string[] = [];
  const ids = new Set<string>();
  const words: Reader<string> = (value, path, reading) => {
    const found = text(value, path, reading);
    if (found && owned.test(found)) phrases.push(path);
    return found;
  };
  const label: Reader<string> = (value, path, reading) => {
    const characters = [...(words(value, path, reading) ?? '')];
    if (characters.length > longestLabel) {
      reading.report(path, `at most ${longestLabel} characters`);
      characters.splice(longestLabel - 1, Infinity, '…');
    }
    return characters.join('') || undefined;
  };
  const missing = (path: string, what: string): void => reading.report(path, what, 'missing-value');
  const base = objectOf({ label, text: words });
  const stopFields = objectOf({ id: text, label, text: words, try: words });
  const stop: Reader<Stop> = (value, path, reading) => {
    const found = stopFields(value, path, reading);
    if (!found) return undefined;
    const { label, text: looks = '', try: tip } = found;
    let { id } = found;
    if (!label) {
      missing(`${path}.label`, 'a label');
      return undefined;
    }
    if (!looks) missing(`${path}.text`, 'what it may look like');
    if (!id) missing(`${path}.id`, 'an id');
    else if (ids.has(id)) reading.report(`${path}.id`, 'an id of its own');
    id ??= label;
    while (ids.has(id)) id += '-2';
    ids.add(id);
    return { id, label, text: looks, try: tip };
  };
  const arcFields = objectOf({ id: text, label, text: words, stops: listOf(stop) });
  const arc: Reader<Arc> = (value, path, reading) => {
    const found = arcFields(value, path, reading);
    if (!found) return undefined;
    const { id = path, label, text, stops = [] } = found;
    if (!label) missing(`${path}.label`, 'a label');
    const enough = !!stops[1] && !stops[mostStops];
    if (!enough) reading.report(`${path}.stops`, `2 to ${mostStops} stops`);
    return { id, label: label ?? id, text, stops: stops.slice(0, mostStops) };
  };
  const {
    title,
    summary,
    base: home,
    arcs,
    attribution,
    licensed,
  } = objectOf({
    title: words,
    summary: words,
    base,
    arcs: listOf(arc),
    attribution: text,
    licensed: (value: unknown): boolean => value === true,
  })(raw, '', reading) ?? {};
  const [out, back] = arcs ?? [];
  if (arcs && arcs.length !== 2) reading.report('arcs', 'two arcs: out and back');
  const complete = out?.stops[1] && back?.stops[1];
  const circle = {
    title: title ?? standard.title,
    summary: title ? summary : (summary ?? standard.summary),
    base: { label: home?.label ?? standard.base.label, text: home?.text ?? standard.base.text },
    arcs: complete ? ([out, back] as const) : standard.arcs,
    attribution,
  };
  const all = JSON.stringify(circle);
  const named = program.test(all);
  if (!licensed)
    for (const path of phrases)
      reading.warn(path, "this phrase is a program's own: with a licence, set licensed to true");
  if (named && !attribution) reading.warn('attribution', "the program's owner asks for a line that names them");
  const marked = all.replace(program, (_, name: string, mark: string | undefined) => name + (mark ?? '®'));
  return { ...(JSON.parse(marked) as Circle), named };
}
