/** How often one client may send. */
export interface RateLimit {
  /** Requests at once, from rest. */
  burst: number;
  /** Requests a minute after that. */
  perMinute: number;
}

/** The default: a family behind one address can try again, a whole clinic can sign up, a script cannot flood. */
export const defaultRateLimit: RateLimit = { burst: 20, perMinute: 20 };

/** More clients than this are not remembered: the one that has been quiet longest is forgotten first. */
export const maximumClients = 10_000;

/**
 * What is counted as one client: an IPv4 address, or the /64 of an IPv6 address, which one household or server has all
 * to itself (RFC 6177).
 */
export function clientKey(address: string): string {
  // Some proxies write the port too, which is another one for every connection.
  const bare = /^\[(.*)\](?::\d+)?$/.exec(address)?.[1] ?? address;
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/i.exec(bare)?.[1];
  if (v4 !== undefined) return v4;
  if (!bare.includes(':')) return bare;
  const [head = '', tail] = bare.toLowerCase().split('%')[0]?.split('::') ?? [];
  const front = head ? head.split(':') : [];
  const back = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  return [...front, ...zeros, ...back]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/**
 * A token bucket for each client, in this process's memory: it knows of no other process, and a restart forgets. That is
 * enough against a flood, and writes no address anywhere.
 *
 * @returns a function that takes a token and gives the whole seconds to wait: 0 when there was one
 */
export function tokenBucket({ burst, perMinute }: RateLimit): (client: string, now: number) => number {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const perMillisecond = perMinute / 60_000;
  return (client, now) => {
    const last = buckets.get(client) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, last.tokens + Math.max(0, now - last.at) * perMillisecond);
    const taken = tokens >= 1;
    // Set anew, so that the map's order is the order of last use.
    buckets.delete(client);
    buckets.set(client, { tokens: taken ? tokens - 1 : tokens, at: now });
    const [oldest] = buckets.keys();
    if (buckets.size > maximumClients && oldest !== undefined) buckets.delete(oldest);
    return taken ? 0 : Math.max(1, Math.ceil((1 - tokens) / perMillisecond / 1000));
  };
}
