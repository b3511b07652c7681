import { type Transaction } from 'kysely';
import { type Tables } from '../database/tables.js';

/**
 * The limit of a session without one: the largest number that a PostgreSQL integer holds. Its places are counted anyway,
 * because a limit may be set later.
 */
export const unlimited = 2 ** 31 - 1;

/** Creates the counts of a session if they do not exist. */
async function ensureSession(query: Transaction<Tables>, session: string): Promise<void> {
  await query
    .insertInto('sessions')
    .values({ session })
    .onConflict((conflict) => conflict.column('session').doNothing())
    .execute();
}

/** Takes a place if one is free and nobody is waiting for it. A single statement, so nothing changes between check and update. */
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

/** Adds one person to the waiting list and returns their position. */
export async function joinWaitingList(query: Transaction<Tables>, session: string): Promise<number> {
  const row = await query
    .updateTable('sessions')
    .set((column) => ({ waiting: column('waiting', '+', 1), last_position: column('last_position', '+', 1) }))
    .where('session', '=', session)
    .returning('last_position')
    .executeTakeFirstOrThrow();
  return row.last_position;
}

/**
 * Locks a session until the transaction ends, so that its counts and its sign-ups can be checked before they change. An update
 * locks on both databases.
 */
export async function lockSession(query: Transaction<Tables>, session: string): Promise<{ taken: number }> {
  await ensureSession(query, session);
  return query
    .updateTable('sessions')
    .set((column) => ({ taken: column.ref('taken') }))
    .where('session', '=', session)
    .returning('taken')
    .executeTakeFirstOrThrow();
}

/** Counts a place as taken, or a position on the waiting list. The caller has checked that there is one. */
export async function occupy(query: Transaction<Tables>, session: string, count: 'taken' | 'waiting'): Promise<void> {
  await query
    .updateTable('sessions')
    .set((column) => ({ [count]: column(count, '+', 1) }))
    .where('session', '=', session)
    .execute();
}

/** A place, a position on the waiting list, or neither. */
export type Allocation = { kind: 'place' } | { kind: 'waiting'; position: number } | { kind: 'full' };

/**
 * Allocates a place in a session, or a position on its waiting list.
 *
 * @param options.places - how many places the session has
 * @param options.waitingList - whether the person accepts the waiting list when there is no place
 */
export async function allocate(
  query: Transaction<Tables>,
  session: string,
  { places = unlimited, waitingList = false }: { places?: number | undefined; waitingList?: boolean | undefined },
): Promise<Allocation> {
  await ensureSession(query, session);
  if (await takePlace(query, session, places)) return { kind: 'place' };
  if (!waitingList) return { kind: 'full' };
  return { kind: 'waiting', position: await joinWaitingList(query, session) };
}

/** Gives back a place, or leaves the waiting list. */
export async function release(query: Transaction<Tables>, session: string, count: 'taken' | 'waiting'): Promise<void> {
  await query
    .updateTable('sessions')
    .set((column) => ({ [count]: column(count, '-', 1) }))
    .where('session', '=', session)
    .where(count, '>', 0)
    .execute();
}
