/** Changes that the practice makes: each is made once, by whoever comes first, or not at all. */
import { type Transaction } from 'kysely';
import { type Database } from '../database/engine.js';
import { type SignupRow, type Tables } from '../database/tables.js';
import { joinWaitingList, lockSession } from './places.js';
import { firstWaiting, promoteFirst } from './promote.js';
import { moveTo, type State, stateOf } from './state.js';

/** What can be done with a sign-up. `undo` takes an earlier change back, and `erase` deletes: see {@link recordErasure}. */
export type Action = 'move-up' | 'cancel' | 'put-back' | 'join-list' | 'undo' | 'erase';

/** The result of a change. Only `done` has changed anything. */
export type ChangeOutcome =
  | 'done'
  /** Somebody has done the same before. */
  | 'already'
  /** No place is free. */
  | 'full'
  /** Somebody else has waited longer. */
  | 'not-next'
  /** The sign-up is not as it was shown. */
  | 'changed'
  /** The sign-up has been deleted. */
  | 'gone';

export interface Change {
  /** A random id, made for one form. The same id again returns the same result and changes nothing. */
  id: string;
  action: Exclude<Action, 'undo' | 'erase'>;
  reference: string;
  /** The version of the sign-up that the person saw. */
  version: number;
}

export interface Undo {
  /** See {@link Change}. */
  id: string;
  action: 'undo';
  /** The id of the change to take back. It must be the last change of its sign-up. */
  undoes: string;
}

/** A change with its result, as it is stored. */
export interface StoredChange {
  action: Action;
  outcome: ChangeOutcome;
  /** The sign-up as it is now. Absent if nothing was changed, or if it has been deleted. */
  signup: SignupRow | undefined;
  /** Whether nothing has happened to the sign-up since. Then a change can be taken back. */
  isLast: boolean;
}

/** What a change needs to know. */
interface Context {
  /** How many places a session has. */
  placesIn: (session: string) => number;
  now: Date;
}

/** A sign-up whose row and session are locked. */
interface Locked {
  row: SignupRow;
  hasFreePlace: boolean;
}

async function lock(
  query: Transaction<Tables>,
  submissionId: string,
  { placesIn }: Context,
): Promise<Locked | undefined> {
  const found = await query
    .selectFrom('signups')
    .select('session')
    .where('submission_id', '=', submissionId)
    .executeTakeFirst();
  if (!found) return undefined;
  const { session } = found;
  // Always in this order, as everywhere: first the session, then the sign-up.
  const hasFreePlace = session === null || (await lockSession(query, session)).taken < placesIn(session);
  const row = await query
    .updateTable('signups')
    .set((column) => ({ version: column.ref('version') }))
    .where('submission_id', '=', submissionId)
    .returningAll()
    .executeTakeFirst();
  return row && { row, hasFreePlace };
}

/** The state that each action aims for. */
const goals = { 'move-up': 'place', cancel: 'canceled', 'put-back': 'place', 'join-list': 'waiting' } as const;

/** The states that each action starts from. */
const starts: Readonly<Record<Change['action'], readonly State['kind'][]>> = {
  'move-up': ['waiting'],
  cancel: ['place', 'waiting'],
  'put-back': ['canceled'],
  'join-list': ['canceled'],
};

async function apply(
  query: Transaction<Tables>,
  { action, version }: Change,
  { row, hasFreePlace }: Locked,
  { placesIn, now }: Context,
): Promise<ChangeOutcome> {
  const { kind } = stateOf(row);
  const { session } = row;
  if (kind === goals[action]) return 'already';
  if (row.version !== version || !starts[action].includes(kind)) return 'changed';
  if (goals[action] === 'place' && !hasFreePlace) return 'full';
  switch (action) {
    case 'move-up': {
      if (session === null) return 'changed';
      const first = await firstWaiting(query, session).executeTakeFirst();
      if (first?.submission_id !== row.submission_id) return 'not-next';
      return (await promoteFirst(query, session, placesIn(session))) === row.reference ? 'done' : 'full';
    }
    case 'cancel':
      await moveTo(query, row, { kind: 'canceled', at: now.toISOString() });
      return 'done';
    case 'put-back':
      await moveTo(query, row, { kind: 'place' });
      return 'done';
    case 'join-list': {
      if (session === null) return 'changed';
      // It has counted the person already.
      const position = await joinWaitingList(query, session);
      await moveTo(query, { ...row, session: null }, { kind: 'waiting', position });
      return 'done';
    }
    default:
      return action satisfies never;
  }
}

/** Takes the id of a change. Returns `false` if it was taken before: on PostgreSQL, this waits for the other request. */
async function claim(query: Transaction<Tables>, { id, action }: Change | Undo, now: Date): Promise<boolean> {
  const claimed = await query
    .insertInto('desk_changes')
    .values({ id, action, created_at: now.toISOString(), outcome: 'gone' })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return claimed !== undefined;
}

async function record(
  query: Transaction<Tables>,
  id: string,
  outcome: ChangeOutcome,
  { submission_id, version, canceled_at, waiting_list, waiting_position }: SignupRow,
): Promise<void> {
  const before = { version: version + 1, canceled_at, waiting_list, waiting_position };
  await query
    .updateTable('desk_changes')
    .set({ outcome, submission_id, ...(outcome === 'done' && before) })
    .where('id', '=', id)
    .execute();
}

async function undo(
  query: Transaction<Tables>,
  before: { version: number | null } & Parameters<typeof stateOf>[0],
  { row, hasFreePlace }: Locked,
): Promise<ChangeOutcome> {
  if (row.version !== before.version) return 'changed';
  const state = stateOf(before);
  if (state.kind === 'place' && !hasFreePlace) return 'full';
  await moveTo(query, row, state);
  return 'done';
}

async function run(query: Transaction<Tables>, request: Change | Undo, context: Context): Promise<void> {
  if (request.action === 'undo') {
    const before = await query
      .selectFrom('desk_changes')
      .selectAll()
      .where('id', '=', request.undoes)
      .where('outcome', '=', 'done')
      .executeTakeFirst();
    if (!before?.submission_id) return;
    const locked = await lock(query, before.submission_id, context);
    if (!locked) return;
    const state = { ...before, waiting_list: before.waiting_list ?? 0 };
    return record(query, request.id, await undo(query, state, locked), locked.row);
  }
  const found = await query
    .selectFrom('signups')
    .select('submission_id')
    .where('reference', '=', request.reference)
    .executeTakeFirst();
  const locked = found && (await lock(query, found.submission_id, context));
  if (locked) await record(query, request.id, await apply(query, request, locked, context), locked.row);
}

/**
 * Makes a change in one transaction. Whoever comes second, with what was shown before, changes nothing and gets the reason.
 *
 * @returns the result: of this request, or of an earlier one with the same id
 */
export async function change(database: Database, request: Change | Undo, context: Context): Promise<StoredChange> {
  await database.query.transaction().execute(async (transaction) => {
    await database.engine.limitIdleTime(transaction);
    if (await claim(transaction, request, context.now)) await run(transaction, request, context);
  });
  return (await findChange(database, request.id)) ?? { ...request, outcome: 'gone', signup: undefined, isLast: false };
}

/** Stores that a person was deleted, or had been before, without saying who. */
export async function recordErasure(
  { query }: Database,
  id: string,
  { done, now }: { done: boolean; now: Date },
): Promise<void> {
  const outcome: ChangeOutcome = done ? 'done' : 'gone';
  await query
    .insertInto('desk_changes')
    .values({ id, action: 'erase', created_at: now.toISOString(), outcome })
    .onConflict((conflict) =>
      // The same form, sent twice: it deleted the person once.
      done ? conflict.column('id').doUpdateSet({ outcome }) : conflict.column('id').doNothing(),
    )
    .execute();
}

/** Finds a change by its id, with the sign-up as it is now. */
export async function findChange({ query }: Database, id: string): Promise<StoredChange | undefined> {
  const found = await query.selectFrom('desk_changes').selectAll().where('id', '=', id).executeTakeFirst();
  if (!found) return undefined;
  const { submission_id, version, outcome, action } = found;
  const signup =
    submission_id === null
      ? undefined
      : await query.selectFrom('signups').selectAll().where('submission_id', '=', submission_id).executeTakeFirst();
  const isLast = signup?.version === version;
  return { action: action as Action, outcome: outcome as ChangeOutcome, signup, isLast };
}
