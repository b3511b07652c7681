import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { type createReceiver } from '@havenkit/receiver';

/** The origin that test receivers allow. */
export const origin = 'https://practice.example';

/** A receiver in this process, or the address of another one. */
export type Target = Pick<ReturnType<typeof createReceiver>, 'request'> | { url: string };

export interface JsonResponse {
  status: number;
  headers: Headers;
  body: { reference?: string; waitingList?: boolean; code?: string; fieldErrors?: Record<string, string> };
}

/** A request with a sign-up. A string is sent as it is, anything else as JSON. */
export const signupRequest = (body: unknown, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/** Sends a sign-up and returns the JSON response. */
export async function send(target: Target, body: unknown, headers?: Record<string, string>): Promise<JsonResponse> {
  const request = signupRequest(body, headers);
  const response = await ('url' in target
    ? fetch(`${target.url}/signups`, request)
    : target.request('/signups', request));
  assert.match(response.headers.get('Content-Type') ?? '', /^application\/json/);
  return { status: response.status, headers: response.headers, body: (await response.json()) as JsonResponse['body'] };
}

/** Sends a native form like a browser without JavaScript. */
export const sendForm = async (
  app: Pick<ReturnType<typeof createReceiver>, 'request'>,
  fields: Record<string, string> | [string, string][],
  headers: Record<string, string> = {},
): Promise<Response> =>
  app.request('/signups', {
    method: 'POST',
    headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8', ...headers },
    body: new URLSearchParams(fields),
  });

/** Listens on a free port of this machine, and returns it. */
export async function listenOnFreePort(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Returns a free port, for a server that has to restart on the same port. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  const port = await listenOnFreePort(probe);
  await new Promise((closed) => probe.close(closed));
  return port;
}
