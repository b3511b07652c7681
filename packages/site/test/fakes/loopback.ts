import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { htmlPage, type Sharing } from '../../../elements/test-support/form-services.js';

/**
 * What may happen to a request between a browser and a service.
 *
 * Before the request reaches the service:
 *
 * - `refused`: every preflight is refused.
 * - `lost`: the connection breaks.
 * - `page`: a catch-all page responds with 200.
 * - a number: a gateway responds with an error page of that status.
 *
 * After the request has reached the service:
 *
 * - `answer lost`: the connection breaks.
 * - `silence`: there is no response.
 * - `cut short`: the response is incomplete.
 * - `late`: the response is a 500.
 * - `redirect`: the response redirects to a thank-you page.
 * - `redirect away`: the thank-you page does not let other sites read it.
 * - `unshared`: the response has no CORS headers.
 */
export type Fault =
  | 'refused'
  | 'lost'
  | 'page'
  | number
  | 'answer lost'
  | 'silence'
  | 'cut short'
  | 'late'
  | 'redirect'
  | 'redirect away'
  | 'unshared';

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
  readonly seen: ReceivedRequest[];
  /** The faults of the next POST requests, in order. Only `refused` applies to preflights. */
  readonly faults: Fault[];
  /** Whether connections persist after a response. Default false, so that every request has a new connection. */
  lasting: boolean;
  readonly close: () => Promise<void>;
}

const never = (): Promise<never> => new Promise(() => undefined);

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

/** The CORS headers for a page of an origin. Without an origin there are none. */
function corsHeaders(sharing: Sharing, origin: string | undefined): Record<string, string> {
  if (sharing.origin === 'none' || origin === undefined) return {};
  return {
    'Access-Control-Allow-Origin': sharing.origin === '*' ? '*' : origin,
    ...(sharing.headers && { 'Access-Control-Allow-Headers': sharing.headers }),
    Vary: 'Origin',
  };
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
  const seen: ReceivedRequest[] = [];
  const faults: Fault[] = [];
  let origin = '';

  async function write(response: Response, outgoing: ServerResponse, headers: Record<string, string>): Promise<void> {
    const body = Buffer.from(await response.arrayBuffer());
    if (!loopback.lasting) outgoing.setHeader('Connection', 'close');
    outgoing.writeHead(response.status, {
      ...Object.fromEntries(response.headers),
      'Content-Length': body.length,
      ...headers,
    });
    outgoing.end(body);
  }

  async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const [request, body] = await toRequest(incoming, origin);
    const { method } = request;
    const path = new URL(request.url).pathname;
    seen.push({ method, path, headers: incoming.headers, body: body.toString() });
    const cors = corsHeaders(sharing ?? { origin: 'echo', headers: '' }, incoming.headers.origin);
    const own = sharing ? cors : {};
    if (path === '/thanks') return write(htmlPage(200, 'Thank you'), outgoing, cors);
    if (path === '/thanks-elsewhere') return write(htmlPage(200, 'Thank you'), outgoing, {});
    if (method === 'OPTIONS') {
      if (faults[0] === 'refused') return write(htmlPage(403, 'Forbidden'), outgoing, {});
      return sharing
        ? write(new Response(null, { status: 204 }), outgoing, cors)
        : write(await handle(request), outgoing, {});
    }
    const fault = method === 'POST' ? faults.shift() : undefined;
    if (typeof fault === 'number')
      // A page cannot read `Retry-After`, because no gateway exposes that header.
      return write(htmlPage(fault, `Error ${fault}`), outgoing, { ...cors, 'Retry-After': '60' });
    if (fault === 'page') return write(htmlPage(200, 'Welcome'), outgoing, cors);
    if (fault === 'lost') {
      incoming.socket.destroy();
      return;
    }
    const response = await handle(request);
    switch (fault) {
      case 'answer lost':
        incoming.socket.destroy();
        return;
      case 'silence':
        return never();
      case 'cut short':
        outgoing.writeHead(response.status, {
          ...Object.fromEntries(response.headers),
          'Content-Length': 9999,
          ...own,
        });
        outgoing.write('{"ref', () => incoming.socket.destroy());
        return;
      case 'late':
        return write(htmlPage(500, 'Server Error'), outgoing, cors);
      case 'redirect':
        return write(htmlPage(303, 'See Other'), outgoing, { ...cors, Location: '/thanks' });
      case 'redirect away':
        return write(htmlPage(303, 'See Other'), outgoing, { ...cors, Location: '/thanks-elsewhere' });
      case 'unshared':
        for (const name of [...response.headers.keys()])
          if (name.startsWith('access-control')) response.headers.delete(name);
        return write(response, outgoing, {});
      default:
        return write(response, outgoing, own);
    }
  }

  const loopback: Loopback = {
    get origin() {
      return origin;
    },
    seen,
    faults,
    lasting: false,
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
