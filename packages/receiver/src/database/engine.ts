import { type Kysely, sql, type Transaction } from 'kysely';
import { type Tables } from './tables.js';

type Query = Kysely<Tables>;

/**
 * Everything that SQLite and PostgreSQL do differently. The rest of the receiver is the same SQL on both.
 *
 * Several independent receivers may share one PostgreSQL. An SQLite file belongs to one process, and SQLite runs one writing
 * transaction at a time, so most of these methods do nothing there.
 */
export interface Engine {
  /** Whether several processes may serve from this database. If so, rate limits are counted in it. */
  readonly shared: boolean;
  /**
   * Tries to lock a submission id until the transaction ends.
   *
   * @returns `false` if another process is storing the same id
   */
  tryLockSubmission(transaction: Transaction<Tables>, submissionId: string): Promise<boolean>;
  /** Limits how long a transaction may be idle, so that a dead process does not keep its locks. */
  limitIdleTime(transaction: Transaction<Tables>): Promise<void>;
  /** Locks all sessions until the transaction ends, so that two transactions that change several cannot deadlock. */
  lockAllSessions(transaction: Transaction<Tables>): Promise<void>;
  /** Removes the remains of deleted rows from the files. */
  scrubDeleted(query: Query): Promise<void>;
}

/** An open database. */
export interface Database {
  readonly query: Query;
  readonly engine: Engine;
}

const sqliteEngine: Engine = {
  shared: false,
  tryLockSubmission: () => Promise.resolve(true),
  limitIdleTime: () => Promise.resolve(),
  lockAllSessions: () => Promise.resolve(),
  async scrubDeleted(query) {
    // A deleted row stays in the write-ahead log until the log is truncated.
    await sql`pragma wal_checkpoint(truncate)`.execute(query);
  },
};

/** Milliseconds before PostgreSQL ends a transaction whose process sends nothing. */
const idleTimeout = 10_000;

/** Milliseconds a sign-up waits for a lock. After that the response is 503, and the form tries again. */
const lockTimeout = 2000;

/**
 * If a receiver's machine dies, PostgreSQL keeps its locks until it notices the dead connection, which takes two hours by
 * default. These limits are set per transaction because a connection pooler may refuse them as startup parameters.
 */
const idleTimeLimit = sql`set_config('idle_in_transaction_session_timeout', ${`${idleTimeout}`}, true)`;
const lockTimeLimit = sql`set_config('lock_timeout', ${`${lockTimeout}`}, true)`;

const postgresEngine: Engine = {
  shared: true,
  async tryLockSubmission(transaction, submissionId) {
    const { rows } = await sql<{ locked: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${submissionId}, 0)) as locked, ${idleTimeLimit}, ${lockTimeLimit}
    `.execute(transaction);
    return rows[0]?.locked === true;
  },
  async limitIdleTime(transaction) {
    await sql`select ${idleTimeLimit}`.execute(transaction);
  },
  async lockAllSessions(transaction) {
    await postgresEngine.limitIdleTime(transaction);
    await sql`lock table sessions in share row exclusive mode`.execute(transaction);
  },
  // VACUUM reclaims the space later.
  scrubDeleted: () => Promise.resolve(),
};

/** A receiver's database on SQLite, from a Kysely instance with an SQLite dialect. */
export const sqliteDatabase = (query: Query): Database => ({ query, engine: sqliteEngine });

/** A receiver's database on PostgreSQL, from a Kysely instance with a PostgreSQL dialect. */
export const postgresDatabase = (query: Query): Database => ({ query, engine: postgresEngine });
