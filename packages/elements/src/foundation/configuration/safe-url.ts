/**
 * The only list of URL schemes that links may have. `http:` is included because a practice's own site or a test page may still
 * use it. None of them can run script, unlike `javascript:`, `data:`, `blob:` and `file:`.
 */
const linkSchemes = /^(https?|mailto|tel|sms):$/;

/**
 * Makes a URL safe to use as `href`.
 *
 * The WHATWG URL parser parses the value, and its serialization is returned. So the checked URL is the one that the browser
 * follows: whitespace, control characters, mixed case and encodings cannot hide a scheme.
 *
 * @param value - absolute or relative URL; anything else is refused
 * @param base - URL that a relative value is resolved against, normally `document.baseURI`
 * @returns the absolute URL, or `undefined` if it is not a URL or its scheme is not `https`, `http`, `mailto`, `tel` or `sms`
 */
export function safeUrl(value: unknown, base?: string): string | undefined {
  const url = parseUrl(value, base);
  return url && linkSchemes.test(url.protocol) ? url.href : undefined;
}

/**
 * Makes a URL safe to fetch configuration from: `https:`, or the page's own origin.
 *
 * @param value - URL from the `src` attribute
 * @param base - URL of the page
 * @returns the absolute URL, or `undefined` if it is neither
 */
export function loadableUrl(value: unknown, base: string): string | undefined {
  const url = parseUrl(value, base);
  const sameOrigin = url?.protocol === 'http:' && url.origin === parseUrl(base)?.origin;
  return sameOrigin || url?.protocol === 'https:' ? url.href : undefined;
}

/** Parses a URL, absolute or relative to a base. Returns `undefined` for anything else. */
export function parseUrl(value: unknown, base?: string): URL | undefined {
  try {
    return typeof value === 'string' ? new URL(value, base) : undefined;
  } catch {
    return undefined;
  }
}
