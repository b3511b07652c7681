/**
 * The one allow-list of URL schemes for links. `http:` is here because a practice's own site or a test page may
 * still use it; nothing in the list can run script (`javascript:`, `data:`, `blob:` and `file:` can).
 */
const linkSchemes = /^(https?|mailto|tel|sms):$/;

/**
 * Makes a URL safe to put into `href`.
 *
 * The value is parsed by the WHATWG URL parser and its serialization is returned, so what was checked is what the
 * browser will follow: white space, control characters, mixed case and encodings cannot hide a scheme.
 *
 * @param value - absolute or relative URL; anything else is refused
 * @param base - URL that a relative value is resolved against, normally `document.baseURI`
 * @returns the absolute URL, or `undefined` when it is no URL or its scheme is not `https`, `http`, `mailto`, `tel` or `sms`
 */
export function safeUrl(value: unknown, base?: string): string | undefined {
  const url = parseUrl(value, base);
  return url && linkSchemes.test(url.protocol) ? url.href : undefined;
}

/**
 * Makes a URL safe to fetch configuration from: `https:`, or the page's own origin.
 *
 * @param value - URL from the `src` attribute
 * @param base - the page's URL
 * @returns the absolute URL, or `undefined` when it is neither
 */
export function loadableUrl(value: unknown, base: string): string | undefined {
  const url = parseUrl(value, base);
  const own = url?.protocol === 'http:' && url.origin === parseUrl(base)?.origin;
  return own || url?.protocol === 'https:' ? url.href : undefined;
}

function parseUrl(value: unknown, base?: string): URL | undefined {
  try {
    return typeof value === 'string' ? new URL(value, base) : undefined;
  } catch {
    return undefined;
  }
}
