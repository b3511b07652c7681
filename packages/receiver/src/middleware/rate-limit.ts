import { type Context, type MiddlewareHandler } from 'hono';
import { type RunInBackground } from '../background.js';
import { type Database } from '../database/engine.js';
import { clientKey } from '../rate-limit/client-key.js';
import { limiter } from '../rate-limit/limiter.js';
import { deleteIdleClients } from '../rate-limit/shared-token-bucket.js';
import { type RateLimit } from '../rate-limit/token-bucket.js';
import { type Env, respond } from '../respond.js';

/** Milliseconds between deletions of idle clients. */
const cleanupInterval = 60_000;

export interface RateLimitOptions {
  database: Database;
  rateLimit: RateLimit;
  clientAddress: ((context: Context) => string | undefined) | undefined;
  now: () => Date;
  logError: (outcome: string, error: unknown) => void;
  runInBackground: RunInBackground;
}

/**
 * Refuses clients that send too often.
 *
 * @returns a function that creates the middleware for one route. Routes count separately: a client that has sent too many
 *   sign-ups may still request a challenge.
 */
export function rateLimiting(options: RateLimitOptions): (route: string) => MiddlewareHandler<Env> {
  const { database, clientAddress, now } = options;
  const limits = limiter(database, options.rateLimit, (error) => options.logError('limit-failed', error));
  let lastCleanup = -Infinity;

  return (route) => {
    const takeToken = limits(route);
    return async (context, next) => {
      const time = now();
      const seconds = await takeToken(clientKey(clientAddress?.(context) ?? ''), time);
      if (seconds > 0) {
        context.header('Retry-After', `${seconds}`);
        return respond(context, { status: 429, body: { code: 'too-many' }, outcome: 'too-many' });
      }
      await next();
      if (context.error || time.getTime() < lastCleanup + cleanupInterval) return;
      lastCleanup = time.getTime();
      options.runInBackground(context, 'forget-failed', () => deleteIdleClients(database, time));
    };
  };
}

/** Lets every request pass. */
export const unlimitedRate: MiddlewareHandler<Env> = (_, next) => next();
