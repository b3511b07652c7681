import { type Transaction } from 'kysely';
import { type Database } from '../database/engine.js';
import { type SignupRow, type Tables } from '../database/tables.js';
import { deleteIdleClients } from '../rate-limit/shared-token-bucket.js';
import { deleteOldDeskRows } from '../desk/sessions.js';
import { normalizeReference } from '../reference.js';
import { clean } from '../submission/clean.js';
import { sameNumber } from '../telephone.js';
import { deleteExpiredChallenges } from './challenges.js';
import { release } from './places.js';

/** A person to erase, identified by one of these. */
export type Person = { email: string } | { telephone: string } | { reference: string };

const contactColumns = ['email', 'telephone', 'telephone_e164', 'reference'] as const;

type Contact = Pick<SignupRow, (typeof contactColumns)[number]>;

const normalizeEmail = (email: string): string => clean(email, 'email').toLowerCase();

/** Returns a function that checks whether a sign-up belongs to a person. */
function matcher(person: Person): (row: Contact) => boolean {
  if ('reference' in person) {
    const reference = normalizeReference(person.reference);
    return (row) => row.reference === reference;
  }
  if ('email' in person) {
    const email = normalizeEmail(person.email);
    return (row) => row.email !== null && normalizeEmail(row.email) === email;
  }
  return ({ telephone, telephone_e164 }) =>
    [telephone, telephone_e164].some((number) => number !== null && sameNumber(number, person.telephone));
}

/** Deletes sign-ups. Positions on the waiting list are always given back, places only with `freePlaces`. */
async function remove(
  query: Transaction<Tables>,
  rows: readonly Pick<SignupRow, 'submission_id' | 'session' | 'waiting_list' | 'canceled_at'>[],
  { freePlaces }: { freePlaces: boolean },
): Promise<void> {
  for (const { submission_id, session, waiting_list, canceled_at } of rows) {
    await query.deleteFrom('signups').where('submission_id', '=', submission_id).execute();
    await query.deleteFrom('desk_changes').where('submission_id', '=', submission_id).execute();
    if (session === null || canceled_at !== null) continue;
    if (waiting_list) await release(query, session, 'waiting');
    else if (freePlaces) await release(query, session, 'taken');
  }
}

/**
 * Deletes every sign-up of a person and gives back their places: a person who asks to be forgotten is not coming.
 *
 * @returns the number of deleted sign-ups
 */
export async function erase({ query, engine }: Database, person: Person): Promise<number> {
  const matches = matcher(person);
  const erased = await query.transaction().execute(async (transaction) => {
    await engine.lockAllSessions(transaction);
    const all = await transaction
      .selectFrom('signups')
      .select(['submission_id', 'session', 'waiting_list', 'canceled_at', ...contactColumns])
      .execute();
    const rows = all.filter(matches);
    await remove(transaction, rows, { freePlaces: true });
    return rows.length;
  });
  await engine.scrubDeleted(query);
  return erased;
}

/** Other sign-ups with the same email address or telephone number. They may be the same person's, or a relative's. */
export async function findSamePerson({ query }: Database, row: SignupRow): Promise<SignupRow[]> {
  const people: Person[] = [
    ...(row.email === null ? [] : [{ email: row.email }]),
    ...[row.telephone, row.telephone_e164].flatMap((telephone) => (telephone === null ? [] : [{ telephone }])),
  ];
  const matches = people.map(matcher);
  const all = await query.selectFrom('signups').selectAll().orderBy('created_at').execute();
  return all.filter((other) => other.reference !== row.reference && matches.some((isSame) => isSame(other)));
}

const millisecondsPerDay = 86_400_000;

/**
 * Deletes sign-ups older than a number of days. Their places stay taken: an old sign-up is not a canceled one.
 *
 * @param days - at least 1. After this a retry of the same id counts as a new sign-up.
 * @returns the number of deleted sign-ups
 */
export async function purge(database: Database, days: number, now: Date): Promise<number> {
  const { query, engine } = database;
  if (!(days >= 1)) throw new RangeError(`Sign-ups must be kept for at least 1 day, not ${days}.`);
  const before = new Date(now.getTime() - days * millisecondsPerDay).toISOString();
  const purged = await query.transaction().execute(async (transaction) => {
    await engine.lockAllSessions(transaction);
    const rows = await transaction
      .selectFrom('signups')
      .select(['submission_id', 'session', 'waiting_list', 'canceled_at'])
      .where('created_at', '<', before)
      .execute();
    await remove(transaction, rows, { freePlaces: false });
    await deleteExpiredChallenges({ query: transaction }, now);
    await deleteOldDeskRows({ query: transaction }, now);
    return rows.length;
  });
  await deleteIdleClients(database, now);
  await engine.scrubDeleted(query);
  return purged;
}
