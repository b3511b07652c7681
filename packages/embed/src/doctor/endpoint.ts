import { askEndpoint } from '../ask-endpoint.js';
import { frameRequest } from '../check/frame-request.js';
import { resolve, type PageElement } from '../check/page.js';
import { attributesOf } from '../widgets.js';
import { connectionBlockedBy } from './examinations/policies.js';
import { failure, notice, warning, type Finding } from './finding.js';
import { settingsOf, shownAddress, widgetsOf, type Scene } from './scene.js';

/** Where a form sends its sign-ups. */
export interface Endpoint {
  readonly adapter: string;
  /** `undefined` for an email, or for an event of the page. */
  readonly url: URL | undefined;
  /** Whether another page sends them, from a frame. */
  readonly isFramed: boolean;
}

/** The endpoints on the page, each once. */
export function endpointsOf(scene: Scene): Endpoint[] {
  const { page, embeds } = scene;
  const own = widgetsOf(scene)
    .filter(({ widget }) => attributesOf(widget).has('endpoint'))
    .map((embedded): Endpoint => {
      const { endpoint, adapter = 'json' } = settingsOf(scene, embedded).configuration;
      const url = typeof endpoint === 'string' ? resolve(page, endpoint) : undefined;
      return { adapter: String(adapter), url, isFramed: false };
    });
  const framed = embeds.frames.flatMap((frame) => framedEndpoint(scene, frame));
  const all = [...own, ...framed].filter(({ adapter, url }) => adapter === 'event' || url);
  return [...new Map(all.map((endpoint) => [keyOf(endpoint), endpoint])).values()];
}

const keyOf = ({ adapter, url, isFramed }: Endpoint): string => [adapter, url?.href, isFramed].join(' ');

/** The endpoint of a form in a frame, whose address has its settings. */
function framedEndpoint({ page }: Scene, frame: PageElement): Endpoint[] {
  const { url: base, request } = frameRequest(page, frame);
  if (typeof request === 'string' || !attributesOf(request.widget).has('endpoint')) return [];
  const { endpoint, adapter = 'json' } = request.settings;
  const url = typeof endpoint === 'string' ? URL.parse(endpoint, base ?? undefined) : null;
  const isSandboxed =
    frame.attributes.has('sandbox') && !/\ballow-same-origin\b/i.test(frame.attributes.get('sandbox') ?? '');
  return [{ adapter: String(adapter), url: url ?? undefined, isFramed: isSandboxed || base?.origin !== origin }];
}

/** The headers of a sign-up, so that the browser first asks the server whether this page may send them. */
const signupHeaders = {
  Accept: 'application/json',
  'Content-Type': 'application/json',
  'Idempotency-Key': '"haven-doctor"',
};

/** Tests an endpoint without a sign-up, and says what its answer means. */
export async function testEndpoint(scene: Scene, { adapter, url, isFramed }: Endpoint): Promise<Finding> {
  if (!url || adapter === 'mailto' || adapter === 'event')
    return notice((texts) => texts.endpointUntested(adapter === 'mailto' ? 'mailto' : 'event'));
  if (isFramed) return notice((texts) => texts.endpointFramed());
  const directive = connectionBlockedBy(scene, url);
  if (directive)
    return failure((texts) => texts.endpointBlocked(url.origin, directive), { code: `${directive} ${url.origin}` });
  const isOpaque = adapter === 'google-forms';
  const isJson = adapter === 'json';
  const response = await askEndpoint(url.href, isOpaque ? 'no-cors' : 'cors', isJson ? signupHeaders : {});
  if (response) return isOpaque ? notice((texts) => texts.endpointOpaque()) : meaning(url, response, isJson);
  const code = isJson ? `ALLOWED_ORIGINS="${origin}"` : undefined;
  // The server may be there, but hide its answers from this page. Some, as the receiver of Havenkit, forbid even to learn that.
  const isThere = !isOpaque && (await askEndpoint(url.href, 'no-cors'));
  return failure((texts) => (isThere ? texts.endpointOrigin(origin) : texts.endpointUnreachable(origin)), { code });
}

/** Answers of an address that is there, to a request that is no sign-up: its method, its body or its type is missing. */
const misses = new Set([400, 405, 411, 415, 422, 501]);

/** What an answer to a request that is no sign-up says about one that is. */
async function meaning(url: URL, response: Response, isJson: boolean): Promise<Finding> {
  const { status, redirected, headers } = response;
  // A browser follows with the same request, but many a redirect makes a request without answers of a sign-up.
  if (redirected) return warning((texts) => texts.endpointMoved(shownAddress(new URL(response.url))));
  if (misses.has(status)) return notice((texts) => texts.endpointTakes(status));
  if (status === 404) {
    // The receiver of Havenkit answers only sign-ups at this address.
    const { code } = (await response.json().catch(() => ({}))) as { code?: unknown };
    if (code !== 'not-found') return failure((texts) => texts.endpointMissing(status));
    return url.pathname.endsWith('/signups')
      ? notice((texts) => texts.endpointReady())
      : failure((texts) => texts.endpointPath());
  }
  if (status === 410) return failure((texts) => texts.endpointMissing(status));
  if (status === 401) return failure((texts) => texts.endpointLocked());
  if (status === 403) return warning((texts) => texts.endpointRefuses(status));
  if (status === 429) return warning((texts) => texts.endpointBusy());
  if (status >= 500) return failure((texts) => texts.endpointDown(status));
  // What takes JSON has no page. Other services show their form there.
  if (isJson && /^text\/html\b/i.test(headers.get('content-type') ?? ''))
    return warning((texts) => texts.endpointPage());
  return notice((texts) => texts.endpointAnswers(status));
}
