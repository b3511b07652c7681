import { toJson } from '../formats/json.js';
import { isObject, type RawConfiguration } from './readers.js';
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
  element.querySelector(':scope > script[type*=json]')?.textContent.trim();

/**
 * Parses a JSON-LD block; `undefined` when it is not JSON.
 *
 * Some texts are JSON only after a repair. White space becomes a space: a raw line break in a text, a no-break space in pasted
 * code, a byte order mark. Old plugins put the JSON into a comment or CDATA section, and some authors a semicolon behind it.
 */
function parseJsonLd(text: string): unknown {
  try {
    return JSON.parse(
      text
        .replace(/\s+/g, ' ')
        .replace(/^[^[{]*(?:\[CDATA\[[^[{]*)?/, '')
        .replace(/ ?(?:\/[/*])? ?(?:\]\]>|-->|;)[^"}]{0,20}$/, ''),
    );
  } catch {
    return undefined;
  }
}

/** The blocks that were parsed last: a card asks for them at every update. */
let parsed: { readonly texts: string; readonly blocks: readonly unknown[] } | undefined;

/** The parsed JSON-LD blocks of a page, in their order; `undefined` for one that is not JSON. */
export function pageJsonLd(page: ParentNode): readonly unknown[] {
  const scripts = [...page.querySelectorAll('script[type^="application/ld+json" i]')];
  const texts = scripts.map(({ textContent }) => textContent);
  const key = toJson(texts);
  if (key !== parsed?.texts) parsed = { texts: key, blocks: texts.map(parseJsonLd) };
  return parsed.blocks;
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
