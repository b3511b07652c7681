import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { type Database } from './engine.js';

const migrations = ({ shared }: Database['engine']): Record<string, Migration> => ({
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
      // A single process counts in its memory.
      if (!shared) return;
      await query.schema
        .createTable('rate_limits')
        // Not in the write-ahead log, so not in replicas or archives, and no write waits for the disk. Empty after a crash.
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
  '004_desk': {
    async up(query: Kysely<unknown>) {
      await query.schema.alterTable('signups').addColumn('canceled_at', 'text').execute();
      await query.schema
        .alterTable('signups')
        .addColumn('version', 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
      await query.schema
        .createTable('desk_sessions')
        .addColumn('digest', 'text', (column) => column.primaryKey())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('seen_at', 'text', (column) => column.notNull())
        .execute();
      await query.schema
        .createTable('desk_changes')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('action', 'text', (column) => column.notNull())
        .addColumn('outcome', 'text', (column) => column.notNull())
        .addColumn('submission_id', 'text')
        .addColumn('version', 'integer')
        .addColumn('canceled_at', 'text')
        .addColumn('waiting_list', 'integer')
        .addColumn('waiting_position', 'integer')
        .execute();
    },
  },
});

/**
 * Brings the tables up to date. Safe to run at every start, and in several processes at once.
 *
 * @returns the names of the migrations it applied
 * @throws when a newer version of the receiver has used the database
 */
export async function migrate(database: Database): Promise<string[]> {
  const { query, engine } = database;
  const provided = migrations(engine);
  // Reading first lets a read-only user export: Kysely writes even when there is nothing to apply.
  if (await hasTables(database)) {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(query);
    if (rows.map(({ name }) => name).join() === Object.keys(provided).join()) return [];
    if (rows.some(({ name }) => !Object.hasOwn(provided, name)))
      throw new Error('A newer version of the receiver has used this database. Use that version or a later one.');
  }
  const migrator = new Migrator({ db: query, provider: { getMigrations: () => Promise.resolve(provided) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('The database could not be migrated.', { cause: error });
  return results.map(({ migrationName }) => migrationName);
}

/** Whether the database has a receiver's tables. */
export async function hasTables({ query }: Database): Promise<boolean> {
  const tables = await query.introspection.getTables();
  return tables.some(({ name }) => name === 'signups');
}
