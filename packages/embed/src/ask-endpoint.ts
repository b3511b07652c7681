/** Milliseconds until an address counts as one at which nobody answers. */
const timeout = 10_000;

/**
 * Asks an address that takes sign-ups whether anybody is there, by a request that changes nothing (GET: RFC 9110, section 9.2.1). It has
 * no body, no cookie and no referrer. A webhook that also takes GET may store an empty entry.
 *
 * @param mode - `no-cors` for the answer of any server, of which nothing can be read
 * @param headers - with some, the browser first asks the server whether this page may send them
 * @returns `undefined` when no answer arrives
 */
export async function askEndpoint(
  address: string,
  mode: 'cors' | 'no-cors',
  headers: Readonly<Record<string, string>> = {},
): Promise<Response | undefined> {
  try {
    return await fetch(address, {
      mode,
      headers,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeout),
    });
  } catch {
    return undefined;
  }
}
