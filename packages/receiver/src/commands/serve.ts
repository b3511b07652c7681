import { type Database } from '../database/engine.js';
import { migrate } from '../database/migrate.js';
import { listen } from '../listen.js';
import { errorEntry } from '../log.js';
import { deleteIdleClients } from '../rate-limit/shared-token-bucket.js';
import { createReceiver } from '../receiver.js';
import { readAddress, readReceiverOptions, readRetentionDays, withSetting } from '../settings.js';
import { purge } from '../signups/erase.js';
import { type Command, log, withDatabase } from './command.js';

/** Milliseconds after SIGTERM in which requests in progress are completed. */
const closeWithin = 5000;

/** Milliseconds after SIGTERM when the process ends, even if a mail server or the database does not respond. */
const exitWithin = 6000;

const millisecondsPerDay = 86_400_000;

async function cleanUp(database: Database, retentionDays: number | undefined): Promise<void> {
  try {
    if (retentionDays === undefined) await deleteIdleClients(database, new Date());
    else log({ level: 'info', outcome: 'purged', count: await purge(database, retentionDays, new Date()) });
  } catch (error) {
    log({ level: 'error', outcome: 'purge-failed', error: errorEntry(error) });
  }
}

const readSettings = (env: NodeJS.ProcessEnv) => ({
  retentionDays: readRetentionDays(env),
  address: readAddress(env),
  options: readReceiverOptions(env),
});

async function run(
  database: Database,
  { retentionDays, address, options }: ReturnType<typeof readSettings>,
): Promise<void> {
  const app = withSetting('ALTCHA_SECRET', () => createReceiver({ ...options, database }));
  await migrate(database);

  // Before the first request, so that a signal never interrupts one.
  const stopped = new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  const { port, close } = await listen(app, { ...address, closeWithin });
  log({ level: 'info', outcome: 'listening', port });
  if (!options.program)
    console.error(
      'HAVENKIT_PROGRAM is not set: every session is accepted, and none is ever full. Use this for trials.',
    );

  await cleanUp(database, retentionDays);
  const timer = setInterval(() => void cleanUp(database, retentionDays), millisecondsPerDay);

  await stopped;
  setTimeout(() => process.exit(), exitWithin).unref();
  clearInterval(timer);
  await close();
  log({ level: 'info', outcome: 'stopped' });
}

export const serve: Command = {
  options: [],
  async run(_, env) {
    const settings = readSettings(env);
    await withDatabase(env, { create: true, silence: 10_000 }, (database) => run(database, settings));
  },
};
