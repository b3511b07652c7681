import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type SqliteDatabase, SqliteDialect } from 'kysely';

/** Node's own SQLite in the shape that Kysely's dialect knows, which is better-sqlite3's. */
function adapt(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(sql) {
      // A transaction that reads before it writes could not wait for another process's: it would fail as busy.
      const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql);
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
}

/**
 * Kysely's dialect for SQLite on `node:sqlite`. What was answered for is on the disk: a write-ahead log that is flushed
 * at every commit. What was deleted is overwritten, not only unlinked.
 *
 * @param path - of the file, or `:memory:`
 */
export function sqliteDialect(path: string): SqliteDialect {
  return new SqliteDialect({
    database: () => {
      const database = new DatabaseSync(path, { timeout: 5000 });
      database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on');
      return Promise.resolve(adapt(database));
    },
  });
}
