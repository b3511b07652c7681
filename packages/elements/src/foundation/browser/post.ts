/** A request with a body, as plain data. */
export interface PostRequest {
  readonly url: string;
  readonly type: 'json' | 'urlencoded' | 'multipart';
  readonly body: string | readonly (readonly [name: string, value: string])[];
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer cannot be read. */
  readonly opaque?: boolean;
}

/** Its answer, as far as it can be read. */
export interface PostResponse {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly redirected: boolean;
  /** Milliseconds from `Retry-After` (RFC 9110, section 10.2.3), which may be seconds or a date. */
  readonly retryAfter?: number;
}

/** Longest answer that is read, in characters. */
const mostText = 65_536;

function retryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const wait = /^\d+$/.test(header) ? +header * 1000 : Date.parse(header) - Date.now();
  return wait >= 0 ? wait : undefined;
}

/**
 * Sends a request without cookies and without a referrer, and reads its answer.
 *
 * @param timeout - milliseconds after which nothing is expected any more
 * @throws whatever `fetch` throws: no connection, no permission (CORS), or the time is over
 */
export async function post({ url, type, body, headers, opaque }: PostRequest, timeout: number): Promise<PostResponse> {
  const fields = typeof body === 'string' ? [] : body;
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const response = await fetch(url, {
    method: 'POST',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(timeout),
    ...(opaque && { mode: 'no-cors' as const }),
    body:
      type === 'json'
        ? (body as string)
        : type === 'multipart'
          ? form
          : new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])),
    headers: {
      ...(!opaque && { Accept: 'application/json' }),
      ...(type === 'json' && { 'Content-Type': 'application/json' }),
      ...headers,
    },
  });
  const wait = retryAfter(response.headers.get('Retry-After'));
  return {
    status: response.status,
    type: (response.headers.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
    text: (await response.text()).slice(0, mostText),
    redirected: response.redirected,
    ...(wait !== undefined && { retryAfter: wait }),
  };
}
