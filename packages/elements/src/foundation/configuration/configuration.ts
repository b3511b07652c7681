import { loadableUrl, safeUrl } from './safe-url.js';

/** A configuration as it arrives: a JSON object of unknown content. */
export type RawConfiguration = Readonly<Record<string, unknown>>;

/**
 * How a parser tells of a wrong value. The value itself is never repeated: it could be a name or a number.
 *
 * @param path - JSON path of the value, for example `employee[0].name`
 * @param expected - what was expected instead, for example `a time such as 09:00`
 * @param code - `missing-value` when nothing was there, default `invalid-value`
 */
export type Report = (path: string, expected: string, code?: 'invalid-value' | 'missing-value') => void;

/** What a reader may need besides the value. */
export interface Reading {
  readonly report: Report;
  /** Told the path of every key that is not known; with a message, of what else is no error but worth a look. */
  readonly warn: (path: string, message?: string) => void;
  /** URL that relative links are resolved against. */
  readonly base?: string | undefined;
}

/** Reads a value of unknown type: gives what it stands for, or reports what is wrong with it and gives `undefined`. */
export type Reader<Value> = (value: unknown, path: string, reading: Reading) => Value | undefined;

const isObject = (value: unknown): value is RawConfiguration =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A JSON value that may stand alone or in an array, as an array; `undefined` and `null` give an empty one. */
export const list = (value: unknown): readonly unknown[] => [value ?? []].flat();

/** Longest text that is shown, in UTF-16 units; longer text is cut, and reported. */
const maxText = 2000;

/**
 * A non-empty text (a number is written out), trimmed; absent and empty give `undefined`, anything else is reported. Of an
 * array, in which schema.org allows several, it is the first.
 */
export const text: Reader<string> = (value, path, { report }) => {
  const [first] = list(value);
  if (/string|number/.test(typeof first)) {
    const words = `${first}`.trim();
    if (words.length > maxText) report(path, `at most ${maxText} characters`);
    return words.slice(0, maxText) || undefined;
  }
  if (first != null) report(path, 'a text');
  return undefined;
};

/**
 * Reads a text that has to be of a form.
 *
 * @param expected - what is reported when `parse` gives nothing
 * @param parse - what the text stands for
 */
export const textAs =
  <Value>(expected: string, parse: (text: string, reading: Reading) => Value | undefined): Reader<Value> =>
  (value, path, reading) => {
    const words = text(value, path, reading);
    if (!words) return undefined;
    const found = parse(words, reading);
    if (found === undefined) reading.report(path, expected);
    return found;
  };

/** Reads one of the allowed values. */
export const oneOf = <const Value extends string>(...allowed: readonly Value[]): Reader<Value> =>
  textAs(`one of ${allowed.join(', ')}`, (words) => allowed.find((one) => one === words));

/** Reads a link: https or http, may be relative to the page; `www.` stands for a host, as people write it. */
export const link = textAs('an https address', (words, { base }) => {
  const url = safeUrl(words.replace(/^www\./, 'https://$&'), base);
  return url?.startsWith('http') ? url : undefined;
});

/** Reads an ISO 8601 date and time. */
export const instant = textAs('a time such as 2027-01-15T09:00-05:00', (words) => {
  const instant = new Date(words);
  return isNaN(+instant) ? undefined : instant;
});

/** Reads one value or an array of them; what cannot be read is left out. */
export const listOf =
  <Value>(read: Reader<Value>): Reader<readonly Value[]> =>
  (value, path, reading) =>
    list(value).flatMap((one, index) => read(one, `${path}[${index}]`, reading) ?? []);

/** What `objectOf` gives for its readers. */
export type Fields<Readers> = {
  readonly [Key in keyof Readers]?: Readers[Key] extends Reader<infer Value> ? Value | undefined : never;
};

/**
 * Reads an object key by key. Only its own keys count, so that neither `__proto__` in JSON nor a page that extended
 * `Object.prototype` supplies a value; keys without a reader are warned of, JSON-LD keywords (`@type` …) are passed over.
 */
export const objectOf =
  <Readers extends Readonly<Record<string, Reader<unknown>>>>(readers: Readers): Reader<Fields<Readers>> =>
  (value, path, reading) => {
    if (!isObject(value)) {
      reading.report(path, 'an object');
      return undefined;
    }
    const found: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const at = path ? `${path}.${key}` : key;
      if (Object.hasOwn(readers, key)) found[key] = readers[key]?.(value[key], at, reading);
      else if (!key.startsWith('@')) reading.warn(at);
    }
    return found as Fields<Readers>;
  };

/** A JSON object, or the one in a text; calls `wrong` where it is none. Nothing and an empty text are none. Never throws. */
export function parseJson(json: unknown, wrong: () => unknown): RawConfiguration | undefined {
  if (!json) return undefined;
  try {
    const value: unknown = typeof json === 'string' ? JSON.parse(json) : json;
    if (isObject(value)) return value;
  } catch {
    // told below
  }
  wrong();
  return undefined;
}

/** JSON text of the element's own `<script type="application/json">` or `application/ld+json` child. */
export const childConfiguration = (element: Element): string | undefined =>
  element.querySelector(':scope > script[type$=json]')?.textContent.trim();

/**
 * The first JSON-LD node of one of the given schema.org types on the page, also inside `@graph`, arrays and several
 * script blocks, up to eight levels deep.
 *
 * @param types - names of types
 * @param others - what is taken where there is none of these
 */
export function pageConfiguration(page: ParentNode, types: RegExp, ...others: RegExp[]): RawConfiguration | undefined {
  const find = (value: unknown, depth: number): RawConfiguration | undefined => {
    if (isObject(value) && list(value['@type']).some((type) => types.test(`${type}`))) return value;
    if (depth && typeof value === 'object')
      for (const child of Object.values(value ?? {})) {
        const found = find(child, depth - 1);
        if (found) return found;
      }
    return undefined;
  };
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const found = find(JSON.parse(script.textContent), 8);
      if (found) return found;
    } catch {
      // Another tool's broken block is not ours to report.
    }
  }
  return others[0] && pageConfiguration(page, ...(others as [RegExp]));
}

/** How long a file may take, in milliseconds. */
const patience = 10_000;

const loads = new Map<string, Promise<unknown>>();

/**
 * Fetches a JSON configuration, once per URL and page; a failed fetch may be tried again.
 *
 * @returns the configuration, or what was expected instead: the URL is neither https nor of the same origin, there is no
 * answer within ten seconds, it is not 2xx, or it is no JSON object
 */
export async function loadConfiguration(src: string, page: string): Promise<RawConfiguration | string> {
  const url = loadableUrl(src, page);
  if (url) {
    const load =
      loads.get(url) ??
      fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(patience) })
        .then((response): unknown => response.ok && response.json())
        .catch(() => undefined);
    loads.set(url, load);
    const result = await load;
    if (isObject(result)) return result;
    loads.delete(url);
  }
  return 'a JSON object, by https or on this site';
}
