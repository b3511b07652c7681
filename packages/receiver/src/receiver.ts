import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { type CountryCode } from 'libphonenumber-js/max';
import { altcha, type AltchaOptions } from './altcha.js';
import { type Answer, answerPage } from './answer-page.js';
import { type Database, ping } from './database.js';
import { errorEntry, type LogEntry, logLine } from './log.js';
import { readForm } from './plain-form.js';
import { type Program } from './program.js';
import { clientKey, defaultRateLimit, type RateLimit } from './rate-limit.js';
import { newReference } from './reference.js';
import { forgetClients, limiter } from './shared-limit.js';
import { forgetChallenges, store } from './signups.js';
import { idempotencyKey, parseSubmission } from './submission.js';

/** What is told of a new sign-up, to whoever is to be told: nothing about the person. */
export interface Notice {
  reference: string;
  waitingList: boolean;
}

export interface ReceiverOptions {
  /** Where sign-ups are stored; its tables must be there (`migrate`). */
  database: Database;
  /** Sessions and their places. Default none: any session is taken, and none is ever full. */
  program?: Program | undefined;
  /**
   * Origins whose pages may send, each exactly as a browser writes it: `https://example.org`, no path, no slash at the
   * end. Default none: only pages on the receiver's own origin.
   */
  allowedOrigins?: readonly string[] | undefined;
  /** Where telephone numbers without a country code are from: ISO 3166-1 alpha-2. Default none. */
  country?: CountryCode | undefined;
  /**
   * Asks for proof of work with every new sign-up, and gives out the challenges. Default none: the honeypot and the rate
   * limit do.
   */
  altcha?: AltchaOptions | undefined;
  /**
   * How often one client may send: for all processes together on PostgreSQL, for this one on SQLite. `false` for no
   * limit. Default 20 at once, then 20 a minute.
   */
  rateLimit?: RateLimit | false | undefined;
  /**
   * The client's address, which the host knows: the socket's, or a header that its proxy sets and nobody else can.
   * Default none, which counts all clients as one.
   */
  clientAddress?: ((context: Context) => string | undefined) | undefined;
  /**
   * Called after a sign-up was stored, once, while the answer is on its way. What it throws is logged; the sign-up stays
   * stored. Default nothing.
   */
  notify?: ((notice: Notice) => Promise<void> | void) | undefined;
  /** Where the log goes. Default JSON lines on the console. */
  log?: ((entry: LogEntry) => void) | undefined;
  /** The time. Default the clock's. */
  now?: (() => Date) | undefined;
}

/** Largest body in bytes: the longest sign-up that the schema allows, in any script, with room. */
const maximumBody = 32 * 1024;

/** Seconds after which to try again when the database did not answer. */
const unavailableFor = 5;

/** Milliseconds after which clients who have been quiet are forgotten. */
const minute = 60_000;

const limitBody = bodyLimit({
  maxSize: maximumBody,
  onError(context: Context<Env>) {
    context.set('outcome', 'too-large');
    return respond(context, { code: 'too-large' }, 413);
  },
});

/** Reads the body before anything is made of it: that somebody goes away in the middle of it is no failure of ours. */
const wholeBody: MiddlewareHandler<Env> = async (context, next) => {
  try {
    const refused = await limitBody(context, async () => {
      await context.req.text();
    });
    if (refused) return refused;
  } catch {
    context.set('outcome', 'cut-off');
    return respond(context, { fieldErrors: {} }, 400);
  }
  return next();
};

type Status = 200 | 201 | 400 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;

type Env = { Variables: { outcome: string } };

/** The media type of a request's body, without parameters. */
const mediaType = ({ req }: Context): string | undefined =>
  (req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase();

/** Answers with JSON; with a page where a browser that sent a native form waits for one. */
function respond(
  context: Context<Env>,
  answer: Answer,
  status: Status,
  language = context.req.header('Accept-Language'),
): Response {
  const { method } = context.req;
  const page =
    method === 'POST' &&
    /\btext\/html\b/i.test(context.req.header('Accept') ?? '') &&
    mediaType(context) !== 'application/json';
  return page ? context.html(answerPage(answer, language), status) : context.json(answer, status);
}

/** Runs on when the answer is out; a host that would stop then is asked to wait. */
function afterAnswer(context: Context<Env>, task: Promise<void>): void {
  try {
    context.executionCtx.waitUntil(task);
  } catch {
    // Hono throws where the host has no such thing, and a process that lives on needs none.
  }
}

/**
 * The receiver as a Hono application: its `fetch` takes a standard `Request` and gives a `Response`, so it runs on Node
 * and wherever else fetch handlers do.
 *
 * - `POST /signups`: see the table in README.md.
 * - `GET /challenge`: a challenge of ALTCHA, where the receiver asks for them.
 * - `GET /health`: 200 when the database answers, else 503.
 */
export function createReceiver(options: ReceiverOptions): Hono<Env> {
  const { database, program, country, notify, log = logLine, now = () => new Date() } = options;
  const origins = new Set(options.allowedOrigins);
  const challenges = options.altcha && altcha(options.altcha);

  const rateLimit = options.rateLimit ?? defaultRateLimit;
  const limits =
    rateLimit &&
    limiter(database, rateLimit, (error) =>
      log({ time: now().toISOString(), level: 'error', outcome: 'limit-failed', error: errorEntry(error) }),
    );
  let forgotten = -Infinity;

  /** A limit for one route: whoever may send no more may still ask for a challenge. */
  const limit = (route: string): MiddlewareHandler<Env> => {
    const wait = limits && limits(route);
    return async (context, next) => {
      if (!wait) return next();
      const time = now();
      const seconds = await wait(clientKey(options.clientAddress?.(context) ?? ''), time);
      if (seconds) {
        context.set('outcome', 'too-many');
        context.header('Retry-After', `${seconds}`);
        return respond(context, { code: 'too-many' }, 429);
      }
      await next();
      if (context.error || time.getTime() < forgotten + minute) return;
      forgotten = time.getTime();
      afterAnswer(
        context,
        quietly('forget-failed', () => forgetClients(database, time)),
      );
    };
  };

  const app = new Hono<Env>();

  app.use(async (context, next) => {
    const start = performance.now();
    await next();
    const { status } = context.res;
    // Where no route matched, the path is the client's own words. We may be mounted below another path.
    const path = ['/signups', '/challenge', '/health'].find((one) => context.req.path.endsWith(one));
    log({
      time: now().toISOString(),
      level: status >= 500 ? 'error' : 'info',
      method: context.req.method,
      ...(path ? { path } : {}),
      status,
      ms: Math.round(performance.now() - start),
      outcome: context.get('outcome') ?? (context.req.method === 'OPTIONS' ? 'preflight' : 'no-route'),
      ...(context.error ? { error: errorEntry(context.error) } : {}),
    });
  });
  app.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      xFrameOptions: 'DENY',
      referrerPolicy: 'no-referrer',
    }),
  );
  app.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
  });
  app.use(
    cors({
      origin: (origin) => (origins.has(origin) ? origin : null),
      allowMethods: ['GET', 'POST'],
      allowHeaders: ['Content-Type', 'Idempotency-Key'],
      exposeHeaders: ['Retry-After'],
      maxAge: 7200,
    }),
  );

  app.notFound((context) => respond(context, { code: 'not-found' }, 404));
  app.onError((_, context) => {
    context.set('outcome', 'unavailable');
    context.header('Retry-After', `${unavailableFor}`);
    return respond(context, { code: 'unavailable' }, 503);
  });

  app.get('/health', async (context) => {
    await ping(database);
    context.set('outcome', 'healthy');
    return context.json({ status: 'ok' });
  });

  if (challenges)
    app.get('/challenge', limit('challenge'), async (context) => {
      context.set('outcome', 'challenge');
      return context.json(await challenges.challenge(now()));
    });

  app.post('/signups', limit('signups'), wholeBody, async (context) => {
    const type = mediaType(context);
    let language = context.req.header('Accept-Language');
    // A form on any page could send this without asking first (Fetch, section "CORS-safelisted"), so the browser has to
    // say that the page is ours or an allowed one. A page that sends no referrer has the origin "null".
    const form =
      type === 'application/x-www-form-urlencoded' &&
      (context.req.header('Sec-Fetch-Site') === 'same-origin' || origins.has(context.req.header('Origin') ?? ''));
    const answer = (outcome: string, body: Answer, status: Status) => {
      context.set('outcome', outcome);
      return respond(context, body, status, language);
    };

    if (type !== 'application/json' && !form) return answer('not-json', { code: 'not-json' }, 415);
    let body: unknown;
    try {
      const text = await context.req.text();
      if (form) {
        const fields = await readForm(text, language);
        language = fields.locale;
        body = fields;
      } else body = JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
    const parsed = parseSubmission(body);
    // A robot is told what it wants to hear, so that it does not try to do better.
    if (parsed.kind === 'honeypot') return answer('honeypot', { reference: newReference(), waitingList: false }, 201);
    if (parsed.kind === 'invalid') return answer('invalid', { fieldErrors: parsed.fieldErrors }, 400);

    const { submission, signals } = parsed;
    const key = context.req.header('Idempotency-Key');
    if (key !== undefined && idempotencyKey(key) !== submission.submissionId)
      return answer('invalid', { fieldErrors: { submissionId: 'invalid' } }, 400);

    const { session } = submission;
    const known = session === undefined ? undefined : program?.sessions.get(session);
    const time = now();
    const proof = challenges && ((await challenges.verify(signals.altcha, time)) ?? null);
    const result = await store(database, submission, signals, {
      now: time,
      offered: !program || session === undefined || known !== undefined,
      places: known?.places,
      country,
      proof,
    });
    switch (result.kind) {
      case 'mismatch':
        return answer('mismatch', { code: 'mismatch' }, 422);
      case 'in-flight':
        context.header('Retry-After', '1');
        return answer('in-flight', { code: 'in-flight' }, 409);
      case 'not-offered':
        return answer('invalid', { fieldErrors: { session: 'invalid' } }, 400);
      case 'full':
        return answer('full', { code: 'full' }, 409);
      case 'unproven':
        return answer('unproven', { code: 'challenge' }, 403);
      default: {
        const { kind, reference, waitingList } = result;
        if (kind === 'stored' && notify)
          afterAnswer(
            context,
            quietly('notice-failed', () => notify({ reference, waitingList })),
          );
        if (kind === 'stored' && challenges)
          afterAnswer(
            context,
            quietly('forget-failed', () => forgetChallenges(database, time)),
          );
        return answer(kind, { reference, waitingList }, kind === 'stored' ? 201 : 200);
      }
    }
  });

  return app;

  async function quietly(outcome: string, task: () => Promise<void> | void): Promise<void> {
    try {
      // Not in this turn: the answer goes first.
      await Promise.resolve();
      await task();
    } catch (error) {
      log({ time: now().toISOString(), level: 'error', outcome, error: errorEntry(error) });
    }
  }
}
