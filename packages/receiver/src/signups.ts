import { type Kysely, sql, type Transaction } from 'kysely';
import { type CountryCode } from 'libphonenumber-js/max';
import { type Proof } from './altcha.js';
import { digest } from './canonical.js';
import { type Database, type SignupRow, type Tables, unlimited } from './database.js';
import { newReference, normalizeReference } from './reference.js';
import { forgetClients } from './shared-limit.js';
import { clean, type Signals, type Submission } from './submission.js';
import { e164, sameNumber } from './telephone.js';

/** What became of a sign-up. Only `stored` and `repeated` are confirmations. */
export type Outcome =
  | { kind: 'stored' | 'repeated'; reference: string; waitingList: boolean }
  /** The id is known, with another sign-up. */
  | { kind: 'mismatch' }
  /** The same id is being stored right now. */
  | { kind: 'in-flight' }
  /** There is no such session, or no more. Nothing is stored. */
  | { kind: 'not-offered' }
  /** The session has no place, and the person did not ask for the waiting list. Nothing is stored. */
  | { kind: 'full' }
  /** A proof of work is asked for, and there is none, or it was used for another sign-up. Nothing is stored. */
  | { kind: 'unproven' };

/** Ends the transaction without a trace. */
class NotStored extends Error {
  readonly outcome: Outcome;
  constructor(kind: 'not-offered' | 'full' | 'unproven') {
    super(kind);
    this.outcome = { kind };
  }
}

/** Ids that this process is storing, by database: a second request for one is told to wait. */
const storing = new WeakMap<Kysely<Tables>, Set<string>>();

/** The row of a session's counts, made when it is first needed. */
async function ensureSession(query: Transaction<Tables>, session: string): Promise<void> {
  await query
    .insertInto('sessions')
    .values({ session })
    .onConflict((conflict) => conflict.column('session').doNothing())
    .execute();
}

/** Takes a place, if there is one and nobody waits for it. One statement: what it checks is what it changes. */
async function takePlace(query: Transaction<Tables>, session: string, places: number): Promise<boolean> {
  const row = await query
    .updateTable('sessions')
    .set((column) => ({ taken: column('taken', '+', 1) }))
    .where('session', '=', session)
    .where('taken', '<', places)
    .where('waiting', '=', 0)
    .returning('taken')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes the next place in the waiting list. */
async function joinWaitingList(query: Transaction<Tables>, session: string): Promise<number> {
  const row = await query
    .updateTable('sessions')
    .set((column) => ({ waiting: column('waiting', '+', 1), last_position: column('last_position', '+', 1) }))
    .where('session', '=', session)
    .returning('last_position')
    .executeTakeFirstOrThrow();
  return row.last_position;
}

/** Uses up a solved challenge for a sign-up; false when it was used for another one. */
async function claim(query: Transaction<Tables>, { nonce, expires }: Proof, id: string): Promise<boolean> {
  await query
    .insertInto('challenges')
    .values({ nonce, submission_id: id, expires_at: expires.toISOString() })
    .onConflict((conflict) => conflict.column('nonce').doNothing())
    .execute();
  const { submission_id } = await query
    .selectFrom('challenges')
    .select('submission_id')
    .where('nonce', '=', nonce)
    .executeTakeFirstOrThrow();
  return submission_id === id;
}

/** Forgets solved challenges that nobody could use any more. */
export async function forgetChallenges({ query }: Pick<Database, 'query'>, now: Date): Promise<void> {
  await query.deleteFrom('challenges').where('expires_at', '<', now.toISOString()).execute();
}

/** Milliseconds for which a transaction that waits for its own process keeps its locks. */
const longestPause = 10_000;
/** Milliseconds for which a sign-up waits for one of another's locks; then it is answered 503, and tried again. */
const longestWait = 2000;

/**
 * A process whose machine is gone would keep its locks for as long as PostgreSQL waits for a dead connection, which is two
 * hours; everybody else would wait with it. By statements, since a pooler in between refuses unknown settings at the start.
 */
const giveUpPause = sql`set_config('idle_in_transaction_session_timeout', ${`${longestPause}`}, true)`;
const giveUpWait = sql`set_config('lock_timeout', ${`${longestWait}`}, true)`;

/** Whether this transaction is the only one, in all processes, that stores this id. It ends with the transaction. */
async function lockId(query: Transaction<Tables>, kind: Database['kind'], id: string): Promise<boolean> {
  // SQLite lets one transaction write at a time, and one process has the file: `storing` is enough.
  if (kind === 'sqlite') return true;
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${id}, 0)) as locked, ${giveUpPause}, ${giveUpWait}
  `.execute(query);
  return rows[0]?.locked === true;
}

/**
 * Stores a sign-up once, however often it is sent. All or nothing in one transaction: when this returns `stored` it is
 * on the disk, and a process that dies before leaves no trace.
 *
 * @param options.offered - whether the chosen session, if any, is one that can be signed up for. Only what is stored needs to
 *   be: a sign-up that is there already is answered for when its session is over.
 * @param options.places - of the chosen session; `undefined` when it has no limit
 * @param options.country - see {@link e164}
 * @param options.proof - a solved challenge, `null` where one is asked for and there is none, `undefined` where none is. Only
 *   what is stored needs one, too.
 */
export async function store(
  { query, kind }: Database,
  submission: Submission,
  signals: Signals,
  {
    now,
    offered,
    places,
    country,
    proof,
  }: {
    now: Date;
    offered: boolean;
    places?: number | undefined;
    country?: CountryCode | undefined;
    proof?: Proof | null | undefined;
  },
): Promise<Outcome> {
  const { submissionId, consent, session } = submission;
  const ids = storing.get(query) ?? new Set();
  storing.set(query, ids);
  if (ids.has(submissionId)) return { kind: 'in-flight' };
  ids.add(submissionId);
  try {
    const row: Omit<SignupRow, 'reference'> = {
      submission_id: submissionId,
      digest: await digest({ ...submission }),
      created_at: now.toISOString(),
      program: submission.program,
      session: session ?? null,
      format: submission.format ?? null,
      waiting_list: 0,
      waiting_position: null,
      name: submission.name,
      email: submission.email ?? null,
      telephone: submission.telephone ?? null,
      telephone_e164: (submission.telephone && e164(submission.telephone, country)) || null,
      preferred_contact: submission.preferredContact ?? null,
      leave_message: submission.leaveMessage ?? null,
      times: submission.times ?? null,
      child_age_band: submission.childAgeBand ?? null,
      message: submission.message ?? null,
      consent_version: consent.version,
      consent_text: consent.text,
      locale: submission.locale,
      elapsed: signals.elapsed ?? null,
    };
    return await query.transaction().execute(async (transaction): Promise<Outcome> => {
      if (!(await lockId(transaction, kind, submissionId))) return { kind: 'in-flight' };
      const reference = await insert(transaction, row);
      if (reference === undefined) return repeated(transaction, row);
      if (!offered) throw new NotStored('not-offered');
      if (proof === null || (proof && !(await claim(transaction, proof, submissionId))))
        throw new NotStored('unproven');
      if (session === undefined) return { kind: 'stored', reference, waitingList: false };

      await ensureSession(transaction, session);
      if (await takePlace(transaction, session, places ?? unlimited))
        return { kind: 'stored', reference, waitingList: false };
      if (!submission.waitingList) throw new NotStored('full');
      const position = await joinWaitingList(transaction, session);
      await transaction
        .updateTable('signups')
        .set({ waiting_list: 1, waiting_position: position })
        .where('submission_id', '=', submissionId)
        .execute();
      return { kind: 'stored', reference, waitingList: true };
    });
  } catch (error) {
    if (error instanceof NotStored) return error.outcome;
    throw error;
  } finally {
    ids.delete(submissionId);
  }
}

/** Inserts under a new reference; `undefined` when the id is there already. */
async function insert(query: Transaction<Tables>, row: Omit<SignupRow, 'reference'>): Promise<string | undefined> {
  for (;;) {
    const reference = newReference();
    const inserted = await query
      .insertInto('signups')
      .values({ ...row, reference })
      .onConflict((conflict) => conflict.doNothing())
      .returning('reference')
      .executeTakeFirst();
    if (inserted) return reference;
    const known = await query
      .selectFrom('signups')
      .select('submission_id')
      .where('submission_id', '=', row.submission_id)
      .executeTakeFirst();
    if (known) return undefined;
    // Otherwise it was the reference that is taken, by a chance of one in 10^11: another one, then.
  }
}

async function repeated(
  query: Transaction<Tables>,
  row: Pick<SignupRow, 'submission_id' | 'digest'>,
): Promise<Outcome> {
  const known = await query
    .selectFrom('signups')
    .select(['digest', 'reference', 'waiting_list'])
    .where('submission_id', '=', row.submission_id)
    .executeTakeFirstOrThrow();
  if (known.digest !== row.digest) return { kind: 'mismatch' };
  return { kind: 'repeated', reference: known.reference, waitingList: known.waiting_list === 1 };
}

/** All sign-ups, in the order in which they came. */
export function listSignups({ query }: Database): Promise<SignupRow[]> {
  return query.selectFrom('signups').selectAll().orderBy('created_at').orderBy('submission_id').execute();
}

/** Whose sign-ups to erase: one of these. */
export type Person = { email: string } | { telephone: string } | { reference: string };

function isOf(
  person: Person,
): (row: Pick<SignupRow, 'email' | 'telephone' | 'telephone_e164' | 'reference'>) => boolean {
  if ('reference' in person) {
    const reference = normalizeReference(person.reference);
    return (row) => row.reference === reference;
  }
  if ('email' in person) {
    const plain = (email: string) => clean(email, 'email').toLowerCase();
    const email = plain(person.email);
    return (row) => row.email !== null && plain(row.email) === email;
  }
  return ({ telephone, telephone_e164 }) =>
    [telephone, telephone_e164].some((number) => number !== null && sameNumber(number, person.telephone));
}

/** Deletes rows; a place or a turn in the waiting list goes back only where the person gives it up. */
async function remove(
  query: Transaction<Tables>,
  rows: readonly Pick<SignupRow, 'submission_id' | 'session' | 'waiting_list'>[],
  { freePlaces }: { freePlaces: boolean },
): Promise<void> {
  for (const { submission_id, session, waiting_list } of rows) {
    await query.deleteFrom('signups').where('submission_id', '=', submission_id).execute();
    if (session === null || (!waiting_list && !freePlaces)) continue;
    const count = waiting_list ? 'waiting' : 'taken';
    await query
      .updateTable('sessions')
      .set((column) => ({ [count]: column(count, '-', 1) }))
      .where('session', '=', session)
      .where(count, '>', 0)
      .execute();
  }
}

/**
 * Keeps places and lists still while several are changed: without it, two of these could wait for one another. Sign-ups
 * that come in the meantime wait until it is done.
 */
async function lockSessions(query: Transaction<Tables>, kind: Database['kind']): Promise<void> {
  if (kind !== 'postgres') return;
  await sql`select ${giveUpPause}`.execute(query);
  await sql`lock table sessions in share row exclusive mode`.execute(query);
}

/** In SQLite's write-ahead log a deleted row would live on until the log is next written back. */
async function forget({ query, kind }: Database): Promise<void> {
  if (kind === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(query);
}

/**
 * Deletes every sign-up of a person and gives back the places that they took: who asks to be forgotten does not come.
 *
 * @returns how many were deleted
 */
export async function erase(database: Database, person: Person): Promise<number> {
  const matches = isOf(person);
  const erased = await database.query.transaction().execute(async (transaction) => {
    await lockSessions(transaction, database.kind);
    const all = await transaction
      .selectFrom('signups')
      .select(['submission_id', 'session', 'waiting_list', 'email', 'telephone', 'telephone_e164', 'reference'])
      .execute();
    const rows = all.filter(matches);
    await remove(transaction, rows, { freePlaces: true });
    return rows.length;
  });
  await forget(database);
  return erased;
}

/**
 * Deletes sign-ups older than some days. Their places stay taken: an old sign-up is no cancelled one.
 *
 * @param days - how long a sign-up is kept, at least 1. Its id is known as long: a retry after that is a new sign-up.
 * @returns how many were deleted
 */
export async function purge(database: Database, days: number, now: Date): Promise<number> {
  if (!(days >= 1)) throw new RangeError(`Sign-ups are kept for at least one day, not ${days}.`);
  const before = new Date(now.getTime() - days * 86_400_000).toISOString();
  const purged = await database.query.transaction().execute(async (transaction) => {
    await lockSessions(transaction, database.kind);
    const rows = await transaction
      .selectFrom('signups')
      .select(['submission_id', 'session', 'waiting_list'])
      .where('created_at', '<', before)
      .execute();
    await remove(transaction, rows, { freePlaces: false });
    await forgetChallenges({ query: transaction }, now);
    return rows.length;
  });
  await forgetClients(database, now);
  await forget(database);
  return purged;
}

/**
 * Gives a session's next free place to whoever has waited longest. Nothing does so by itself: a person has to be asked
 * first, and newcomers do not get past those who wait.
 *
 * @param places - of the session; default no limit
 * @returns the reference of the sign-up that has a place now, or `undefined` when there is no place or nobody waits
 */
export async function promote(
  { query, kind }: Database,
  session: string,
  places = unlimited,
): Promise<string | undefined> {
  return query.transaction().execute(async (transaction) => {
    if (kind === 'postgres') await sql`select ${giveUpPause}`.execute(transaction);
    const taken = await transaction
      .updateTable('sessions')
      .set((column) => ({ taken: column('taken', '+', 1), waiting: column('waiting', '-', 1) }))
      .where('session', '=', session)
      .where('taken', '<', places)
      .where('waiting', '>', 0)
      .returning('session')
      .executeTakeFirst();
    if (!taken) return undefined;
    const { submission_id, reference } = await transaction
      .selectFrom('signups')
      .select(['submission_id', 'reference'])
      .where('session', '=', session)
      .where('waiting_list', '=', 1)
      .orderBy('waiting_position')
      .limit(1)
      .executeTakeFirstOrThrow();
    await transaction
      .updateTable('signups')
      .set({ waiting_list: 0, waiting_position: null })
      .where('submission_id', '=', submission_id)
      .execute();
    return reference;
  });
}
