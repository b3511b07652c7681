import { type Transaction } from 'kysely';
import { type Database } from '../database/engine.js';
import { type Tables } from '../database/tables.js';
import { unlimited } from './places.js';

/** The sign-up of a session that has waited longest. */
export const firstWaiting = (query: Transaction<Tables>, session: string) =>
  query
    .selectFrom('signups')
    .select(['submission_id', 'reference'])
    .where('session', '=', session)
    .where('waiting_list', '=', 1)
    .orderBy('waiting_position')
    .limit(1);

/** {@link promote} within a transaction. */
export async function promoteFirst(
  transaction: Transaction<Tables>,
  session: string,
  places: number,
): Promise<string | undefined> {
  const taken = await transaction
    .updateTable('sessions')
    .set((column) => ({ taken: column('taken', '+', 1), waiting: column('waiting', '-', 1) }))
    .where('session', '=', session)
    .where('taken', '<', places)
    .where('waiting', '>', 0)
    .returning('session')
    .executeTakeFirst();
  if (!taken) return undefined;
  const { submission_id, reference } = await firstWaiting(transaction, session).executeTakeFirstOrThrow();
  await transaction
    .updateTable('signups')
    .set((column) => ({ waiting_list: 0, waiting_position: null, version: column('version', '+', 1) }))
    .where('submission_id', '=', submission_id)
    .execute();
  return reference;
}

/**
 * Gives a session's next free place to the person who has waited longest. Nothing does this automatically: somebody has to
 * ask the person first. Newcomers never overtake the waiting list.
 *
 * @param places - how many places the session has. Default no limit.
 * @returns the reference of the promoted sign-up, or `undefined` if no place is free or nobody is waiting
 */
export async function promote(
  { query, engine }: Database,
  session: string,
  places = unlimited,
): Promise<string | undefined> {
  return query.transaction().execute(async (transaction) => {
    await engine.limitIdleTime(transaction);
    return promoteFirst(transaction, session, places);
  });
}
