import { readFile } from 'node:fs/promises';
import type { FetchFile } from '../check/fetch-file.js';

/** Longer than a slow host needs. */
const timeout = 20_000;

/** Fetches over HTTP, or reads a `file:` address. */
export const fetchFile: FetchFile = async (url, origin) => {
  if (url.protocol === 'file:') {
    const bytes = await readFile(url);
    return { status: 200, headers: new Headers({ 'content-type': 'text/javascript' }), bytes };
  }
  const response = await fetch(url, {
    signal: AbortSignal.timeout(timeout),
    ...(origin && { headers: { Origin: origin } }),
  }).catch((error: unknown) => {
    throw new Error(reason(error));
  });
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
};

/** `fetch` says only "fetch failed", and why in its cause. */
function reason(error: unknown): string {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError') return `no answer in ${timeout / 1000} seconds`;
  return cause instanceof Error ? cause.message : message;
}
