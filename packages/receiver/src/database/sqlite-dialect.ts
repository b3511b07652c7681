import { closeSync, existsSync, openSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { SqliteAdapter, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';

/** Adapts Node's SQLite to the interface of better-sqlite3, which Kysely's dialect expects. */
function adapt(database: DatabaseSync): SqliteDatabase {
  // A receiver runs the same few statements again and again.
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const cached = prepared.get(sql);
      if (cached) return cached;
      // A deferred transaction that reads before it writes cannot wait for another process: it fails with SQLITE_BUSY.
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
 * SQLite can roll back schema changes (its manual: "Transactions"), but Kysely assumes it cannot. With this a migration is
 * all or nothing, and two processes that start together take turns.
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

/** Creates a missing file readable by its owner only. SQLite would let every user of the machine read it. */
function createPrivateFile(path: string): void {
  if (path === ':memory:') return;
  try {
    closeSync(openSync(path, 'ax', 0o600));
  } catch {
    // The file exists, with permissions that its owner chose. SQLite reports any other problem.
  }
}

/**
 * Kysely's SQLite dialect on `node:sqlite`. Every commit is flushed to the disk, and deleted data is overwritten.
 *
 * @param path - of the file, or `:memory:`
 * @param options.create - whether to create a missing file, readable by its owner only
 */
export function sqliteDialect(path: string, { create }: { create: boolean }): SqliteDialect {
  return new Dialect({
    // Async, so that an error rejects the query instead of throwing here.
    // eslint-disable-next-line @typescript-eslint/require-await
    database: async () => {
      if (!create && !existsSync(path)) throw new Error(`Database file not found: ${path}`);
      createPrivateFile(path);
      const database = new DatabaseSync(path, { timeout: 5000 });
      database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on');
      return adapt(database);
    },
  });
}
