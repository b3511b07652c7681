import { migrate as migrateTables } from '../database/migrate.js';
import { type Command, print, withDatabase } from './command.js';

export const migrate: Command = {
  options: [],
  run: (_, env) =>
    withDatabase(env, { create: true }, async (database) => {
      const names = await migrateTables(database);
      await print(names.length > 0 ? `Applied: ${names.join(', ')}\n` : 'Already up to date.\n');
    }),
};
