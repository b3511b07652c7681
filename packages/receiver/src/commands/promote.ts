import { readProgram, UsageError } from '../settings.js';
import { promote as promoteNext } from '../signups/promote.js';
import { clean } from '../submission/clean.js';
import { type Command, print, withDatabase } from './command.js';

export const promote: Command = {
  options: ['session'],
  async run({ session: typed = '' }, env) {
    const session = clean(typed, 'session');
    const offered = readProgram(env)?.sessions.get(session);
    if (!offered) throw new UsageError('promote needs --session with the @id of a session in HAVENKIT_PROGRAM.');
    await withDatabase(env, { create: false }, async (database) => {
      const reference = await promoteNext(database, session, offered.places);
      await print(
        reference ? `Promoted: ${reference}\n` : 'Nobody promoted: no place is free, or nobody is waiting.\n',
      );
    });
  },
};
