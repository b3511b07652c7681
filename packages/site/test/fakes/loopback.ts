import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { htmlPage, type Sharing } from '../../../elements/test-support/form-services.js';

/**
 * A failure between a browser and a service.
 *
 * Before the request reaches the service:
 *
 * - `preflight refused`: every preflight is refused.
 * - `request lost`: the connection breaks.
 * - `catch-all page`: a catch-all page responds with 200.
 * - a number: a gateway responds with an error page of that status.
 *
 * After the request has reached the service:
 *
 * - `response lost`: the connection breaks.
 * - `no response`: the connection stays open without a response.
 * - `truncated`: the response is incomplete.
 * - `late error`: the response is a 500.
 * - `redirect`: the response redirects to a thank-you page.
 * - `unreadable redirect`: the thank-you page does not let other sites read it.
 * - `no CORS`: the response has no CORS headers.
 */
export type Fault =
  | 'preflight refused'
  | 'request lost'
  | 'catch-all page'
  | number
  | 'response lost'
  | 'no response'
  | 'truncated'
  | 'late error'
  | 'redirect'
  | 'unreadable redirect'
  | 'no CORS';

/** A received request. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Loopback {
  readonly origin: string;
  /** All requests in order, including preflights. */
  readonly requests: ReceivedRequest[];
  /** The faults of the next POST requests, in order. Only `preflight refused` applies to preflights. */
  readonly faults: Fault[];
  /** Whether connections persist after a response. Default false, so that every request has a new connection. */
  keepAlive: boolean;
  readonly close: () => Promise<void>;
}

async function toRequest(incoming: IncomingMessage, origin: string): Promise<[Request, Buffer]> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
  const { method = 'GET', url = '/' } = incoming;
  return [
    new Request(new URL(url, origin), { method, headers, ...(body.length && { body: new Uint8Array(body) }) }),
    body,
  ];
}

type HeaderFields = Readonly<Record<string, string>>;

/** The CORS headers for a page of an origin. Without an origin there are none. */
function corsHeaders(sharing: Sharing, origin: string | undefined): HeaderFields {
  if (sharing.origin === 'none' || origin === undefined) return {};
  return {
    'Access-Control-Allow-Origin': sharing.origin === '*' ? '*' : origin,
    ...(sharing.headers && { 'Access-Control-Allow-Headers': sharing.headers }),
    Vary: 'Origin',
  };
}

/** Removes the CORS headers that a handler has set itself. */
function withoutCors(response: Response): Response {
  for (const name of [...response.headers.keys()]) if (name.startsWith('access-control')) response.headers.delete(name);
  return response;
}

/**
 * Starts a real HTTP server on loopback for a request handler.
 *
 * @param sharing - the CORS policy. Without it the handler responds to preflights and sets the CORS headers itself
 */
export async function serve(
  handle: (request: Request) => Response | Promise<Response>,
  sharing?: Sharing,
): Promise<Loopback> {
  const requests: ReceivedRequest[] = [];
  const faults: Fault[] = [];
  let origin = '';

  async function write(response: Response, outgoing: ServerResponse, headers: HeaderFields): Promise<void> {
    const body = Buffer.from(await response.arrayBuffer());
    if (!loopback.keepAlive) outgoing.setHeader('Connection', 'close');
    outgoing.writeHead(response.status, {
      ...Object.fromEntries(response.headers),
      'Content-Length': body.length,
      ...headers,
    });
    outgoing.end(body);
  }

  async function respondToPreflight(request: Request, outgoing: ServerResponse, cors: HeaderFields): Promise<void> {
    if (faults[0] === 'preflight refused') return write(htmlPage(403, 'Forbidden'), outgoing, {});
    return sharing
      ? write(new Response(null, { status: 204 }), outgoing, cors)
      : write(await handle(request), outgoing, {});
  }

  /** Handles a request and then responds, with a fault or without. */
  async function respondAfter(
    fault: Fault | undefined,
    request: Request,
    outgoing: ServerResponse,
    cors: HeaderFields,
  ): Promise<void> {
    const response = await handle(request);
    const added = sharing ? cors : {};
    switch (fault) {
      case 'response lost':
        outgoing.destroy();
        return;
      case 'no response':
        return;
      case 'truncated':
        outgoing.writeHead(response.status, {
          ...Object.fromEntries(response.headers),
          'Content-Length': 9999,
          ...added,
        });
        outgoing.write('{"ref', () => outgoing.destroy());
        return;
      case 'late error':
        return write(htmlPage(500, 'Server Error'), outgoing, cors);
      case 'redirect':
        return write(htmlPage(303, 'See Other'), outgoing, { ...cors, Location: '/thanks' });
      case 'unreadable redirect':
        return write(htmlPage(303, 'See Other'), outgoing, { ...cors, Location: '/thanks-elsewhere' });
      case 'no CORS':
        return write(withoutCors(response), outgoing, {});
      default:
        return write(response, outgoing, added);
    }
  }

  async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const [request, body] = await toRequest(incoming, origin);
    const { method } = request;
    const path = new URL(request.url).pathname;
    requests.push({ method, path, headers: incoming.headers, body: body.toString() });
    const cors = corsHeaders(sharing ?? { origin: 'echo', headers: '' }, incoming.headers.origin);
    if (path === '/thanks') return write(htmlPage(200, 'Thank you'), outgoing, cors);
    if (path === '/thanks-elsewhere') return write(htmlPage(200, 'Thank you'), outgoing, {});
    if (method === 'OPTIONS') return respondToPreflight(request, outgoing, cors);
    const fault = method === 'POST' ? faults.shift() : undefined;
    if (typeof fault === 'number')
      // A page cannot read `Retry-After`, because no gateway exposes that header.
      return write(htmlPage(fault, `Error ${fault}`), outgoing, { ...cors, 'Retry-After': '60' });
    if (fault === 'catch-all page') return write(htmlPage(200, 'Welcome'), outgoing, cors);
    if (fault === 'request lost') {
      incoming.socket.destroy();
      return;
    }
    return respondAfter(fault, request, outgoing, cors);
  }

  const loopback: Loopback = {
    get origin() {
      return origin;
    },
    requests,
    faults,
    keepAlive: false,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const server = createServer((incoming, outgoing) => void respond(incoming, outgoing)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return loopback;
}
