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
  readonly type: string;
  readonly text: string;
  readonly redirected: boolean;
  /** Milliseconds from `Retry-After` (RFC 9110, section 10.2.3), which may be seconds or a date. */
  readonly retryAfter?: number;
}

/** Maximum response length in characters; the rest is ignored. */
const maxTextLength = 65_536;

function parseRetryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const delay = /^\d+$/.test(header) ? +header * 1000 : +new Date(header) - +new Date();
  return delay >= 0 ? delay : undefined;
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
    ...(opaque && { mode: 'no-cors' as const }),
    body: encodeBody(request),
    headers: {
      ...(!opaque && { Accept: 'application/json' }),
      ...(type === 'json' && { 'Content-Type': 'application/json' }),
      ...headers,
    },
  });
  const retryAfter = parseRetryAfter(response.headers.get('Retry-After'));
  return {
    status: response.status,
    type: (response.headers.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
    text: (await response.text()).slice(0, maxTextLength),
    redirected: response.redirected,
    ...(retryAfter !== undefined && { retryAfter }),
  };
}
