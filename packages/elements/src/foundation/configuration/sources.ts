import { isObject, list, type RawConfiguration } from './readers.js';
import { loadableUrl } from './safe-url.js';

/**
 * Whether a setting has no value. A framework that sets an attribute before the element is defined, or where a property was
 * meant, writes `[object Object]`.
 */
export const isAbsent = (value: unknown): boolean => value == null || value === '[object Object]';

/** Returns an object as it is, or parses it from JSON text. Calls `onInvalid` for any other value except an absent one. Never throws. */
export function parseJson(json: unknown, onInvalid: () => unknown): RawConfiguration | undefined {
  if (!json || isAbsent(json)) return undefined;
  try {
    const value: unknown = typeof json === 'string' ? JSON.parse(json) : json;
    if (isObject(value)) return value;
  } catch {
    // Reported below.
  }
  onInvalid();
  return undefined;
}

/** JSON text of the element's own `<script type="application/json">` or `application/ld+json` child. */
export const childConfiguration = (element: Element): string | undefined =>
  element.querySelector(':scope > script[type$=json]')?.textContent.trim();

/**
 * The first JSON-LD node of one of the given schema.org types on the page, also inside `@graph`, arrays and several script
 * blocks, up to eight levels deep.
 *
 * @param types - matches the names of the types
 * @param otherTypes - matches types to use if the page has none of the first
 */
export function pageConfiguration(
  page: ParentNode,
  types: RegExp,
  ...otherTypes: RegExp[]
): RawConfiguration | undefined {
  const find = (value: unknown, depth: number): RawConfiguration | undefined => {
    if (isObject(value) && list(value['@type']).some((type) => types.test(`${type}`))) return value;
    if (!depth || typeof value !== 'object') return undefined;
    for (const child of Object.values(value ?? {})) {
      const node = find(child, depth - 1);
      if (node) return node;
    }
    return undefined;
  };
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const node = find(JSON.parse(script.textContent), 8);
      if (node) return node;
    } catch {
      // A broken block belongs to another tool, so it is not reported.
    }
  }
  const [next, ...rest] = otherTypes;
  return next && pageConfiguration(page, next, ...rest);
}

/** Milliseconds until loading a file fails. */
const loadTimeout = 10_000;

const loads = new Map<string, Promise<unknown>>();

/**
 * Fetches a JSON configuration, once per URL and page; a failed fetch can be repeated.
 *
 * @param src - URL of the file
 * @param page - URL of the page
 * @returns the configuration, or a text that says what was expected: the URL is neither https nor of the same origin, there is
 *   no 2xx response within ten seconds, or the response is not a JSON object
 */
export async function loadConfiguration(src: string, page: string): Promise<RawConfiguration | string> {
  const url = loadableUrl(src, page);
  if (url) {
    const load =
      loads.get(url) ??
      fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(loadTimeout) })
        .then((response): unknown => response.ok && response.json())
        .catch(() => undefined);
    loads.set(url, load);
    const result = await load;
    if (isObject(result)) return result;
    loads.delete(url);
  }
  return 'a JSON object, by https or on this site';
}
