import { type Generated, type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

/** A stored sign-up. Times are ISO 8601 in UTC, truth values 0 and 1: the same in both databases. */
export interface SignupRow {
  submission_id: string;
  reference: string;
  /** SHA-256 of the canonical submission: tells a retry from another sign-up under the same id. */
  digest: string;
  created_at: string;
  program: string;
  session: string | null;
  format: string | null;
  waiting_list: number;
  /** Place in the session's waiting list: smaller came earlier; null for whoever has a place. */
  waiting_position: number | null;
  name: string;
  email: string | null;
  telephone: string | null;
  telephone_e164: string | null;
  preferred_contact: string | null;
  leave_message: string | null;
  times: string | null;
  child_age_band: string | null;
  message: string | null;
  consent_version: string;
  consent_text: string;
  locale: string;
  elapsed: number | null;
}

/** What is given out of a session's places. The row is what concurrent sign-ups queue for. */
interface SessionRow {
  session: string;
  taken: Generated<number>;
  /** How many are on the waiting list now. */
  waiting: Generated<number>;
  /** The last place in the waiting list that was given out; never given twice. */
  last_position: Generated<number>;
}

/** Places of a session without a limit, which is counted all the same since one may be set later: the most that fits. */
export const unlimited = 2 ** 31 - 1;

/** A challenge that was solved, and which sign-up it was solved for: for no other one it counts again. */
interface ChallengeRow {
  nonce: string;
  submission_id: string;
  /** After this it is accepted for nothing, and may be forgotten. */
  expires_at: string;
}

/** How much a client has sent in the last minutes; only PostgreSQL has it. The number is no address: see shared-limit.ts. */
interface RateLimitRow {
  client: number;
  /** When it may send as much as anybody again: microseconds since 1970. */
  full_at: number;
}

/** What the numbers of a day's clients are made with. */
interface RateLimitSaltRow {
  day: string;
  salt: string;
}

/** The tables of a receiver. */
export interface Tables {
  signups: SignupRow;
  sessions: SessionRow;
  challenges: ChallengeRow;
  rate_limits: RateLimitRow;
  rate_limit_salts: RateLimitSaltRow;
}

/** A database that was opened for a receiver, and what differs between the two kinds. */
export interface Database {
  query: Kysely<Tables>;
  /**
   * `postgres` may be shared by several processes that do not know of one another; `sqlite` is one file on one machine.
   */
  kind: 'sqlite' | 'postgres';
}

const migrations = (kind: Database['kind']): Record<string, Migration> => ({
  '001_signups': {
    async up(query: Kysely<unknown>) {
      await query.schema
        .createTable('signups')
        .addColumn('submission_id', 'text', (column) => column.primaryKey())
        .addColumn('reference', 'text', (column) => column.notNull().unique())
        .addColumn('digest', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('program', 'text', (column) => column.notNull())
        .addColumn('session', 'text')
        .addColumn('format', 'text')
        .addColumn('waiting_list', 'integer', (column) => column.notNull())
        .addColumn('waiting_position', 'integer')
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('email', 'text')
        .addColumn('telephone', 'text')
        .addColumn('telephone_e164', 'text')
        .addColumn('preferred_contact', 'text')
        .addColumn('leave_message', 'text')
        .addColumn('times', 'text')
        .addColumn('child_age_band', 'text')
        .addColumn('message', 'text')
        .addColumn('consent_version', 'text', (column) => column.notNull())
        .addColumn('consent_text', 'text', (column) => column.notNull())
        .addColumn('locale', 'text', (column) => column.notNull())
        .addColumn('elapsed', 'double precision')
        .execute();
      await query.schema.createIndex('signups_created_at').on('signups').column('created_at').execute();
      await query.schema
        .createTable('sessions')
        .addColumn('session', 'text', (column) => column.primaryKey())
        .addColumn('taken', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('waiting', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('last_position', 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
    },
  },
  '002_challenges': {
    async up(query: Kysely<unknown>) {
      await query.schema
        .createTable('challenges')
        .addColumn('nonce', 'text', (column) => column.primaryKey())
        .addColumn('submission_id', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'text', (column) => column.notNull())
        .execute();
      await query.schema.createIndex('challenges_expires_at').on('challenges').column('expires_at').execute();
    },
  },
  '003_rate_limits': {
    async up(query: Kysely<unknown>) {
      // One process has an SQLite file, and counts in its memory.
      if (kind === 'sqlite') return;
      await query.schema
        .createTable('rate_limits')
        // In no write-ahead log, and so in no copy of the server and no archive; nothing waits for the disk. Empty after a crash.
        .modifyFront(sql`unlogged`)
        .addColumn('client', 'integer', (column) => column.primaryKey())
        .addColumn('full_at', 'double precision', (column) => column.notNull())
        .execute();
      await query.schema
        .createTable('rate_limit_salts')
        .addColumn('day', 'text', (column) => column.primaryKey())
        .addColumn('salt', 'text', (column) => column.notNull())
        .execute();
    },
  },
});

/**
 * Brings the tables to the newest form. Safe to run at every start, also by several processes at once.
 *
 * @returns names of the migrations that were run now
 */
export async function migrate({ query, kind }: Database): Promise<string[]> {
  const provided = migrations(kind);
  // Whoever may only read can read; asking Kysely to do nothing would write.
  if (await hasTables({ query, kind })) {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(query);
    if (`${rows.map(({ name }) => name)}` === `${Object.keys(provided)}`) return [];
    if (rows.some(({ name }) => !Object.hasOwn(provided, name)))
      throw new Error(
        'This database was last used by a newer version of the receiver: use that one, or a newer one still.',
      );
  }
  const migrator = new Migrator({ db: query, provider: { getMigrations: () => Promise.resolve(provided) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('The database could not be migrated.', { cause: error });
  return results.map(({ migrationName }) => migrationName);
}

/** Whether the tables of a receiver were ever made in this database. */
export async function hasTables({ query }: Database): Promise<boolean> {
  const tables = await query.introspection.getTables();
  return tables.some(({ name }) => name === 'signups');
}

/** @throws when the database does not answer */
export async function ping({ query }: Database): Promise<void> {
  await sql`select 1`.execute(query);
}
