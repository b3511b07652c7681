import { maximumDays, wholeNumber } from '../settings.js';
import { purge as purgeSignups } from '../signups/erase.js';
import { type Command, print, withDatabase } from './command.js';

export const purge: Command = {
  options: ['days'],
  async run({ days: text = '' }, env) {
    const days = wholeNumber(text, '--days', 1, maximumDays);
    await withDatabase(env, { create: false }, async (database) =>
      print(`Purged: ${await purgeSignups(database, days, new Date())}\n`),
    );
  },
};
