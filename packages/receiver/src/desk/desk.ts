import { type Context, Hono } from 'hono';
import { type Database } from '../database/engine.js';
import { type SignupRow } from '../database/tables.js';
import { type Program, providerOf } from '../program.js';
import { clientKey } from '../rate-limit/client-key.js';
import { limiter } from '../rate-limit/limiter.js';
import { type RateLimit } from '../rate-limit/token-bucket.js';
import { type DeskEnv } from './env.js';
import { findSession, limitStrangers, requireSession } from './guard.js';
import { deskHeaders, noIndex, readFields } from './middleware.js';
import { notePage } from './pages/layout.js';
import { passwordCheck, readPassword } from './password.js';
import { baseOf } from './paths.js';
import { postChange, postDelete } from './routes/changes.js';
import { postExport } from './routes/export.js';
import { getCancel, getDelete, getOverview, getPerson } from './routes/pages.js';
import { getSignIn, postSignIn, postSignOut } from './routes/sign-in.js';
import { deskSessions } from './sessions.js';
import { styleSheet, styleVersion } from './style.js';
import { languageOf, wordsIn } from './words/words.js';

/** The settings of the desk. */
export interface DeskOptions {
  /** What everyone who works at the desk knows: 15 characters or more. A new password signs everyone out. */
  password: string;
  /** The time zone of the practice, such as `America/New_York`. Default that of the host, which is often UTC. */
  timeZone?: string | undefined;
  /** Makes an Excel workbook of sign-ups: `toXlsx` of `@havenkit/receiver/node`. Default none: only CSV. */
  workbook?: ((rows: readonly SignupRow[]) => Promise<Uint8Array>) | undefined;
}

interface Surroundings {
  database: Database;
  program: Program | undefined;
  clientAddress: ((context: Context) => string | undefined) | undefined;
  /** Whether to limit how many pages a stranger may open. Attempts to sign in are always limited. */
  limitPages: boolean;
  now: () => Date;
  logError: (outcome: string, error: unknown) => void;
}

/** Attempts to sign in. A person who has forgotten something tries a few times; 15 characters do not fall to so few. */
const clientAttempts: RateLimit = { burst: 10, perMinute: 2 };
const allAttempts: RateLimit = { burst: 60, perMinute: 30 };

/** Pages of one client that is not signed in. */
const clientPages: RateLimit = { burst: 120, perMinute: 120 };

function limits({ database, clientAddress, limitPages, now, logError }: Surroundings) {
  const onError = (error: unknown) => logError('limit-failed', error);
  // Nobody can sign in without the database, but somebody could guess, and each process would allow its own attempts.
  const onUncounted = (error: unknown): never => {
    onError(error);
    throw error;
  };
  const client = limiter(database, clientAttempts, onUncounted)('desk-sign-in');
  const all = limiter(database, allAttempts, onUncounted)('desk-sign-in-all');
  const pages = limiter(database, clientPages, onError)('desk');
  const keyOf = (context: Context) => clientKey(clientAddress?.(context) ?? '');
  return {
    // A client that is refused takes nothing from the others.
    takeAttempt: async (context: Context) => (await client(keyOf(context), now())) || all('', now()),
    takePage: async (context: Context) => (limitPages ? pages(keyOf(context), now()) : 0),
  };
}

/**
 * The private page of the practice, for mounting under `/desk`: it lists sign-ups, and moves up, cancels, exports and deletes.
 *
 * @throws {RangeError} for a password that is too short, or a time zone that does not exist
 */
export function createDesk(options: DeskOptions, surroundings: Surroundings): Hono<DeskEnv> {
  const { database, program, now } = surroundings;
  const password = readPassword(options.password);
  const formats = Object.fromEntries(
    (['en', 'es'] as const).map((language) => [
      language,
      new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: options.timeZone }),
    ]),
  );
  const sessions = deskSessions(database, password);
  const { takeAttempt, takePage } = limits(surroundings);

  const desk = new Hono<DeskEnv>();
  desk.use(deskHeaders(), noIndex, async (context, next) => {
    const language = languageOf(context.req.header('Accept-Language'));
    const base = baseOf(context);
    context.set('view', {
      words: wordsIn(language),
      language,
      base,
      styleSheet: `${base}/style.css?v=${await styleVersion()}`,
      provider: program && providerOf(program, undefined),
      formToken: undefined,
      time: (iso: string) => formats[language]?.format(new Date(iso)) ?? iso,
    });
    await next();
  });
  desk.onError((_, context) => {
    context.set('outcome', 'unavailable');
    context.header('Retry-After', '5');
    return context.html(notePage(context.get('view'), context.get('view').words.unknown), 503);
  });

  desk.get('/style.css', (context) => {
    context.set('outcome', 'style');
    context.header('Content-Type', 'text/css; charset=utf-8');
    context.header('Cache-Control', 'public, max-age=31536000, immutable');
    return context.body(styleSheet);
  });

  desk.use(readFields, findSession(sessions, now), limitStrangers(takePage));
  desk.get('/sign-in', getSignIn);
  desk.post('/sign-in', postSignIn({ sessions, isPassword: passwordCheck(password), takeAttempt, now }));

  desk.use(requireSession);
  const pages = { database, program, hasWorkbook: options.workbook !== undefined };
  desk.get('/', getOverview(pages));
  desk.get('/person', getPerson(pages));
  desk.get('/cancel', getCancel(pages));
  desk.get('/delete', getDelete(pages));
  desk.post('/sign-out', postSignOut(sessions));
  const changes = { database, program, now };
  for (const action of ['move-up', 'cancel', 'put-back', 'join-list', 'undo'] as const)
    desk.post(`/${action}`, postChange(changes, action));
  desk.post('/delete', postDelete(changes));
  desk.post('/export', postExport({ database, workbook: options.workbook, now }));
  desk.all('*', (context) => {
    context.set('outcome', 'no-route');
    return context.html(notePage(context.get('view'), context.get('view').words.missing), 404);
  });
  return desk;
}
