import { type Database } from '../database/engine.js';
import { type SignupRow } from '../database/tables.js';
import { type Program, type Session } from '../program.js';
import { listSignups } from '../signups/list.js';
import { unlimited } from '../signups/places.js';
import { stateOf } from '../signups/state.js';

/** The sign-ups of one session, or of nobody's session. */
export interface Group {
  /** The `@id` of the session. `null` for sign-ups without one. */
  id: string | null;
  /** The session in the program. */
  session: Session | undefined;
  /** Whether people can still get a place: the session has not left the program. */
  offered: boolean;
  /** `undefined` for no limit. */
  places: number | undefined;
  /** Counted by the receiver. It may be more than the sign-ups with a place, because `purge` leaves places taken. */
  taken: number;
  /** With a place, in the order of their sign-up. */
  placed: SignupRow[];
  /** In the order of the waiting list. */
  waiting: SignupRow[];
  canceled: SignupRow[];
}

/** How many places a session has: none if it has left the program. */
export const placesOf =
  (program: Program | undefined) =>
  (session: string): number => {
    if (!program) return unlimited;
    const found = program.sessions.get(session);
    return found ? (found.places ?? unlimited) : 0;
  };

function groupOf(
  id: string | null,
  rows: readonly SignupRow[],
  taken: ReadonlyMap<string, number>,
  program: Program | undefined,
): Group {
  const own = rows.filter(({ session }) => session === id);
  const of = (kind: ReturnType<typeof stateOf>['kind']) => own.filter((row) => stateOf(row).kind === kind);
  const session = id === null ? undefined : program?.sessions.get(id);
  return {
    id,
    session,
    offered: id === null || !program || session !== undefined,
    places: session?.places,
    taken: taken.get(id ?? '') ?? 0,
    placed: of('place'),
    waiting: of('waiting').sort((a, b) => (a.waiting_position ?? 0) - (b.waiting_position ?? 0)),
    canceled: of('canceled'),
  };
}

/** All sign-ups by session: first the sessions of the program, then those that have left it, then sign-ups without one. */
export async function listGroups(database: Database, program: Program | undefined): Promise<Group[]> {
  const rows = await listSignups(database);
  const counts = await database.query.selectFrom('sessions').select(['session', 'taken']).execute();
  const taken = new Map(counts.map((count) => [count.session, count.taken]));
  const chosen = rows.flatMap(({ session }) => session ?? []);
  const ids = new Set<string | null>([...(program?.sessions.keys() ?? []), ...chosen]);
  if (rows.some(({ session }) => session === null)) ids.add(null);
  return [...ids].map((id) => groupOf(id, rows, taken, program));
}

/** Whether a place is free in a session that people can still get a place in. */
export const hasFreePlace = ({ id, offered, places = unlimited, taken }: Group): boolean =>
  offered && (id === null || taken < places);
