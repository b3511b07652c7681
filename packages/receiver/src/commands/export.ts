import { toCsv, toJson } from '../export.js';
import { UsageError } from '../settings.js';
import { listSignups } from '../signups/list.js';
import { type Command, print, withDatabase } from './command.js';

export const exportSignups: Command = {
  options: ['format'],
  async run({ format = 'csv' }, env) {
    if (format !== 'csv' && format !== 'json') throw new UsageError(`--format must be csv or json, not "${format}".`);
    const write = format === 'csv' ? toCsv : toJson;
    await withDatabase(env, { create: false }, async (database) => print(write(await listSignups(database))));
  },
};
