import { Socket } from 'node:net';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type Database, postgresDatabase, sqliteDatabase } from './engine.js';
import { sqliteDialect } from './sqlite-dialect.js';
import { type Tables } from './tables.js';

export interface DatabaseOptions {
  /** The maximum number of connections to PostgreSQL. Default 10. */
  connections?: number;
  /** Whether to create a missing SQLite file. Default true. */
  create?: boolean;
  /**
   * Milliseconds of silence after which a connection to PostgreSQL counts as lost. Default 10,000, which is shorter than the
   * sign-up form waits for a response.
   */
  silence?: number;
  /** Called when PostgreSQL closes an idle connection. The next query opens another one. */
  onConnectionLost?: (error: Error) => void;
}

function openPostgres(url: string, connections: number, silence: number): pg.Pool {
  return new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5000,
    // Half the limit, so that an idle connection is closed before it counts as lost.
    idleTimeoutMillis: silence / 2,
    keepAlive: true,
    stream: () => {
      const socket = new Socket();
      const lost = () =>
        socket.destroy(Object.assign(new Error('PostgreSQL does not respond.'), { code: 'ETIMEDOUT' }));
      return socket.setTimeout(silence, lost);
    },
  });
}

/**
 * Opens a database by its address.
 *
 * @param url - `postgres://…` or `postgresql://…` for PostgreSQL. Anything else is the path of an SQLite file, with or without
 *   `sqlite:` before it.
 * @throws {RangeError} for the address of another kind of database
 */
export function openDatabase(
  url: string,
  { connections = 10, create = true, silence = 10_000, onConnectionLost }: DatabaseOptions = {},
): Database {
  if (!/^postgres(ql)?:/i.test(url)) {
    // A scheme has two letters or more: a single letter is a Windows drive.
    if (/^(?!sqlite:|file:)[a-z][a-z\d+.-]+:/i.test(url))
      throw new RangeError('Expected a PostgreSQL address (postgres://…) or the path of an SQLite file.');
    const path = url.replace(/^sqlite:(\/\/)?/i, '');
    return sqliteDatabase(new Kysely<Tables>({ dialect: sqliteDialect(path, { create }) }));
  }
  const pool = openPostgres(url, connections, silence);
  // An 'error' event without a listener ends the process. The pool reports idle connections, the client reports the others.
  pool.on('error', (error) => onConnectionLost?.(error));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return postgresDatabase(new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }));
}
