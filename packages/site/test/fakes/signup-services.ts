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

/** A service behind its server, and the page that sends to it. */
export interface Setting {
  /** The page's server. */
  readonly site: Loopback;
  /** The service's: another origin, but for Netlify, whose forms are its own site's. */
  readonly server: Loopback;
  readonly service: FormService;
  readonly stored: () => Promise<readonly object[]>;
}

export type Name = 'json' | ServiceName;
export const names = ['json', ...Object.keys(formServices)] as Name[];
/** Those that write JSON, or a header of their own: the browser asks first. */
export const preflighted = ['json', 'hubspot', 'wix'];

/** What stands on the page, and in a frame on it. */
let [markup, framed] = ['', ''];
const script = readFileSync('packages/embed/dist/signup-form.js');
const practice = (request: Request): Response => {
  const { pathname } = new URL(request.url);
  return pathname === '/signup-form.js'
    ? // A frame without an origin may load it, too.
      new Response(script, { headers: { 'Content-Type': 'text/javascript', 'Access-Control-Allow-Origin': '*' } })
    : new Response(
        `<!doctype html><html lang="en"><title>Practice</title><link rel="icon" href="data:,">${pathname === '/frame' ? framed : markup}`,
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
  name: Name,
  { sharing, rateLimit = false }: { sharing?: Sharing } & Pick<ReceiverOptions, 'rateLimit'> = {},
): Promise<Setting> {
  const site = await serve(practice);
  running.push(site);
  if (name !== 'json') {
    const service = formServices[name]();
    const server = await serve(
      (request) => (request.method === 'GET' ? practice(request) : service.answer(request)),
      sharing ?? service.sharing,
    );
    running.push(server);
    const own = name === 'netlify' && !sharing;
    return { site: own ? server : site, server, service, stored: async () => service.stored };
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
  const answer = async (request: Request): Promise<Response> => receiver.fetch(request);
  const server = await serve(answer);
  running.push(server, { close: () => database.query.destroy() });
  const service: FormService = {
    endpoint: 'https://practice.example/signups',
    fields: {},
    sharing: { origin: 'echo', headers: '' },
    answer,
    stored: [],
    next: [],
  };
  return { site, server, service, stored: () => listSignups(database) };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Puts the form on the page as its owner would, and opens it. */
export async function open(
  page: Page,
  name: Name,
  { site, server, service }: Setting,
  more: object = {},
): Promise<void> {
  const settings = { formats: 'group', ask: 'message', fields: service.fields, ...more };
  const { pathname, search } = new URL('endpoint' in more ? String(more.endpoint) : service.endpoint, server.origin);
  markup = `<script type="module" src="/signup-form.js"></script>
    <haven-signup-form name="Growing Secure" telephone="+1-503-555-0142" adapter="${name}"
      endpoint="${escaped(server.origin + pathname + search)}"
    ><script type="application/json">${JSON.stringify({ ...settings, endpoint: undefined })}</script></haven-signup-form>`;
  server.seen.length = 0;
  await page.goto(site.origin);
}

/** Answers what has to be answered, with the keyboard: a click on a frame of another process may come before its picture. */
export async function fill(
  page: Page | FrameLocator,
  { email = 'ana@home.example', telephone = '' } = {},
): Promise<void> {
  const choose = (label: string): Promise<void> => page.getByLabel(label).press('Space');
  await page.getByLabel('Your name').fill('Ana Löwe');
  await choose(telephone ? 'Call me' : 'Write me an e-mail');
  if (email) await page.getByLabel('E-mail address').fill(email);
  if (telephone) {
    await page.getByLabel('Telephone number').fill(telephone);
    await choose('No, just call again');
  }
  await choose('You may keep');
}

/** Presses a button and waits until the form has come to an end, by itself or, with `hurry`, when patience ends. */
export async function press(page: Page, name = 'Send sign-up', hurry?: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name }).click();
  await hurry?.();
  await expect(page.locator('haven-signup-form')).not.toHaveAttribute('state', 'sending');
}

const headings = {
  confirmed: 'Your sign-up has arrived',
  waiting: 'You are on the waiting list',
  unconfirmed: 'Your sign-up is on its way',
  refused: 'Your sign-up was not taken',
  full: 'This group has just filled up',
  unknown: 'We do not know whether your sign-up arrived',
  /** At a field. */
  problem: 'There is a problem',
};
export type Shown = keyof typeof headings;
/** After these the form is gone. */
export const ends: Shown[] = ['confirmed', 'waiting', 'unconfirmed'];

/** What the person is shown: one heading, whom to call, and what they wrote as long as it may be needed. */
export async function expectShown(page: Page | FrameLocator, shown: Shown, words = ''): Promise<void> {
  await expect(page.getByRole('heading', { name: headings[shown] })).toBeVisible();
  await expect(page.getByText('+1-503-555-0142').first()).toBeVisible();
  if (words) await expect(page.getByText(words).first()).toBeVisible();
  if (!ends.includes(shown)) await expect(page.getByLabel('Your name')).toHaveValue('Ana Löwe');
}

export const posts = ({ seen }: Loopback): Loopback['seen'] => seen.filter(({ method }) => method === 'POST');
/** The ids that requests or records carry, each once. */
export const ids = (things: readonly object[]): string[] => [
  ...new Set(things.map((one) => /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/.exec(JSON.stringify(one))?.[0] ?? 'none')),
];

/** Hooks of every spec that sends to services. Call it once in the spec. */
export function useServices(): void {
  // Recording two hundred attempts would take as long as they do; a failure names its step.
  test.use({ trace: 'off' });

  test.beforeEach(async ({ page }) => {
    // Waits between tries take no time, and the patience for an answer ends when the test says so.
    await page.addInitScript(() => {
      Math.random = () => 0;
      const waiting: AbortController[] = [];
      AbortSignal.timeout = () => {
        const controller = new AbortController();
        waiting.push(controller);
        return controller.signal;
      };
      const endPatience = (): void =>
        waiting.splice(0).forEach((one) => one.abort(new DOMException('signal timed out', 'TimeoutError')));
      Object.assign(window, { endPatience });
    });
  });

  test.afterEach(async ({ page }) => {
    await page.close();
    for (const { close } of running.splice(0)) await close();
  });
}

export const endPatience = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as { endPatience: () => void }).endPatience());

/** Puts the form that is open into a frame without an origin, as a site builder does, and opens that page. */
export async function openInFrame(page: Page, { site }: Setting): Promise<FrameLocator> {
  framed = markup;
  markup = '<iframe title="Form" sandbox="allow-scripts allow-forms" src="/frame" width="600" height="900"></iframe>';
  await page.goto(site.origin);
  return page.frameLocator('iframe');
}
