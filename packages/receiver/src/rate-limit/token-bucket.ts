/** How often one client may send. */
export interface RateLimit {
  /** Requests at once, after a pause. */
  burst: number;
  /** Requests per minute after that. */
  perMinute: number;
}

/** A family behind one address can try again, a whole clinic can sign up, and a script cannot flood the receiver. */
export const defaultRateLimit: RateLimit = { burst: 20, perMinute: 20 };

/** The maximum number of clients in memory. The least recently seen one is removed first. */
export const maximumClients = 10_000;

/** Removes the oldest entry of a map that has more than {@link maximumClients}. */
export function limitSize(clients: Map<string, unknown>): void {
  const [oldest] = clients.keys();
  if (clients.size > maximumClients && oldest !== undefined) clients.delete(oldest);
}

/**
 * A token bucket per client, in the memory of this process. Other processes do not see it, and a restart clears it. That is
 * enough against a flood, and no address is written anywhere.
 *
 * @returns a function that takes a token and returns the whole seconds to wait: 0 if there was one
 */
export function tokenBucket({ burst, perMinute }: RateLimit): (client: string, now: number) => number {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const perMillisecond = perMinute / 60_000;
  return (client, now) => {
    const last = buckets.get(client) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, last.tokens + Math.max(0, now - last.at) * perMillisecond);
    const taken = tokens >= 1;
    // Deleted first, so that the map stays in order of last use.
    buckets.delete(client);
    buckets.set(client, { tokens: taken ? tokens - 1 : tokens, at: now });
    limitSize(buckets);
    return taken ? 0 : Math.max(1, Math.ceil((1 - tokens) / perMillisecond / 1000));
  };
}
