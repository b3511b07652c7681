/** What a browser puts in front of a path: scheme, host and port. Without `*`, which no browser sends. */
const hostCharacters = /^https?:\/\/(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d+)?$/;

/** What to write instead, as far as it can be known. */
function advice(text: string): string {
  if (text.includes('*')) return 'There are no wildcards: list each origin.';
  const { origin = '' } = URL.parse(text) ?? {};
  return `Write ${hostCharacters.test(origin) ? origin : 'it like https://example.org, without a path'}.`;
}

/**
 * Checks a list of origins. One that differs from what a browser sends would silently refuse every sign-up.
 *
 * @throws {RangeError} for a text that is not exactly an `https:` or `http:` origin (RFC 6454, section 6.2)
 */
export function parseOrigins(origins: readonly string[] = []): ReadonlySet<string> {
  for (const text of origins)
    if (URL.parse(text)?.origin !== text || !hostCharacters.test(text))
      throw new RangeError(`"${text}" is not an origin. ${advice(text)}`);
  return new Set(origins);
}
