#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/max';
import { type Database, hasTables, migrate } from './database.js';
import { toCsv, toJson } from './export.js';
import { errorEntry, type LogEntry, logLine } from './log.js';
import { clientAddress, listen, mailNotice, openDatabase } from './node.js';
import { parseProgram, type Program } from './program.js';
import { createReceiver, type ReceiverOptions } from './receiver.js';
import { forgetClients } from './shared-limit.js';
import { clean } from './submission.js';
import { erase, listSignups, type Person, promote, purge } from './signups.js';

const usage = `Usage: havenkit-receiver [serve]              listens for sign-ups
       havenkit-receiver migrate              brings the database's tables up to date
       havenkit-receiver export [--format csv|json]
                                              prints all sign-ups; csv when not said
       havenkit-receiver erase --email <address> | --telephone <number> | --reference <reference>
                                              deletes all sign-ups of a person
       havenkit-receiver purge --days <n>     deletes sign-ups older than n days
       havenkit-receiver promote --session <@id>
                                              gives a free place to whoever has waited longest

Settings are environment variables:

  DATABASE_URL       postgres://… or the path of an SQLite file     ./signups.sqlite
  HOST, PORT         where to listen                                127.0.0.1, 8787
  HAVENKIT_PROGRAM   JSON file: a schema.org Course                 any session, no limit
  ALLOWED_ORIGINS    origins of your pages, separated by spaces     none
  TRUSTED_PROXIES    how many proxies of your own stand before it   0
  RATE_LIMIT         sign-ups a minute from one client, or "off"    20
  COUNTRY            of telephone numbers without a country code    none
  RETENTION_DAYS     delete sign-ups older than this, once a day    keep them
  ALTCHA_SECRET      asks for proof of work (ALTCHA) with it        none asked for
  SMTP_URL, NOTICE_FROM, NOTICE_TO                                  no e-mail
`;

/** Wrong arguments or settings: told without a stack. */
class UsageError extends Error {}

const { env } = process;

/** A whole number from text. */
function wholeNumber(text: string, name: string, minimum: number, maximum = Infinity): number {
  const number = Number(text);
  if (!text.trim() || !Number.isInteger(number) || number < minimum || number > maximum) {
    const range = maximum < Infinity ? `${minimum} to ${maximum}` : minimum;
    throw new UsageError(`${name} has to be a whole number from ${range}, not "${text}".`);
  }
  return number;
}

function rateLimit() {
  const text = env['RATE_LIMIT'];
  if (!text) return undefined;
  if (text === 'off') return false;
  const perMinute = wholeNumber(text, 'RATE_LIMIT', 1);
  return { burst: perMinute, perMinute };
}

function country(): CountryCode | undefined {
  const code = env['COUNTRY']?.toUpperCase();
  if (!code) return undefined;
  if (!isSupportedCountry(code)) throw new UsageError(`COUNTRY is a code of two letters such as US, not "${code}".`);
  return code;
}

/** Origins exactly as a browser writes them: a wrong one would refuse every sign-up, in silence. */
function allowedOrigins(): string[] {
  const origins = (env['ALLOWED_ORIGINS'] ?? '').split(/[\s,]+/).filter(Boolean);
  for (const origin of origins)
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      throw new UsageError(`ALLOWED_ORIGINS: "${origin}" is no origin such as https://example.org, without a path.`);
  return origins;
}

function program(): Program | undefined {
  const path = env['HAVENKIT_PROGRAM'];
  if (!path) return undefined;
  try {
    // Some editors begin a file with a byte order mark, which is no JSON.
    return parseProgram(JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, '')));
  } catch (error) {
    throw new UsageError(`HAVENKIT_PROGRAM (${path}): ${error instanceof Error ? error.message : error}`);
  }
}

function notify() {
  const { SMTP_URL: url, NOTICE_FROM: from, NOTICE_TO: to } = env;
  if (!url) return undefined;
  for (const [name, address = ''] of Object.entries({ NOTICE_FROM: from, NOTICE_TO: to }))
    if (!/[^\s@]@[^\s@]/.test(address)) throw new UsageError(`SMTP_URL needs ${name}, an e-mail address.`);
  return checked('SMTP_URL', () => mailNotice({ url, from: `${from}`, to: `${to}` }));
}

/** What is made with a setting; a wrong one, such as too short a secret, is told before anything listens. */
function checked<Made>(setting: string, make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(`${setting}: ${error.message}`) : error;
  }
}

const day = 86_400_000;

/** Longest time to keep sign-ups, in days: a century. */
const mostDays = 36_525;

/** Milliseconds after SIGTERM in which what was begun is answered, and then until the process ends, whatever still waits. */
const [closeWithin, endWithin] = [5000, 6000];

async function serve(database: Database): Promise<void> {
  const log = (entry: Omit<LogEntry, 'time'>) => logLine({ time: new Date().toISOString(), ...entry });
  const days = env['RETENTION_DAYS'] ? wholeNumber(env['RETENTION_DAYS'], 'RETENTION_DAYS', 1, mostDays) : undefined;
  const where = {
    ...(env['HOST'] ? { host: env['HOST'] } : {}),
    closeWithin,
    ...(env['PORT'] ? { port: wholeNumber(env['PORT'], 'PORT', 0, 65_535) } : {}),
  };
  const options: ReceiverOptions = {
    database,
    program: program(),
    allowedOrigins: allowedOrigins(),
    country: country(),
    rateLimit: rateLimit(),
    clientAddress: clientAddress(wholeNumber(env['TRUSTED_PROXIES'] || '0', 'TRUSTED_PROXIES', 0)),
    notify: notify(),
    altcha: env['ALTCHA_SECRET'] ? { secret: env['ALTCHA_SECRET'] } : undefined,
  };
  const app = checked('ALTCHA_SECRET', () => createReceiver(options));
  await migrate(database);
  // From before the first request on: whoever was begun is answered.
  const asked = new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  const { port, close } = await listen(app, where);
  log({ level: 'info', outcome: 'listening', port });
  if (!env['HAVENKIT_PROGRAM'])
    console.error('No HAVENKIT_PROGRAM: any session is taken, and none is ever full. For a trial that is fine.');

  const clean = async () => {
    try {
      if (days) log({ level: 'info', outcome: 'purged', count: await purge(database, days, new Date()) });
      else await forgetClients(database, new Date());
    } catch (error) {
      log({ level: 'error', outcome: 'purge-failed', error: errorEntry(error) });
    }
  };
  await clean();
  const timer = setInterval(() => void clean(), day);

  await asked;
  // A mail that is being sent is waited for so long, and a database that does not answer.
  setTimeout(() => process.exit(), endWithin).unref();
  clearInterval(timer);
  await close();
  log({ level: 'info', outcome: 'stopped' });
}

/** Prints all of it, also into a pipe that is slower than we are. */
const print = (text: string) =>
  new Promise<void>((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));

/** The commands, and the options of each. */
const commands = {
  serve: [],
  migrate: [],
  export: ['format'],
  erase: ['email', 'telephone', 'reference'],
  purge: ['days'],
  promote: ['session'],
} as const satisfies Record<string, string[]>;

const isCommand = (text: string): text is keyof typeof commands => Object.hasOwn(commands, text);

async function main(): Promise<void> {
  const { values, positionals, tokens } = parseArgs({
    allowPositionals: true,
    tokens: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      format: { type: 'string' },
      email: { type: 'string' },
      telephone: { type: 'string' },
      reference: { type: 'string' },
      session: { type: 'string' },
      days: { type: 'string' },
    },
  });
  const [command = 'serve', ...rest] = positionals;
  if (values.help) return print(usage);
  if (!isCommand(command)) throw new UsageError(`There is no command "${command}".`);
  if (rest.length) throw new UsageError(`"${rest.join(' ')}" is too much.`);
  const given = tokens.filter((token) => token.kind === 'option').map(({ name }) => name);
  for (const [index, name] of given.entries()) {
    if (!(commands[command] as readonly string[]).includes(name))
      throw new UsageError(`${command} has no option --${name}.`);
    if (given.indexOf(name) < index) throw new UsageError(`--${name} is there twice.`);
  }

  /**
   * @param open - what to do once the arguments are known to be right
   * @param options.create - whether there may be nothing yet. Else a mistyped address would give "Erased: 0", of a new and
   *   empty database.
   */
  const withDatabase = async (open: (database: Database) => Promise<void>, { create = false } = {}) => {
    const database = checked('DATABASE_URL', () =>
      openDatabase(env['DATABASE_URL'] || 'signups.sqlite', {
        create,
        // Nobody waits at a form for what is done to all sign-ups.
        ...(command !== 'serve' && { silence: 120_000 }),
        onConnectionLost: (error) =>
          logLine({
            time: new Date().toISOString(),
            level: 'error',
            outcome: 'connection-lost',
            error: errorEntry(error),
          }),
      }),
    );
    try {
      if (!create) {
        if (!(await hasTables(database)))
          throw new Error('There are no tables for sign-ups in this database. Is DATABASE_URL right?');
        await migrate(database);
      }
      await open(database);
    } finally {
      await database.query.destroy();
    }
  };

  switch (command) {
    case 'serve':
      return withDatabase(serve, { create: true });
    case 'migrate':
      return withDatabase(
        async (database) => {
          const names = await migrate(database);
          await print(names.length ? `Done: ${names.join(', ')}\n` : 'Nothing to do.\n');
        },
        { create: true },
      );
    case 'export': {
      const { format = 'csv' } = values;
      if (format !== 'csv' && format !== 'json') throw new UsageError('--format is csv or json.');
      const write = format === 'csv' ? toCsv : toJson;
      return withDatabase(async (database) => print(write(await listSignups(database))));
    }
    case 'erase': {
      const { email, telephone, reference } = values;
      const people: Person[] = [
        ...(email ? [{ email }] : []),
        ...(telephone ? [{ telephone }] : []),
        ...(reference ? [{ reference }] : []),
      ];
      const [person] = people;
      if (!person || people.length > 1)
        throw new UsageError('erase needs one of --email, --telephone and --reference.');
      return withDatabase(async (database) => print(`Erased: ${await erase(database, person)}\n`));
    }
    case 'purge': {
      const days = wholeNumber(values.days ?? '', '--days', 1, mostDays);
      return withDatabase(async (database) => print(`Purged: ${await purge(database, days, new Date())}\n`));
    }
    case 'promote': {
      const session = clean(values.session ?? '', 'session');
      const known = program()?.sessions.get(session);
      if (!known) throw new UsageError('promote needs --session with the @id of a session in HAVENKIT_PROGRAM.');
      return withDatabase(async (database) => {
        const reference = await promote(database, session, known.places);
        await print(reference ? `Has a place now: ${reference}\n` : 'No place is free, or nobody waits.\n');
      });
    }
  }
}

try {
  await main();
} catch (error) {
  const { code } = error as { code?: unknown };
  const wrong = error instanceof UsageError || `${code}`.startsWith('ERR_PARSE_ARGS_');
  // Where a host has several addresses, Node has an error for each and no words for all.
  const [first = error] = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  const message = first instanceof Error ? first.message : `${first}`;
  console.error(wrong ? `havenkit-receiver: ${message}\n\n${usage}` : `havenkit-receiver: ${message}`);
  process.exitCode = wrong ? 2 : 1;
}
