import { allows, parsePolicies, sourcesOf } from '../check/content-security-policy.js';
import { resolve } from '../check/page.js';
import { attributesOf } from '../widgets.js';
import { broken, note, risk, type Finding } from './finding.js';
import { settingsOf, widgetsOf, type Scene } from './scene.js';

/** Where a form sends its sign-ups. */
export interface Endpoint {
  readonly adapter: string;
  /** `undefined` for an email, or for an event of the page. */
  readonly url: URL | undefined;
}

/** The endpoints on the page, each once. */
export function endpointsOf(scene: Scene): Endpoint[] {
  const found = new Map<string, Endpoint>();
  for (const embedded of widgetsOf(scene)) {
    if (!attributesOf(embedded.widget).has('endpoint')) continue;
    const { endpoint, adapter = 'json' } = settingsOf(scene, embedded).configuration;
    const url = typeof endpoint === 'string' ? resolve(scene.page, endpoint) : undefined;
    if (adapter === 'event' || url) found.set(`${adapter} ${url?.href}`, { adapter: String(adapter), url });
  }
  return [...found.values()];
}

/** Milliseconds. */
const timeout = 10_000;

/**
 * Asks an endpoint for its page (GET), which by the rules of HTTP changes nothing (RFC 9110, section 9.2.1). A webhook that also takes GET may store an empty entry. The request has no body, no cookie and no referrer. For `json` it has the headers of a sign-up, so that the
 * browser first asks the server whether this page may send them.
 */
async function ask({ href }: URL, adapter: string, mode: RequestMode): Promise<Response | undefined> {
  const hasHeaders = adapter === 'json' && mode === 'cors';
  try {
    return await fetch(href, {
      mode,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeout),
      headers: hasHeaders
        ? { Accept: 'application/json', 'Content-Type': 'application/json', 'Idempotency-Key': '"haven-doctor"' }
        : {},
    });
  } catch {
    return undefined;
  }
}

/** Tests an endpoint without a sign-up, and says what its answer means. */
export async function testEndpoint({ page }: Scene, { adapter, url }: Endpoint): Promise<Finding> {
  if (!url || adapter === 'mailto' || adapter === 'event')
    return note((texts) => texts.endpointUntested(adapter === 'mailto' ? 'mailto' : 'event'));
  const policy = page.policies.flatMap(parsePolicies).find((each) => !allows(each, 'connect-src', { url }, page.url));
  const directive = policy && (sourcesOf(policy, 'connect-src')?.name ?? 'connect-src');
  if (directive)
    return broken((texts) => texts.endpointBlocked(url.origin, directive), { code: `${directive} ${url.origin}` });
  const isOpaque = adapter === 'google-forms';
  const response = await ask(url, adapter, isOpaque ? 'no-cors' : 'cors');
  if (response) return isOpaque ? note((texts) => texts.endpointOpaque()) : meaning(url, response);
  const code = adapter === 'json' ? `ALLOWED_ORIGINS="${origin}"` : undefined;
  // The server may be there, but keep its answers from this page. Some, as the receiver of Havenkit, forbid even to learn that.
  const isThere = !isOpaque && (await ask(url, adapter, 'no-cors'));
  return broken((texts) => (isThere ? texts.endpointOrigin(origin) : texts.endpointUnreachable(origin)), { code });
}

/** What an answer to a request that is no sign-up says about one that is. */
async function meaning({ pathname }: URL, response: Response): Promise<Finding> {
  const { status } = response;
  if (status === 404) {
    // The receiver of Havenkit answers only sign-ups at this address.
    const { code } = (await response.json().catch(() => ({}))) as { code?: unknown };
    if (code !== 'not-found') return broken((texts) => texts.endpointMissing());
    return pathname.endsWith('/signups')
      ? note((texts) => texts.endpointReady())
      : broken((texts) => texts.endpointPath());
  }
  if (status === 401 || status === 403) return broken((texts) => texts.endpointRefuses(status));
  if (status === 410) return broken((texts) => texts.endpointMissing());
  if (status === 429) return risk((texts) => texts.endpointBusy());
  if (status >= 500) return broken((texts) => texts.endpointDown(status));
  return note((texts) => texts.endpointAnswers(status));
}
