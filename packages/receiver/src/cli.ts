#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { type Command, type OptionName, print } from './commands/command.js';
import { erase } from './commands/erase.js';
import { exportSignups } from './commands/export.js';
import { migrate } from './commands/migrate.js';
import { promote } from './commands/promote.js';
import { purge } from './commands/purge.js';
import { serve } from './commands/serve.js';
import { UsageError } from './settings.js';

const usage = `Usage: havenkit-receiver [serve]              listens for sign-ups
       havenkit-receiver migrate              brings the tables up to date
       havenkit-receiver export [--format csv|json|xlsx] [--output <file>]
                                              prints all sign-ups, by default as csv, or writes them to a file
       havenkit-receiver erase --email <address> | --telephone <number> | --reference <reference>
                                              deletes all sign-ups of a person
       havenkit-receiver purge --days <n>     deletes sign-ups older than n days
       havenkit-receiver promote --session <@id>
                                              gives a free place to the person who has waited longest

Environment variables                                               Default

  DATABASE_URL       postgres://… or the path of an SQLite file     ./signups.sqlite
  HOST, PORT         address to listen on                           127.0.0.1, 8787
  HAVENKIT_PROGRAM   JSON file with a schema.org Course             any session, no limit
  ALLOWED_ORIGINS    origins of your pages, separated by spaces     none
  TRUSTED_PROXIES    number of your own proxies in front            0
  RATE_LIMIT         sign-ups per minute from one client, or "off"  20
  COUNTRY            of telephone numbers without a country code    none
  RETENTION_DAYS     deletes older sign-ups once a day              keeps them
  ALTCHA_SECRET      turns on proof of work (ALTCHA)                off
  DESK_PASSWORD      turns on the private page /desk                off
  DESK_PASSWORD_FILE a file with that password
  SMTP_URL, NOTICE_FROM, NOTICE_TO                                  no email
`;

const commands = new Map<string, Command>(
  Object.entries({ serve, migrate, export: exportSignups, erase, purge, promote }),
);

const options = {
  help: { type: 'boolean', short: 'h' },
  format: { type: 'string' },
  output: { type: 'string' },
  email: { type: 'string' },
  telephone: { type: 'string' },
  reference: { type: 'string' },
  session: { type: 'string' },
  days: { type: 'string' },
} as const satisfies Record<OptionName | 'help', object>;

async function main(): Promise<void> {
  const { values, positionals, tokens } = parseArgs({ allowPositionals: true, tokens: true, options });
  if (values.help) return print(usage);

  const [name = 'serve', ...rest] = positionals;
  const command = commands.get(name);
  if (!command) throw new UsageError(`Unknown command "${name}".`);
  if (rest.length > 0) throw new UsageError(`Unexpected argument "${rest.join(' ')}".`);
  const given = tokens.filter((token) => token.kind === 'option').map((token) => token.name);
  for (const [index, option] of given.entries()) {
    if (!command.options.some((accepted) => accepted === option))
      throw new UsageError(`${name} has no option --${option}.`);
    if (given.indexOf(option) < index) throw new UsageError(`--${option} is given twice.`);
  }
  await command.run(values, process.env);
}

const isUsageError = (error: unknown): boolean =>
  error instanceof UsageError ||
  (error instanceof Error && 'code' in error && `${error.code}`.startsWith('ERR_PARSE_ARGS_'));

/** An error's message. For a host with several addresses, Node throws an AggregateError with an empty message. */
function messageOf(error: unknown): string {
  const [first = error] = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  return first instanceof Error ? first.message : `${first}`;
}

try {
  await main();
} catch (error) {
  // The message comes last: `systemctl status` shows only the last lines.
  if (isUsageError(error)) console.error(usage);
  console.error(`havenkit-receiver: ${messageOf(error)}`);
  process.exitCode = isUsageError(error) ? 2 : 1;
}
