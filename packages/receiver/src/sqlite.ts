import { closeSync, existsSync, openSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { SqliteAdapter, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';

/** Node's own SQLite in the shape that Kysely's dialect knows, which is better-sqlite3's. */
function adapt(database: DatabaseSync): SqliteDatabase {
  // A receiver asks the same few questions over and over.
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = prepared.get(sql);
      if (known) return known;
      // A transaction that reads before it writes could not wait for another process's: it would fail as busy.
      const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql);
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      const adapted: SqliteStatement = {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
      prepared.set(sql, adapted);
      return adapted;
    },
  };
}

/**
 * SQLite can take back a change of tables (its manual: "Transactions"), though Kysely does not count on it. Counting on
 * it makes a migration whole, and two processes that start together take turns.
 */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}

class Dialect extends SqliteDialect {
  override createAdapter() {
    return new Adapter();
  }
}

/** Makes the file, if it is not there, as one that only we may read: SQLite's own are for all users of the machine. */
function makeForUs(path: string): void {
  if (path === ':memory:') return;
  try {
    closeSync(openSync(path, 'ax', 0o600));
  } catch {
    // It is there, and its owner may have chosen otherwise; what else is wrong with it, SQLite says.
  }
}

/**
 * Kysely's dialect for SQLite on `node:sqlite`. What was answered for is on the disk: a write-ahead log that is flushed
 * at every commit. What was deleted is overwritten, not only unlinked. A new file is for its owner alone.
 *
 * @param path - of the file, or `:memory:`
 * @param options.create - whether to make the file where there is none
 */
export function sqliteDialect(path: string, { create }: { create: boolean }): SqliteDialect {
  return new Dialect({
    // Async, so that what is wrong is a query's failure.
    // eslint-disable-next-line @typescript-eslint/require-await
    database: async () => {
      if (!create && !existsSync(path)) throw new Error(`There is no database ${path}.`);
      makeForUs(path);
      const database = new DatabaseSync(path, { timeout: 5000 });
      database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on');
      return adapt(database);
    },
  });
}
