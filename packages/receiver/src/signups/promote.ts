import { type Database } from '../database/engine.js';
import { unlimited } from './places.js';

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
