import { type Database } from '../database/engine.js';
import { sharedTokenBucket } from './shared-token-bucket.js';
import { limitSize, type RateLimit, tokenBucket } from './token-bucket.js';

/** Milliseconds that the database may take to count. A sign-up does not wait longer for its limit. */
const timeout = 2000;

class TooLate extends Error {
  override name = 'TooLate';
}

/** Rejects with {@link TooLate} if a promise takes too long. */
async function withTimeout<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new TooLate()), timeout)));
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Takes a token for a client and returns the whole seconds to wait: 0 if there was one. */
export type Limit = (client: string, now: Date) => Promise<number>;

/**
 * A rate limit that all processes on one PostgreSQL share. On SQLite the single process counts in memory. If the database
 * fails, each process counts its own requests, which still stops a flood.
 *
 * @param onError - called when the database fails. If it throws, the request fails, and is not counted in memory
 * @returns a function that creates the limit for one route
 */
export function limiter(
  database: Database,
  rateLimit: RateLimit,
  onError: (error: unknown) => void,
): (route: string) => Limit {
  if (!database.engine.shared)
    return () => {
      const take = tokenBucket(rateLimit);
      return (client, now) => Promise.resolve(take(client, now.getTime()));
    };

  const shared = sharedTokenBucket(database, rateLimit);
  const longestWait = Math.ceil(60_000 / rateLimit.perMinute);
  return (route) => {
    const fallback = tokenBucket(rateLimit);
    /** When waiting clients may send again. Until then they are refused without asking the database. */
    const blockedUntil = new Map<string, number>();

    return async (client, now) => {
      const time = now.getTime();
      const blocked = (blockedUntil.get(client) ?? 0) - time;
      // No client has to wait longer than this, so the clock must have been set back.
      if (blocked > 0 && blocked <= longestWait) return Math.ceil(blocked / 1000);
      blockedUntil.delete(client);
      try {
        const milliseconds = await withTimeout(shared(route, client, now));
        if (milliseconds > 0) {
          blockedUntil.set(client, time + milliseconds);
          limitSize(blockedUntil);
        }
        return Math.ceil(milliseconds / 1000);
      } catch (error) {
        onError(error);
        return fallback(client, time);
      }
    };
  };
}
