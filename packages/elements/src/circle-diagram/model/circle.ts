import {
  listOf,
  objectOf,
  text,
  type RawConfiguration,
  type Reader,
  type Reading,
} from '../../foundation/configuration/readers.js';
import { toJson } from '../../foundation/formats/json.js';
import { shortenTo } from '../../foundation/formats/shorten.js';

/** Allowed values of `view`. */
export const viewValues = ['auto', 'ring', 'list'] as const;

/** How the circle is shown. */
export type CircleView = (typeof viewValues)[number];

/** Code of a report. */
const missing = 'missing-value';

/** Minimum and maximum number of stops of an arc. */
const minStops = 2;
export const maxStops = 6;

/** Maximum length of a label, in characters; longer ones are cut. */
export const maxLabelLength = 60;

/** A place on the road, with what a child may need there. */
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
  /** In path order; two to six. */
  readonly stops: readonly Stop[];
}

/** Home, where the road begins and ends. */
export interface Base {
  readonly label: string;
  readonly text: string;
}

/** The texts of a circle: the default in a language, or the site owner's configuration. */
export interface CircleContent {
  readonly title: string;
  readonly summary?: string;
  readonly base: Base;
  /** The way out and the way back. */
  readonly arcs: readonly [Arc, Arc];
}

/** The model that the ring, the list, the handout, the picture and its description are made from. */
export interface Circle extends CircleContent {
  /** The attribution that a program's owner asks for. */
  readonly attribution?: string;
  /** Whether it names a program with an owner. */
  readonly named: boolean;
}

/**
 * Name of a program, in JSON but not in an id. Its owner asks for the registered mark at the first use.
 */
const programName = /(?<!"id":"[^"]*)(circle of security)( ?[®™])?/i;

/**
 * Phrases that Circle of Security International has published as its own. The default circle must not have them, and a
 * facilitator who uses them has to declare a license.
 */
const ownedPhrases =
  /circle of security|bigger, stronger, wiser|watch over me|delight in me|enjoy with me|support my exploration|welcome my coming|organi[sz]e my feelings|protect me|comfort me|being[- ]with\b|emotional cup/i;

/** All stops in path order. */
export const walk = ({ arcs }: Pick<Circle, 'arcs'>): readonly Stop[] => arcs.flatMap(({ stops }) => stops);

/**
 * Returns how full the cup is, 0 to 1: full at home, lower with every step on the way out, and rising on the way back.
 *
 * @param index - of the stop in path order; -1 is home
 */
export function cupLevel({ arcs: [{ stops: out }, { stops: back }] }: Circle, index: number): number {
  if (index < 0) return 1;
  const lowest = 0.2;
  const share = index < out.length ? 1 - (index + 1) / out.length : (index - out.length + 1) / (back.length + 1);
  return lowest + (1 - lowest) * share;
}

/** Returns how long a tired visitor takes to read a stop, in milliseconds: 180 words a minute, and a pause. */
export function readingTime({ label, text, try: tip = '' }: Stop): number {
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(`${label} ${text} ${tip}`);
  return 2500 + 333 * [...segments].filter(({ isWordLike }) => isWordLike).length;
}

/** Strings that connect the texts of a circle. */
export interface ConnectingStrings {
  readonly tryThis: string;
  readonly next: (label: string) => string;
  readonly thenHome: (label: string) => string;
}

/** Describes what comes after a stop, which the drawing shows as a road. */
export function whatFollows(circle: Circle, index: number, { next, thenHome }: ConnectingStrings): string {
  const following = walk(circle)[index + 1];
  return following ? next(following.label) : thenHome(circle.base.label);
}

/** Returns the whole circle as text, line by line in path order. */
export function circleText(circle: Circle, strings: ConnectingStrings): string {
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
        stop.try && `${strings.tryThis} ${stop.try}`,
        whatFollows(circle, index++, strings),
      ]),
    ]),
    attribution,
  ]
    .filter(Boolean)
    .join('\n');
}

/**
 * Creates the reader of a circle's fields.
 *
 * @param phrasePaths - gets the paths of texts with a phrase of a program's owner
 */
function circleReader(phrasePaths: string[]) {
  const ids = new Set<string>();
  /** Reads a text that may have a phrase of a program's owner. */
  const prose: Reader<string> = (value, path, reading) => {
    const input = text(value, path, reading);
    if (input && ownedPhrases.test(input)) phrasePaths.push(path);
    return input;
  };
  const label: Reader<string> = (value, path, reading) => {
    const input = prose(value, path, reading);
    const label = input && shortenTo(input, maxLabelLength);
    if (label !== input) reading.report(path, `at most ${maxLabelLength} characters`);
    return label;
  };
  const stopFields = objectOf({ id: text, label, text: prose, try: prose });
  const stop: Reader<Stop> = (value, path, reading) => {
    const fields = stopFields(value, path, reading);
    if (!fields) return undefined;
    const { label, text = '', try: tip } = fields;
    if (!label) {
      reading.report(`${path}.label`, 'a label', missing);
      return undefined;
    }
    if (!text) reading.report(`${path}.text`, 'what it may look like', missing);
    return { id: uniqueId(ids, fields.id, label, path, reading), label, text, try: tip };
  };
  const arcFields = objectOf({ id: text, label, text: prose, stops: listOf(stop) });
  const arc: Reader<Arc> = (value, path, reading) => {
    const fields = arcFields(value, path, reading);
    if (!fields) return undefined;
    const { id = path, label, text, stops = [] } = fields;
    if (!label) reading.report(`${path}.label`, 'a label', missing);
    if (stops.length < minStops || stops.length > maxStops)
      reading.report(`${path}.stops`, `${minStops} to ${maxStops} stops`);
    return { id, label: label ?? id, text, stops: stops.slice(0, maxStops) };
  };
  return objectOf({
    title: prose,
    summary: prose,
    base: objectOf({ label, text: prose }),
    arcs: listOf(arc),
    attribution: text,
    licensed: (value: unknown): boolean => value === true,
  });
}

/** Returns a stop's id, or one that no other stop has, and reports that it is missing or not unique. */
function uniqueId(ids: Set<string>, input: string | undefined, label: string, path: string, reading: Reading): string {
  if (!input) reading.report(`${path}.id`, 'an id', missing);
  else if (ids.has(input)) reading.report(`${path}.id`, 'an id of its own');
  let id = input ?? label;
  while (ids.has(id)) id += '-2';
  ids.add(id);
  return id;
}

/**
 * Parses a circle: `{ title, summary?, base: { label, text }, arcs: [{ id, label, text?, stops: [{ id, label, text, try? }] } x2 ],
 * attribution?, licensed? }`.
 *
 * The default replaces what is absent. A stop without a label is left out. An id that is missing or not unique is replaced. Of
 * more than six stops the first six are shown. Labels are cut after 60 characters. Without two arcs of at least two stops each,
 * the default arcs are shown. All of this is reported with its path. It warns about phrases of a program's owner without
 * `licensed`, and about a program's name without `attribution`. The name gets its registered mark at the first use.
 *
 * @param defaults - the default circle in the visitor's language
 */
export function parseCircle(raw: RawConfiguration, reading: Reading, defaults: CircleContent): Circle {
  const phrasePaths: string[] = [];
  const { title, summary, base: home, arcs, attribution, licensed } = circleReader(phrasePaths)(raw, '', reading) ?? {};
  const [out, back] = arcs ?? [];
  if (arcs && arcs.length !== 2) reading.report('arcs', 'two arcs: out and back');
  const isComplete = (arc: Arc | undefined): arc is Arc => !!arc && arc.stops.length >= minStops;
  const circle = {
    title: title ?? defaults.title,
    summary: title ? summary : (summary ?? defaults.summary),
    base: { label: home?.label ?? defaults.base.label, text: home?.text ?? defaults.base.text },
    arcs: isComplete(out) && isComplete(back) ? ([out, back] as const) : defaults.arcs,
    attribution,
  };
  const json = toJson(circle);
  const named = programName.test(json);
  if (!licensed)
    for (const path of phrasePaths)
      reading.warn(path, "this phrase is a program's own: with a license, set licensed to true");
  if (named && !attribution) reading.warn('attribution', "the program's owner asks for a line that names them");
  const marked = json.replace(programName, (_, name: string, mark: string | undefined) => name + (mark ?? '®'));
  return { ...(JSON.parse(marked) as Circle), named };
}
