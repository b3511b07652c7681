import { type Transaction } from 'kysely';
import { type SignupRow, type Tables } from '../database/tables.js';
import { occupy, release } from './places.js';

/** Where a sign-up stands: it has a place, a position on the waiting list, or neither. */
export type State =
  { kind: 'place' } | { kind: 'waiting'; position: number | null } | { kind: 'canceled'; at: string | null };

/** The columns that say where a sign-up stands. */
export type StateColumns = Pick<SignupRow, 'waiting_list' | 'waiting_position' | 'canceled_at'>;

/** Reads where a sign-up stands. */
export function stateOf({ waiting_list, waiting_position, canceled_at }: StateColumns): State {
  if (canceled_at !== null) return { kind: 'canceled', at: canceled_at };
  return waiting_list === 1 ? { kind: 'waiting', position: waiting_position } : { kind: 'place' };
}

const columnsOf = (state: State): StateColumns => ({
  waiting_list: state.kind === 'waiting' ? 1 : 0,
  waiting_position: state.kind === 'waiting' ? state.position : null,
  canceled_at: state.kind === 'canceled' ? state.at : null,
});

/** What a state takes up in its session. */
const countOf = { place: 'taken', waiting: 'waiting', canceled: undefined } as const;

/** Moves a locked sign-up into another state, and counts it there. The caller has locked its session and checked the limit. */
export async function moveTo(
  query: Transaction<Tables>,
  row: Pick<SignupRow, 'submission_id' | 'session'> & StateColumns,
  state: State,
): Promise<void> {
  if (row.session !== null) {
    const left = countOf[stateOf(row).kind];
    const entered = countOf[state.kind];
    if (left) await release(query, row.session, left);
    if (entered) await occupy(query, row.session, entered);
  }
  await query
    .updateTable('signups')
    .set((column) => ({ ...columnsOf(state), version: column('version', '+', 1) }))
    .where('submission_id', '=', row.submission_id)
    .execute();
}
