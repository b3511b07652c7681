import { type Context, Hono } from 'hono';
import { type CountryCode } from 'libphonenumber-js/max';
import { altcha, type AltchaOptions } from './altcha.js';
import { backgroundRunner } from './background.js';
import { type Database } from './database/engine.js';
import { createDesk, type DeskOptions } from './desk/desk.js';
import { errorLogger, type LogEntry, logLine } from './log.js';
import { allowOrigins, noStore, securityHeaders } from './middleware/headers.js';
import { rateLimiting, unlimitedRate } from './middleware/rate-limit.js';
import { readBody } from './middleware/read-body.js';
import { requestLog } from './middleware/request-log.js';
import { type Notice } from './notice.js';
import { parseOrigins } from './origins.js';
import { type Program, providerOf } from './program.js';
import { defaultRateLimit, type RateLimit } from './rate-limit/token-bucket.js';
import { type Env, respond } from './respond.js';
import { getChallenge } from './routes/challenge.js';
import { getHealth } from './routes/health.js';
import { postSignup } from './routes/signups.js';

export interface ReceiverOptions {
  /** Where sign-ups are stored. Its tables must exist: see `migrate`. */
  database: Database;
  /** The sessions and their places. Default none: every session is accepted and none is ever full. */
  program?: Program | undefined;
  /**
   * Origins whose pages may send sign-ups, exactly as a browser writes them: `https://example.org`, without a path, a
   * trailing slash or a wildcard. Default none: only pages on the receiver's own origin.
   */
  allowedOrigins?: readonly string[] | undefined;
  /** The country of telephone numbers without a country code, as ISO 3166-1 alpha-2. Default none. */
  country?: CountryCode | undefined;
  /** Requires proof of work with every new sign-up and serves the challenges. Default off. */
  altcha?: AltchaOptions | undefined;
  /**
   * How often one client may send: counted in all processes together on PostgreSQL, in this one on SQLite. `false` turns the
   * limit off, except for signing in at the desk. Default 20 at once, then 20 per minute.
   */
  rateLimit?: RateLimit | false | undefined;
  /**
   * Returns the client's address: the socket's, or a header that only the host's proxy can set. Default none, which counts all
   * clients as one.
   */
  clientAddress?: ((context: Context) => string | undefined) | undefined;
  /** The practice's private page, `/desk`. Default off. */
  desk?: DeskOptions | undefined;
  /**
   * Called once for each stored sign-up, without delaying the response. An error is logged, and the sign-up stays stored.
   * Default none.
   */
  notify?: ((notice: Notice) => Promise<void> | void) | undefined;
  /** Receives log entries. Default JSON lines on the console. */
  log?: ((entry: LogEntry) => void) | undefined;
  /** Returns the current time. Default the system clock. */
  now?: (() => Date) | undefined;
}

/** The `Retry-After` of a 503, in seconds. */
const retryAfterFailure = 5;

/**
 * The receiver as a Hono application. Its `fetch` turns a standard `Request` into a `Response`, so it runs on Node and on any
 * other host of fetch handlers.
 *
 * - `POST /signups` stores a sign-up: see "Responses" in README.md.
 * - `GET /challenge` returns an ALTCHA challenge, if proof of work is on.
 * - `/desk` is a private page for the practice, if it is on: see "The desk" in README.md.
 * - `GET /health` returns 200 if the database responds, and 503 otherwise.
 *
 * @throws {RangeError} for an option that cannot work: an origin, the secret of `altcha`, or the password of the desk
 */
export function createReceiver(options: ReceiverOptions): Hono<Env> {
  const { database, program, country, notify, clientAddress, log = logLine, now = () => new Date() } = options;
  const { rateLimit = defaultRateLimit } = options;
  const origins = parseOrigins(options.allowedOrigins);
  const challenges = options.altcha && altcha(options.altcha);
  const logError = errorLogger(log, now);
  const runInBackground = backgroundRunner(logError);
  const limit = rateLimit
    ? rateLimiting({ database, rateLimit, clientAddress, now, logError, runInBackground })
    : () => unlimitedRate;

  const app = new Hono<Env>();
  app.use(requestLog(log, now), noStore);
  // Before the headers for other pages, because it has its own, and no other origin may read it.
  if (options.desk) {
    const limitPages = rateLimit !== false;
    app.route('/desk', createDesk(options.desk, { database, program, clientAddress, limitPages, now, logError }));
  }
  app.use(securityHeaders(), allowOrigins(origins));
  app.use(async (context, next) => {
    // Replaced when the form has been read.
    context.set('provider', program && providerOf(program, undefined));
    await next();
  });
  app.notFound((context) => respond(context, { status: 404, body: { code: 'not-found' }, outcome: 'no-route' }));
  app.onError((_, context) => {
    context.header('Retry-After', `${retryAfterFailure}`);
    return respond(context, { status: 503, body: { code: 'unavailable' }, outcome: 'unavailable' });
  });

  app.get('/health', getHealth(database));
  if (challenges) app.get('/challenge', limit('challenge'), getChallenge(challenges, now));
  app.post(
    '/signups',
    limit('signups'),
    readBody,
    postSignup({ database, program, origins, country, challenges, notify, now, runInBackground }),
  );
  return app;
}
