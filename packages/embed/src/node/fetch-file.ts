import { readFile } from 'node:fs/promises';
import type { FetchFile } from '../check/fetch-file.js';

/** Longer than a slow host needs. */
const timeout = 20_000;

/** Fetches over HTTP, or reads a `file:` address. */
export const fetchFile: FetchFile = async (url, origin) => {
  if (url.protocol === 'file:') {
    const bytes = await readFile(url).catch(() => {
      throw new Error('there is no such file');
    });
    return { url, status: 200, headers: new Headers({ 'content-type': 'text/javascript' }), bytes };
  }
  const response = await fetch(url, {
    signal: AbortSignal.timeout(timeout),
    ...(origin && { headers: { Origin: origin } }),
  }).catch((error: unknown) => {
    throw new Error(reason(error), { cause: error });
  });
  const { status, headers } = response;
  return { url: new URL(response.url), status, headers, bytes: new Uint8Array(await response.arrayBuffer()) };
};

/** What the codes of Node's network errors mean to a person. */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the server refuses connections',
  ECONNRESET: 'the server ended the connection',
  UND_ERR_SOCKET: 'the server ended the connection',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'there is no such host, or no connection to the internet',
  ENETUNREACH: 'there is no connection to the server',
  EHOSTUNREACH: 'there is no connection to the server',
  ETIMEDOUT: 'the server does not answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'the server does not answer in time',
  CERT_HAS_EXPIRED: "the server's certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "the server's certificate is not trusted",
  ERR_TLS_CERT_ALTNAME_INVALID: "the server's certificate is for another host",
};

/** `fetch` says only "fetch failed", and why in its cause. */
function reason(error: unknown): string {
  const { name, cause } = error as Error;
  if (name === 'TimeoutError') return `no answer in ${timeout / 1000} seconds`;
  // An attempt for each of the host's addresses.
  const { code, errors } = (cause ?? {}) as { code?: string; errors?: readonly { code?: string }[] };
  return reasons[code ?? errors?.[0]?.code ?? ''] ?? 'the server cannot be reached';
}
