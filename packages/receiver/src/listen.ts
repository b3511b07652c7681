import { type Server } from 'node:http';
import { type AddressInfo, type Socket } from 'node:net';
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context } from 'hono';
import { type createReceiver } from './receiver.js';

/**
 * Returns the client's address, for `createReceiver`.
 *
 * @param proxies - the number of your own reverse proxies in front of this process. Each appends the address that it saw to
 *   `X-Forwarded-For`. Everything before that can be forged by the client. Default 0: the socket's address.
 */
export function clientAddress(proxies = 0): (context: Context) => string | undefined {
  return (context) => {
    if (!proxies) return getConnInfo(context).remote.address;
    return context.req.header('X-Forwarded-For')?.split(',').at(-proxies)?.trim();
  };
}

/** A receiver that listens. */
export interface Listening {
  /** The actual port, even if port 0 was requested. */
  port: number;
  /**
   * Accepts no new connections and closes idle ones. Resolves when every request in progress has its response, or after
   * `closeWithin`.
   */
  close: () => Promise<void>;
}

export interface ListenOptions {
  /** Default `127.0.0.1`, which only a proxy on the same machine can reach. */
  host?: string;
  /** Default 8787. 0 for any free port. */
  port?: number;
  /**
   * Milliseconds before `close` cuts off requests in progress. Default 5000, half of what Docker waits. A client that is cut
   * off gets no response and tries again.
   */
  closeWithin?: number;
}

/** Milliseconds between checks for idle connections while closing. */
const idleCheckInterval = 50;

/** The server's open sockets. Node does not list them. */
function trackSockets(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

function closeServer(server: Server, sockets: ReadonlySet<Socket>, closeWithin: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const idleCheck = setInterval(() => {
      // Closes a keep-alive connection as soon as its response is sent.
      server.closeIdleConnections();
      // Browsers open connections in advance. Node does not count a connection without a request as idle.
      for (const socket of sockets) if (!socket.bytesRead) socket.destroy();
    }, idleCheckInterval);
    const deadline = setTimeout(() => server.closeAllConnections(), closeWithin);
    server.close((error) => {
      clearInterval(idleCheck);
      clearTimeout(deadline);
      if (error) reject(error);
      else resolve();
    });
  });
}

/** Serves a receiver with Node's HTTP server. */
export function listen(
  app: ReturnType<typeof createReceiver>,
  { host = '127.0.0.1', port = 8787, closeWithin = 5000 }: ListenOptions = {},
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (address: AddressInfo) =>
      resolve({ port: address.port, close: () => closeServer(server, sockets, closeWithin) }),
    ) as Server;
    const sockets = trackSockets(server);
    server.once('error', reject);
  });
}
