import { type Kysely, sql } from 'kysely';
import { type Database } from '../database/engine.js';
import { type Tables } from '../database/tables.js';
import { digest } from '../digest.js';
import { type RateLimit } from './token-bucket.js';

/**
 * Clients are counted under hashes of 20 bits. About 4,000 IPv4 addresses share each hash, so no address can be recovered
 * from one, not even with the salt, and no flood makes more rows than there are hashes. Among a hundred clients two share a
 * hash once in two hundred times, and then they only share a limit.
 */
const hexadecimalDigits = 5;

/** Times are whole microseconds, so that sums are exact. A double has room for them for centuries. */
const perMillisecond = 1000;

/** Microseconds by which a request may be counted after a later one, or the clocks of two processes may differ. */
const clockTolerance = 2_000_000;

/** The day of a salt, in UTC: `2026-11-24`. */
const dayOf = (now: Date) => now.toISOString().slice(0, 10);

/** The salt of a day. The first process that needs it creates it. */
async function dailySalt(query: Kysely<Tables>, day: string): Promise<string> {
  const find = () => query.selectFrom('rate_limit_salts').select('salt').where('day', '=', day);
  const existing = await find().executeTakeFirst();
  if (existing) return existing.salt;
  const salt = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0'));
  await query
    .insertInto('rate_limit_salts')
    .values({ day, salt: salt.join('') })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await find().executeTakeFirstOrThrow()).salt;
}

/** Caches the salt of the current day. */
function saltCache(query: Kysely<Tables>): (day: string) => Promise<string> {
  let current: { day: string; salt: Promise<string> } | undefined;
  return (day) => {
    if (current?.day === day) return current.salt;
    const salt = dailySalt(query, day);
    current = { day, salt };
    // A failure is not cached.
    salt.catch(() => {
      if (current?.salt === salt) current = undefined;
    });
    return salt;
  };
}

/**
 * A token bucket per client in PostgreSQL, shared by all processes. It stores the time at which the bucket is full again
 * (generic cell rate algorithm, ITU-T I.371): one number, changed by one statement.
 *
 * @returns a function that takes a token for a route and returns the milliseconds to wait: 0 if there was one. It rejects if
 *   the database does not respond.
 */
export function sharedTokenBucket({ query }: Pick<Database, 'query'>, { burst, perMinute }: RateLimit) {
  const interval = Math.ceil((60_000 * perMillisecond) / perMinute);
  const room = (burst - 1) * interval;
  const saltOf = saltCache(query);

  return async (route: string, client: string, now: Date): Promise<number> => {
    const hash = await digest([await saltOf(dayOf(now)), route, client]);
    const key = parseInt(hash.slice(0, hexadecimalDigits), 16);
    const time = now.getTime() * perMillisecond;
    // A time too far ahead was written by a process with a wrong clock. Then the client has one token.
    const fullAt = sql`case when rate_limits.full_at > ${time + room + interval + clockTolerance} then ${time + room}
      else greatest(rate_limits.full_at, ${time}) end`;
    const { rows } = await sql<{ taken: boolean; full_at: number | null }>`
      with taken as (
        insert into rate_limits (client, full_at) values (${key}, ${time + interval})
        on conflict (client) do update set full_at = ${fullAt} + ${interval}
        where ${fullAt} <= ${time + room}
        returning client
      )
      select exists (select from taken) as taken, (select full_at from rate_limits where client = ${key}) as full_at
    `.execute(query);
    const [row] = rows;
    if (row?.taken) return 0;
    // The value before this statement: null if another process has just inserted the row.
    const wait = (row?.full_at ?? time + room + interval) - room - time;
    return Math.max(1, Math.ceil(wait / perMillisecond));
  };
}

/** Deletes the counts of clients whose bucket is full, and the salts of past days. */
export async function deleteIdleClients({ query, engine }: Database, now: Date): Promise<void> {
  if (!engine.shared) return;
  await query
    .deleteFrom('rate_limits')
    // Skips rows that are in use, so that two of these cannot deadlock.
    .where('client', 'in', (rows) =>
      rows
        .selectFrom('rate_limits')
        .select('client')
        .where('full_at', '<=', now.getTime() * perMillisecond)
        .forUpdate()
        .skipLocked(),
    )
    .execute();
  await query.deleteFrom('rate_limit_salts').where('day', '<', dayOf(now)).execute();
}
