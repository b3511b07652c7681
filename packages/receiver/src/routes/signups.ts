import { type Context, type Handler } from 'hono';
import { type CountryCode } from 'libphonenumber-js/max';
import { type Altcha } from '../altcha.js';
import { type RunInBackground } from '../background.js';
import { type Database } from '../database/engine.js';
import { type Notice } from '../notice.js';
import { type Program, providerOf } from '../program.js';
import { newReference } from '../reference.js';
import { charset, type Env, mediaType, type Reply, respond } from '../respond.js';
import { deleteExpiredChallenges } from '../signups/challenges.js';
import { type Outcome, store } from '../signups/store.js';
import { readForm } from '../submission/form.js';
import { decodeForm, decodeText } from '../submission/encoding.js';
import { parseSubmission, type Signals, type Submission } from '../submission/submission.js';

export interface SignupsOptions {
  database: Database;
  program: Program | undefined;
  origins: ReadonlySet<string>;
  country: CountryCode | undefined;
  challenges: Altcha | undefined;
  notify: ((notice: Notice) => Promise<void> | void) | undefined;
  now: () => Date;
  runInBackground: RunInBackground;
}

/** A body, `undefined` if it is not valid JSON, and the language of its form. Or why it was not read. */
type Received = { body: unknown; language: string | undefined } | { refused: Reply };

const refuse = (status: Reply['status'], code: string, language?: string): Received => ({
  refused: { status, body: { ...(status === 400 && { fieldErrors: {} }), code }, outcome: code, language },
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Reads JSON, or a native form from an allowed page. */
async function receive(context: Context<Env>, { origins, program }: SignupsOptions): Promise<Received> {
  const { req } = context;
  const acceptLanguage = req.header('Accept-Language');
  switch (mediaType(context)) {
    case 'application/json': {
      const text = decodeText(await req.arrayBuffer(), charset(context));
      if (text === undefined) return refuse(400, 'not-utf-8');
      return { body: parseJson(text), language: acceptLanguage };
    }
    case 'application/x-www-form-urlencoded': {
      // A form on any page can send this without a preflight (Fetch, "CORS-safelisted"), so the browser has to confirm that
      // the page is allowed. A page without a referrer, or in a sandboxed frame, sends the origin "null".
      const origin = req.header('Origin') ?? '';
      const language = new URLSearchParams(await req.text()).get('locale') || acceptLanguage;
      if (req.header('Sec-Fetch-Site') !== 'same-origin' && !origins.has(origin))
        return refuse(403, origin === 'null' ? 'origin-null' : 'origin', language);
      context.set('page', req.header('Referer'));
      const entries = decodeForm(await req.arrayBuffer(), charset(context));
      if (!entries) return refuse(400, 'not-utf-8', language);
      const body = await readForm(entries, acceptLanguage);
      context.set('provider', program && providerOf(program, body['program']));
      return { body, language: body.locale };
    }
    default:
      return refuse(415, 'not-json');
  }
}

/** The id in an `Idempotency-Key` header: a quoted string (RFC 9651, section 3.3.3). Some clients omit the quotes. */
const idempotencyKey = (header: string): string =>
  header
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .toLowerCase();

const invalid = (fieldErrors: Record<string, string>): Reply => ({
  status: 400,
  body: { fieldErrors },
  outcome: 'invalid',
});

/** The response for each outcome of storing a sign-up. */
function replyTo(outcome: Outcome): Reply {
  switch (outcome.kind) {
    case 'stored':
    case 'repeated': {
      const { kind, reference, waitingList } = outcome;
      return { status: kind === 'stored' ? 201 : 200, body: { reference, waitingList }, outcome: kind };
    }
    case 'mismatch':
      return { status: 422, body: { code: 'mismatch' }, outcome: 'mismatch' };
    case 'in-flight':
      return { status: 409, body: { code: 'in-flight' }, outcome: 'in-flight' };
    case 'not-offered':
      return invalid({ session: 'invalid' });
    case 'full':
      return { status: 409, body: { code: 'full' }, outcome: 'full' };
    case 'unproven':
      return { status: 403, body: { code: 'challenge' }, outcome: 'unproven' };
    default:
      return outcome satisfies never;
  }
}

async function storeSubmission(
  { database, program, country, challenges }: SignupsOptions,
  submission: Submission,
  signals: Signals,
  now: Date,
): Promise<Outcome> {
  const { session } = submission;
  const known = session === undefined ? undefined : program?.sessions.get(session);
  return store(database, submission, signals, {
    now,
    offered: !program || session === undefined || known !== undefined,
    places: known?.places,
    country,
    proof: challenges && ((await challenges.verify(signals.altcha, now)) ?? null),
  });
}

/** `POST /signups`: see "Responses" in README.md. */
export function postSignup(options: SignupsOptions): Handler<Env> {
  const { database, challenges, notify, runInBackground } = options;

  return async (context) => {
    const received = await receive(context, options);
    if ('refused' in received) return respond(context, received.refused);
    const { body, language } = received;
    const reply = (content: Reply) => respond(context, { ...content, language });

    const parsed = parseSubmission(body);
    if (parsed.kind === 'honeypot')
      // Looks like success, so that a robot has no reason to try again.
      return reply({ status: 201, body: { reference: newReference(), waitingList: false }, outcome: 'honeypot' });
    if (parsed.kind === 'invalid') return reply(invalid(parsed.fieldErrors));

    const { submission, signals } = parsed;
    const key = context.req.header('Idempotency-Key');
    if (key !== undefined && idempotencyKey(key) !== submission.submissionId)
      return reply(invalid({ submissionId: 'invalid' }));

    const now = options.now();
    const outcome = await storeSubmission(options, submission, signals, now);
    if (outcome.kind === 'in-flight') context.header('Retry-After', '1');
    if (outcome.kind === 'stored') {
      const { reference, waitingList } = outcome;
      if (notify) runInBackground(context, 'notice-failed', () => notify({ reference, waitingList }));
      if (challenges) runInBackground(context, 'forget-failed', () => deleteExpiredChallenges(database, now));
    }
    return reply(replyTo(outcome));
  };
}
