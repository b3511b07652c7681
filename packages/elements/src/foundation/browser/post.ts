import { currentTime } from './current-time.js';

/** A request with a body, as plain data. */
export interface PostRequest {
  readonly url: string;
  readonly type: 'json' | 'urlencoded' | 'multipart';
  readonly body: string | readonly (readonly [name: string, value: string])[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the response cannot be read (`no-cors`). */
  readonly opaque?: boolean;
}

/** The readable part of the response. */
export interface PostResponse {
  readonly status: number;
  /** `Content-Type`, in lowercase. */
  readonly type: string;
  readonly text: string;
  readonly redirected: boolean;
  /** Milliseconds from `Retry-After`, see {@link parseRetryAfter}. */
  readonly retryAfter: number | undefined;
}

/** Maximum response length in characters; the rest is ignored. */
const maxTextLength = 65_536;

/** Longest delay that is obeyed: 24 hours, in milliseconds. */
const maxRetryAfter = 86_400_000;

/**
 * The delay that a response asks for with `Retry-After` (RFC 9110, section 10.2.3): seconds, or a date. A date is compared with
 * the response's own `Date`, since the clock of this device may be wrong; the device's clock is used only without one, as in a
 * response of another origin that does not expose it.
 *
 * @param now - time of this device, in milliseconds since 1970
 * @returns milliseconds, at most 24 hours; `undefined` if there is no delay, or no readable one
 */
export function parseRetryAfter(retryAfter: string | null, date: string | null, now: number): number | undefined {
  if (!retryAfter) return undefined;
  const delay = retryAfter.endsWith('GMT')
    ? +new Date(retryAfter) - (+new Date(date ?? '') || now)
    : +retryAfter * 1000;
  return delay >= 0 ? Math.min(delay, maxRetryAfter) : undefined;
}

function encodeBody({ type, body }: PostRequest): BodyInit {
  if (typeof body === 'string') return body;
  const data = type === 'multipart' ? new FormData() : new URLSearchParams();
  for (const [name, value] of body) data.append(name, value);
  return data;
}

/**
 * Sends a request without cookies and without a referrer, and reads the response.
 *
 * @param timeout - in milliseconds
 * @throws what `fetch` throws when there is no connection, CORS forbids the request, or the timeout ends
 */
export async function post(request: PostRequest, timeout: number): Promise<PostResponse> {
  const { url, type, headers, opaque } = request;
  const response = await fetch(url, {
    method: 'POST',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(timeout),
    mode: opaque ? 'no-cors' : 'cors',
    body: encodeBody(request),
    headers: {
      ...(!opaque && { Accept: 'application/json' }),
      ...(type === 'json' && { 'Content-Type': 'application/json' }),
      ...headers,
    },
  });
  const header = (name: string): string | null => response.headers.get(name);
  return {
    status: response.status,
    type: header('Content-Type')?.toLowerCase() ?? '',
    text: (await response.text()).slice(0, maxTextLength),
    redirected: response.redirected,
    retryAfter: parseRetryAfter(header('Retry-After'), header('Date'), currentTime()),
  };
}
