import { type Kysely, sql } from 'kysely';
import { digest } from './canonical.js';
import { type Database, type Tables } from './database.js';
import { maximumClients, type RateLimit, tokenBucket } from './rate-limit.js';

/**
 * Clients are counted under numbers of 20 bits. Each stands for some 4,000 IPv4 addresses, so that no address can be
 * worked out of one, not even with the salt; and no flood makes more rows than there are numbers. That two of a hundred
 * clients share one happens once in two hundred times, and they would only share a limit.
 */
const hexadecimalDigits = 5;

/** Whole microseconds, so that sums are exact: a double has room for them for some centuries. */
const perMillisecond = 1000;

/** The day of a salt: UTC, as `2026-11-24`. */
const dayOf = (now: Date) => now.toISOString().slice(0, 10);

/** The salt of a day, which whoever comes first makes. */
async function dailySalt(query: Kysely<Tables>, day: string): Promise<string> {
  const find = () => query.selectFrom('rate_limit_salts').select('salt').where('day', '=', day);
  const known = await find().executeTakeFirst();
  if (known) return known.salt;
  const salt = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0'));
  await query
    .insertInto('rate_limit_salts')
    .values({ day, salt: salt.join('') })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await find().executeTakeFirstOrThrow()).salt;
}

/**
 * A token bucket for each client in the database, for all processes together. It keeps the time at which the bucket is
 * full again (ITU-T I.371, the generic cell rate algorithm): one number, changed by one statement.
 *
 * @returns a function that takes a token in a route and gives the milliseconds to wait: 0 when there was one. It throws when
 *   the database does not answer.
 */
function sharedTokenBucket({ query }: Pick<Database, 'query'>, { burst, perMinute }: RateLimit) {
  const interval = Math.ceil((60_000 * perMillisecond) / perMinute);
  const room = (burst - 1) * interval;
  let today: { day: string; salt: Promise<string> } | undefined;

  const saltOf = (day: string): Promise<string> => {
    if (today?.day === day) return today.salt;
    const salt = dailySalt(query, day);
    today = { day, salt };
    // What failed is asked for again.
    salt.catch(() => {
      if (today?.salt === salt) today = undefined;
    });
    return salt;
  };

  return async (route: string, client: string, now: Date): Promise<number> => {
    const hash = await digest([await saltOf(dayOf(now)), route, client]);
    const number = parseInt(hash.slice(0, hexadecimalDigits), 16);
    const time = now.getTime() * perMillisecond;
    // Fuller than a bucket can be, it was written by a clock that is ahead of ours: then there is one token.
    const fullAt = sql`case when rate_limits.full_at > ${time + room + interval} then ${time + room}
      else greatest(rate_limits.full_at, ${time}) end`;
    const { rows } = await sql<{ taken: boolean; full_at: number | null }>`
      with taken as (
        insert into rate_limits (client, full_at) values (${number}, ${time + interval})
        on conflict (client) do update set full_at = ${fullAt} + ${interval}
        where ${fullAt} <= ${time + room}
        returning client
      )
      select exists (select from taken) as taken, (select full_at from rate_limits where client = ${number}) as full_at
    `.execute(query);
    const [row] = rows;
    if (row?.taken) return 0;
    // What it was before this statement: none, where another process has just made it.
    const wait = (row?.full_at ?? time + room + interval) - room - time;
    return Math.max(1, Math.ceil(wait / perMillisecond));
  };
}

/** Milliseconds that the database may take: a limit is not what a sign-up waits for. */
const patience = 2000;

class TooLate extends Error {
  override name = 'TooLate';
}

/** What a promise gives, unless that takes too long; then nobody asks for it any more. */
async function inTime<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new TooLate()), patience)));
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A limit that all processes on a PostgreSQL share, and that one process has for itself on SQLite. Where the database
 * fails, each process goes by what it has seen since: that refuses a flood, and nobody else.
 *
 * @param failed - told of an error of the database
 * @returns a limit for each route: a function that takes a token and gives the whole seconds to wait, 0 when there was one
 */
export function limiter(database: Database, rateLimit: RateLimit, failed: (error: unknown) => void) {
  const shared = database.kind === 'postgres' ? sharedTokenBucket(database, rateLimit) : undefined;
  const longest = Math.ceil(60_000 / rateLimit.perMinute);
  return (route: string) => {
    const own = tokenBucket(rateLimit);
    /** Until when clients have to wait: whoever comes earlier is told so again, and costs the database nothing. */
    const waiting = new Map<string, number>();

    return async (client: string, now: Date): Promise<number> => {
      const time = now.getTime();
      if (!shared) return own(client, time);
      let milliseconds = (waiting.get(client) ?? 0) - time;
      // Longer than anybody has to wait: the clock was set back.
      if (milliseconds <= 0 || milliseconds > longest) {
        waiting.delete(client);
        try {
          milliseconds = await inTime(shared(route, client, now));
        } catch (error) {
          failed(error);
          return own(client, time);
        }
        if (!milliseconds) return 0;
        waiting.set(client, time + milliseconds);
        const [oldest] = waiting.keys();
        if (waiting.size > maximumClients && oldest !== undefined) waiting.delete(oldest);
      }
      return Math.ceil(milliseconds / 1000);
    };
  };
}

/** Forgets whoever may send as much as anybody again, and the salts of days that are over. */
export async function forgetClients({ query, kind }: Database, now: Date): Promise<void> {
  if (kind === 'sqlite') return;
  await query
    .deleteFrom('rate_limits')
    // Whoever is being counted right now is not waited for: so that two of these cannot wait for one another.
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
