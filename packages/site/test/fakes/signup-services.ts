import { readFileSync } from 'node:fs';
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { createReceiver, listSignups, migrate, parseProgram, type ReceiverOptions } from '@havenkit/receiver';
import { openDatabase } from '@havenkit/receiver/node';
import {
  formServices,
  type FormService,
  type ServiceName,
  type Sharing,
} from '../../../elements/test-support/form-services.js';
import { serve, type Loopback } from './loopback.js';

/** A service and the page that sends to it, each on its own server. */
export interface Setup {
  /** The page's server. */
  readonly site: Loopback;
  /** The service's server. It has another origin than the page, except for Netlify, which hosts the page too. */
  readonly server: Loopback;
  readonly service: FormService;
  readonly stored: () => Promise<readonly object[]>;
}

export type AdapterName = 'json' | ServiceName;
export const adapterNames = ['json', ...Object.keys(formServices)] as AdapterName[];
/** Adapters whose requests need a preflight, because they send JSON or their own headers. */
export const preflighted = ['json', 'hubspot', 'wix'];

/** The body of the page, and of a frame in it. */
let markup = '';
let frameMarkup = '';
const script = readFileSync('packages/embed/dist/signup-form.js');
const practice = (request: Request): Response => {
  const { pathname } = new URL(request.url);
  return pathname === '/signup-form.js'
    ? // A frame with the origin "null" may load it, too.
      new Response(script, { headers: { 'Content-Type': 'text/javascript', 'Access-Control-Allow-Origin': '*' } })
    : new Response(
        `<!doctype html><html lang="en"><title>Practice</title><link rel="icon" href="data:,">${pathname === '/frame' ? frameMarkup : markup}`,
        { headers: { 'Content-Type': 'text/html', 'Set-Cookie': 'visitor=7; Path=/' } },
      );
};

export const program = {
  '@type': 'Course',
  name: 'Growing Secure',
  hasCourseInstance: [{ '@id': '#tuesday', name: 'Tuesday evenings', remainingAttendeeCapacity: 1 }],
};

const running: { close: () => Promise<unknown> }[] = [];

export async function start(
  name: AdapterName,
  { sharing, rateLimit = false }: { sharing?: Sharing } & Pick<ReceiverOptions, 'rateLimit'> = {},
): Promise<Setup> {
  const site = await serve(practice);
  running.push(site);
  if (name !== 'json') {
    const service = formServices[name]();
    const server = await serve(
      (request) => (request.method === 'GET' ? practice(request) : service.respond(request)),
      sharing ?? service.sharing,
    );
    running.push(server);
    const sameSite = name === 'netlify' && !sharing;
    return { site: sameSite ? server : site, server, service, stored: async () => service.stored };
  }
  // The reference receiver itself.
  const database = openDatabase(test.info().outputPath('signups.sqlite'));
  await migrate(database);
  const receiver = createReceiver({
    database,
    allowedOrigins: [site.origin],
    program: parseProgram(program),
    rateLimit,
    log: () => undefined,
  });
  const respond = async (request: Request): Promise<Response> => receiver.fetch(request);
  const server = await serve(respond);
  running.push(server, { close: () => database.query.destroy() });
  const service: FormService = {
    endpoint: 'https://practice.example/signups',
    fields: {},
    sharing: { origin: 'echo', headers: '' },
    respond,
    stored: [],
    next: [],
  };
  return { site, server, service, stored: () => listSignups(database) };
}

const google = 'https://docs.google.com';

/** Answers requests to Google with the fake, since the form accepts no other host. */
const answerForGoogle = (page: Page, { origin }: Loopback): Promise<unknown> =>
  page.route(`${google}/**`, async (route) => {
    const request = route.request();
    try {
      const response = await fetch(origin + new URL(request.url()).pathname, {
        method: request.method(),
        headers: await request.allHeaders(),
        body: new Uint8Array(request.postDataBuffer() ?? []),
      });
      await route.fulfill({ status: response.status, body: await response.text() });
    } catch {
      // The page may be closed already.
      await route.abort('connectionreset').catch(() => undefined);
    }
  });

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/**
 * Puts the form on the page and opens it.
 *
 * @param more - settings that differ, and the fallback content
 */
export async function open(
  page: Page,
  name: AdapterName,
  { site, server, service }: Setup,
  { fallback = '', ...more }: { readonly fallback?: string; readonly [setting: string]: unknown } = {},
): Promise<void> {
  const settings = { formats: 'group', ask: 'message', fields: service.fields, ...more };
  const { pathname, search } = new URL('endpoint' in more ? String(more.endpoint) : service.endpoint, server.origin);
  const isGoogle = name === 'google-forms';
  if (isGoogle) await answerForGoogle(page, server);
  markup = `<script type="module" src="/signup-form.js"></script>
    <haven-signup-form name="Growing Secure" telephone="+1-503-555-0142" adapter="${name}"
      endpoint="${escaped((isGoogle ? google : server.origin) + pathname + search)}"
    ><script type="application/json">${JSON.stringify({ ...settings, endpoint: undefined })}</script>${fallback}</haven-signup-form>`;
  server.requests.length = 0;
  await page.goto(site.origin);
}

/** Fills in the required fields. It uses the keyboard, because a frame in another process may miss an early click. */
export async function fill(
  page: Page | FrameLocator,
  { email = 'ana@home.example', telephone = '' } = {},
): Promise<void> {
  const choose = (label: string): Promise<void> => page.getByLabel(label).press('Space');
  await page.getByLabel('Your name').fill('Ana Löwe');
  await choose(telephone ? 'Call me' : 'Email me');
  if (email) await page.getByLabel('Email address').fill(email);
  if (telephone) {
    await page.getByLabel('Phone number').fill(telephone);
    await choose('No, just call again');
  }
  await choose('I agree');
}

/**
 * Presses a button and waits until the form has finished sending.
 *
 * @param whileSending - called meanwhile
 */
export async function press(page: Page, name = 'Sign up', whileSending?: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name }).click();
  await whileSending?.();
  await expect(page.locator('haven-signup-form')).not.toHaveAttribute('state', 'sending');
}

const headings = {
  confirmed: 'We got your sign-up',
  waiting: 'You’re on the waiting list',
  unconfirmed: 'Your sign-up was sent but not confirmed',
  earlier: 'We got your earlier sign-up',
  refused: 'Your sign-up did not go through',
  full: 'This group is full',
  unknown: 'We do not know if your sign-up arrived',
  /** Reported at a field. */
  problem: /^There (is|are) \d+ problem/,
};
export type Shown = keyof typeof headings;
/** Results after which the form is no longer shown. */
export const finalResults: Shown[] = ['confirmed', 'waiting', 'unconfirmed', 'earlier'];

/** Expects the heading of a result, the number to call, and the answers as long as the form is shown. */
export async function expectShown(page: Page | FrameLocator, shown: Shown, message = ''): Promise<void> {
  await expect(page.getByRole('heading', { name: headings[shown] })).toBeVisible();
  await expect(page.getByText('+1-503-555-0142').first()).toBeVisible();
  if (message) await expect(page.getByText(message).first()).toBeVisible();
  if (!finalResults.includes(shown)) await expect(page.getByLabel('Your name')).toHaveValue('Ana Löwe');
}

export const posts = ({ requests }: Loopback): Loopback['requests'] =>
  requests.filter(({ method }) => method === 'POST');
/** The distinct submission ids in requests or records. */
export const submissionIds = (items: readonly object[]): string[] => [
  ...new Set(items.map((item) => /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/.exec(JSON.stringify(item))?.[0] ?? 'none')),
];

/** Hooks of every spec that sends to services. Call it once in the spec. */
export function useServices(): void {
  // A trace of two hundred attempts would double their time, and a failure names its step anyway.
  test.use({ trace: 'off' });

  test.beforeEach(async ({ page }) => {
    // Delays between attempts take no time, and a request times out when the test says so.
    await page.addInitScript(() => {
      Math.random = () => 0;
      const timeouts: AbortController[] = [];
      AbortSignal.timeout = () => {
        const controller = new AbortController();
        timeouts.push(controller);
        return controller.signal;
      };
      const expireTimeouts = (): void =>
        timeouts
          .splice(0)
          .forEach((controller) => controller.abort(new DOMException('signal timed out', 'TimeoutError')));
      Object.assign(window, { expireTimeouts });
    });
  });

  test.afterEach(async ({ page }) => {
    await page.close();
    for (const { close } of running.splice(0)) await close();
  });
}

/** Ends the timeout of every request that is waiting for a response. */
export const expireTimeouts = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as { expireTimeouts: () => void }).expireTimeouts());

/** Moves the open form into a frame with the origin "null", as a site builder does, and opens that page. */
export async function openInFrame(
  page: Page,
  { site }: Setup,
  sandbox = 'allow-scripts allow-forms',
): Promise<FrameLocator> {
  frameMarkup = markup;
  markup = `<iframe title="Form" sandbox="${sandbox}" src="/frame" width="600" height="900"></iframe>`;
  // Not the load event, for which a test may delay a script of the frame.
  await page.goto(site.origin, { waitUntil: 'domcontentloaded' });
  return page.frameLocator('iframe');
}
