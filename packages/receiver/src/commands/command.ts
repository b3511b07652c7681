import { type Database } from '../database/engine.js';
import { hasTables, migrate } from '../database/migrate.js';
import { openDatabase } from '../database/open.js';
import { errorEntry, type LogEntry, logLine } from '../log.js';
import { withSetting } from '../settings.js';

/** The options of all commands. */
export type OptionName = 'format' | 'output' | 'email' | 'telephone' | 'reference' | 'days' | 'session';
export type OptionValues = Partial<Record<OptionName, string>>;

export interface Command {
  /** The options that this command accepts. */
  options: readonly OptionName[];
  run: (values: OptionValues, env: NodeJS.ProcessEnv) => Promise<void>;
}

/** Prints a text or a file's bytes, and waits until they are written, even to a slow pipe. */
export const print = (content: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => process.stdout.write(content, (error) => (error ? reject(error) : resolve())));

/** Logs an entry with the current time. */
export const log = (entry: Omit<LogEntry, 'time'>): void => logLine({ time: new Date().toISOString(), ...entry });

export interface UseOptions {
  /** Whether to create a missing database. If `false`, a mistyped address is an error and not a new, empty database. */
  create: boolean;
  /** See `DatabaseOptions`. Default 2 minutes: a command may work on all sign-ups, and no visitor waits for it. */
  silence?: number;
}

/** Opens the database for the duration of a task. Call it after the arguments and settings are checked. */
export async function withDatabase(
  env: NodeJS.ProcessEnv,
  { create, silence = 120_000 }: UseOptions,
  task: (database: Database) => Promise<void>,
): Promise<void> {
  const onConnectionLost = (error: Error) =>
    log({ level: 'error', outcome: 'connection-lost', error: errorEntry(error) });
  const database = withSetting('DATABASE_URL', () =>
    openDatabase(env['DATABASE_URL'] || 'signups.sqlite', { create, silence, onConnectionLost }),
  );
  try {
    if (!create) await requireTables(database);
    await task(database);
  } finally {
    await database.query.destroy();
  }
}

async function requireTables(database: Database): Promise<void> {
  if (!(await hasTables(database)))
    throw new Error('This database has no sign-up tables. Check DATABASE_URL, or run "migrate" first.');
  await migrate(database);
}
