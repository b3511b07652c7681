import { isoInstant } from '../formats/iso-instant.js';
import { shortenTo } from '../formats/shorten.js';
import { safeUrl } from './safe-url.js';

/** An unparsed configuration: a JSON object of unknown content. */
export type RawConfiguration = Readonly<Record<string, unknown>>;

/**
 * Reports an invalid value. The value itself is never repeated: it could be a name or a phone number.
 *
 * @param path - JSON path of the value, for example `employee[0].name`
 * @param expected - what was expected instead, for example `a time such as 09:00`
 * @param code - `missing-value` if there was no value, `invalid-json` or `load-failed` if a whole source could not be read; default
 *   `invalid-value`
 */
export type Report = (
  path: string,
  expected: string,
  code?: 'invalid-value' | 'missing-value' | 'invalid-json' | 'load-failed',
) => void;

/** What a reader may use besides the value. */
export interface Reading {
  readonly report: Report;
  /** Called with the path of an unknown key, or with a path and a warning about something that is not an error. */
  readonly warn: (path: string, message?: string) => void;
  /** URL that relative links are resolved against. */
  readonly base?: string | undefined;
}

/** Reads a value of unknown type. Returns the parsed value, or reports the problem and returns `undefined`. */
export type Reader<Value> = (value: unknown, path: string, reading: Reading) => Value | undefined;

/** Whether a JSON value is an object, and not an array or `null`. */
export const isObject = (value: unknown): value is RawConfiguration =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Wraps a single JSON value in an array. `undefined` and `null` become an empty array. */
export const list = (value: unknown): readonly unknown[] => [value ?? []].flat();

/** Longest text that is shown, in UTF-16 units. */
const maxTextLength = 2000;

/** Control characters, such as the line break of slides (U+000B), and noncharacters: no XML file may have them, such as SVG. */
const unreadable = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu;

/**
 * Reads a text and trims it; characters that cannot be shown become spaces. A number becomes a text. Absent and empty values become `undefined`; any other type is reported.
 * schema.org allows an array anywhere, so its first item is read. A text over 2,000 characters is reported and truncated.
 */
export const text: Reader<string> = (value, path, { report }) => {
  const [first] = list(value);
  if (typeof first === 'string' || typeof first === 'number') {
    const trimmed = `${first}`.toWellFormed().replace(unreadable, ' ').trim();
    if (trimmed.length > maxTextLength) report(path, `at most ${maxTextLength} characters`);
    return shortenTo(trimmed, maxTextLength) || undefined;
  }
  if (first != null) report(path, 'a text');
  return undefined;
};

/**
 * Makes a reader of texts in a certain format.
 *
 * @param expected - what is reported when `parse` returns `undefined`
 * @param parse - turns the text into a value
 */
export const textAs =
  <Value>(expected: string, parse: (text: string, reading: Reading) => Value | undefined): Reader<Value> =>
  (value, path, reading) => {
    const input = text(value, path, reading);
    if (!input) return undefined;
    const result = parse(input, reading);
    if (result === undefined) reading.report(path, expected);
    return result;
  };

/** Makes a reader of allowed values. */
export const oneOf = <const Value extends string>(...allowed: readonly Value[]): Reader<Value> =>
  textAs(`one of ${allowed.join(', ')}`, (input) => allowed.find((value) => value === input));

/** Reads an https or http link, which may be relative to the page. People omit `https://` before `www.`, so it is added. */
export const link = textAs('an https address', (input, { base }) => {
  const url = safeUrl(input.replace(/^www\./, 'https://$&'), base);
  return url?.startsWith('http') ? url : undefined;
});

/** Reads an ISO 8601 date and time. */
export const instant = textAs('a time such as 2027-01-15T09:00-05:00', (input) => {
  const date = new Date(input);
  return isNaN(+date) ? undefined : date;
});

/** Reads the day of an ISO 8601 date, `YYYY-MM-DD`. */
export const isoDate = textAs('a day such as 2027-01-31', (input) => {
  const written = input.slice(0, 10);
  // February 30 becomes another day; a text that is not a date becomes another text.
  return isoInstant(new Date(written)).slice(0, 10) === written ? written : undefined;
});

/** Makes a reader of one value or an array of them; values that cannot be read are left out. */
export const listOf =
  <Value>(read: Reader<Value>): Reader<readonly Value[]> =>
  (value, path, reading) =>
    list(value).flatMap((item, index) => read(item, `${path}[${index}]`, reading) ?? []);

/** The result of `objectOf` for its readers. */
export type Fields<Readers> = {
  readonly [Key in keyof Readers]?: Readers[Key] extends Reader<infer Value> ? Value | undefined : never;
};

/**
 * Makes a reader of an object, key by key. It reads own keys only, so that neither `__proto__` in JSON nor a page that extended
 * `Object.prototype` supplies a value. It warns about keys without a reader, except those of JSON-LD (`@type` …) and of JSON Schema
 * (`$schema`), with which an editor checks a file.
 */
export const objectOf =
  <Readers extends Readonly<Record<string, Reader<unknown>>>>(readers: Readers): Reader<Fields<Readers>> =>
  (value, path, reading) => {
    if (!isObject(value)) {
      reading.report(path, 'an object');
      return undefined;
    }
    const result: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const keyPath = path ? `${path}.${key}` : key;
      if (Object.hasOwn(readers, key)) result[key] = readers[key]?.(value[key], keyPath, reading);
      else if (!/^[@$]/.test(key)) reading.warn(keyPath);
    }
    return result as Fields<Readers>;
  };
