import { loadableUrl } from './safe-url.js';

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

const isObject = (value: unknown): value is RawConfiguration =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads an object's own property, so that neither `__proto__` in the JSON nor a page that extended
 * `Object.prototype` can supply a value.
 */
export function own(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A JSON value that may stand alone or in an array, as an array; `undefined` and `null` give an empty one. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** Longest text that is shown, in UTF-16 units; longer text is cut. */
const maxText = 2000;

/** A non-empty text (a number is written out), trimmed; absent and empty give `undefined`, anything else is reported. */
export function text(value: unknown, path: string, report: Report): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' || typeof value === 'number') return `${value}`.slice(0, maxText).trim() || undefined;
  report(path, 'a text');
  return undefined;
}

/** One of the allowed values; absent gives `undefined`, anything else is reported. */
export function oneOf<const Value extends string>(
  value: unknown,
  allowed: readonly Value[],
  path: string,
  report: Report,
): Value | undefined {
  if (value === undefined || value === null) return undefined;
  if (!allowed.includes(value as Value)) report(path, `one of ${allowed.join(', ')}`);
  return allowed.find((one) => one === value);
}

/** Calls `warn` with the path of every key that is neither known nor a JSON-LD keyword (`@type` …). */
export function eachUnknownKey(value: unknown, known: string, prefix: string, warn: (path: string) => void): void {
  if (isObject(value))
    for (const key of Object.keys(value)) if (!key.startsWith('@') && !known.split(' ').includes(key)) warn(prefix + key);
}

/** The JSON object in a text; reports anything else. Never throws. */
export function parseJson(json: string, path: string, report: Report): RawConfiguration | undefined {
  try {
    const value: unknown = JSON.parse(json);
    if (isObject(value)) return value;
  } catch {
    // told below
  }
  report(path, 'a JSON object');
  return undefined;
}

/** The JSON object in the element's own `<script type="application/json">` or `application/ld+json` child. */
export function childConfiguration(element: Element, report: Report): RawConfiguration | undefined {
  const script = element.querySelector(':scope > script[type="application/json"], :scope > script[type$="ld+json"]');
  return script?.textContent.trim() ? parseJson(script.textContent, 'script', report) : undefined;
}

/**
 * The first JSON-LD node of one of the given schema.org types on the page, also inside `@graph`, arrays and
 * several script blocks. A node with a more specific type (earlier in the list) wins over a later one.
 */
export function pageConfiguration(page: ParentNode, types: RegExp): RawConfiguration | undefined {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const found = findNode(JSON.parse(script.textContent), types, 0);
      if (found) return found;
    } catch {
      // another tool's broken block is not ours to report
    }
  }
  return undefined;
}

function findNode(value: unknown, types: RegExp, depth: number): RawConfiguration | undefined {
  if (depth > 8) return undefined;
  if (list(own(value, '@type')).some((type) => types.test(`${type}`))) return value as RawConfiguration;
  for (const child of Array.isArray(value) ? value : isObject(value) ? Object.values(value) : []) {
    const found = findNode(child, types, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** Why a configuration could not be loaded; the message says what was expected. */
export class LoadError extends Error {}

const loads = new Map<string, Promise<RawConfiguration>>();

/**
 * Fetches a JSON configuration, once per URL and page; a failed fetch may be tried again.
 *
 * @throws LoadError when the URL is neither https nor of the same origin, the answer is not 2xx, or it is no JSON object
 */
export function loadConfiguration(src: string, page: string): Promise<RawConfiguration> {
  const url = loadableUrl(src, page);
  if (!url) return Promise.reject(new LoadError('an https URL or one of the same site'));
  let load = loads.get(url);
  if (!load) {
    load = fetch(url, { credentials: 'omit', headers: { accept: 'application/json' } }).then(async (response) => {
      if (!response.ok) throw new LoadError(`a file that can be read (the server answered ${response.status})`);
      const value: unknown = await response.json().catch(() => undefined);
      if (!isObject(value)) throw new LoadError('a JSON object');
      return value;
    });
    loads.set(url, load);
    load.catch(() => loads.delete(url));
  }
  return load;
}
