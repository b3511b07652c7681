/** What needs Node: opening a database by its address, listening, mail. */
import { type Server } from 'node:http';
import { type AddressInfo, Socket } from 'node:net';
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context } from 'hono';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type Database, type Tables } from './database.js';
import { type createReceiver } from './receiver.js';
import { sqliteDialect } from './sqlite.js';

export { type MailOptions, mailNotice } from './notice.js';

export interface DatabaseOptions {
  /** Most connections that this process keeps to PostgreSQL. Default 10. */
  connections?: number;
  /** Whether to make an SQLite file that is not there. Default true. */
  create?: boolean;
  /**
   * Milliseconds after which a connection to PostgreSQL is given up when it should say something and says nothing, as when the
   * network lost it without a word. Default 10 s, so that an answer is out before the form stops waiting for one.
   */
  silence?: number;
  /** Told when PostgreSQL closes a connection that nobody uses; the next query opens another. Default nobody. */
  onConnectionLost?: (error: Error) => void;
}

/**
 * Opens a database by its address.
 *
 * @param url - `postgres://…` or `postgresql://…` for PostgreSQL; anything else is the path of an SQLite file, with or
 *   without `sqlite:` before it
 * @throws {RangeError} at an address of another kind of database
 */
export function openDatabase(
  url: string,
  { connections = 10, create = true, silence = 10_000, onConnectionLost }: DatabaseOptions = {},
): Database {
  if (!/^postgres(ql)?:/i.test(url)) {
    // A letter alone is a drive of Windows.
    if (/^(?!sqlite:|file:)[a-z][a-z\d+.-]+:/i.test(url))
      throw new RangeError('This is neither an address of PostgreSQL (postgres://…) nor the path of an SQLite file.');
    const path = url.replace(/^sqlite:(\/\/)?/i, '');
    return { kind: 'sqlite', query: new Kysely<Tables>({ dialect: sqliteDialect(path, { create }) }) };
  }
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5000,
    // Half of it: a connection that nobody uses is closed before it is given up.
    idleTimeoutMillis: silence / 2,
    keepAlive: true,
    stream: () => {
      const socket = new Socket();
      const lost = () => socket.destroy(Object.assign(new Error('PostgreSQL says nothing.'), { code: 'ETIMEDOUT' }));
      return socket.setTimeout(silence, lost);
    },
  });
  // Without a listener a lost connection would end the process: the pool listens to those that nobody uses, and lets go
  // of the one that a transaction has.
  pool.on('error', (error) => onConnectionLost?.(error));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { kind: 'postgres', query: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) };
}

/**
 * The client's address for `createReceiver`.
 *
 * @param proxies - how many reverse proxies of your own stand before this process. Each adds the address that it saw to
 *   the end of `X-Forwarded-For`; what is further to the front is whatever the client wrote. Default 0: the socket's.
 */
export function clientAddress(proxies = 0): (context: Context) => string | undefined {
  return (context) => {
    if (!proxies) return getConnInfo(context).remote.address;
    return context.req.header('X-Forwarded-For')?.split(',').at(-proxies)?.trim();
  };
}

/** A receiver that listens. */
export interface Listening {
  /** The port it listens on; the one the system chose where 0 was asked for. */
  port: number;
  /**
   * Takes no new connections, closes those on which nothing was asked, and resolves when what was begun is answered, or
   * after `closeWithin`.
   */
  close: () => Promise<void>;
}

/**
 * Listens with Node's own HTTP server.
 *
 * @param where.host - default `127.0.0.1`, so that only a proxy on the same machine can reach it
 * @param where.port - default 8787; 0 for any free one
 * @param where.closeWithin - milliseconds after which `close` cuts off a request that is still not whole or not answered;
 *   default 5000, half of what Docker waits. Whoever sent it knows of no answer, and tries again.
 */
export function listen(
  app: ReturnType<typeof createReceiver>,
  { host = '127.0.0.1', port = 8787, closeWithin = 5000 }: { host?: string; port?: number; closeWithin?: number } = {},
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (address: AddressInfo) =>
      resolve({
        port: address.port,
        close: () =>
          new Promise((closed, failed) => {
            const idle = setInterval(() => {
              // A connection that is kept alive goes as soon as its answer is out.
              server.closeIdleConnections();
              // One on which nothing has come yet, such as browsers open beforehand, is not idle to Node.
              for (const socket of sockets) if (!socket.bytesRead) socket.destroy();
            }, 50);
            const deadline = setTimeout(() => server.closeAllConnections(), closeWithin);
            server.close((error) => {
              clearInterval(idle);
              clearTimeout(deadline);
              error ? failed(error) : closed();
            });
          }),
      }),
    ) as Server;
    const sockets = new Set<Socket>();
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    server.once('error', reject);
  });
}
