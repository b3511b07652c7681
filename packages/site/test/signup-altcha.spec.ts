import type {} from '../../elements/src/signup-form/define.js';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page, type Request } from '@playwright/test';
import { createReceiver, listSignups, migrate, type Database } from '@havenkit/receiver';
import { listen, openDatabase, type Listening } from '@havenkit/receiver/node';

/** The page and the receiver have different origins, as in production, so CORS applies. */
let pages: Server;
let pageOrigin: string;
let database: Database;
let listening: Listening;
let receiver: string;
/** Milliseconds that the receiver's clock is ahead. */
let clockOffset = 0;

/** A policy that allows only the receiver: no WebAssembly, no workers, no third-party scripts. */
const policy = (endpoint: string): string =>
  `default-src 'none'; script-src 'self'; connect-src ${endpoint}; require-trusted-types-for 'script'; trusted-types havenkit-signup-form`;

test.beforeEach(async ({ page }) => {
  clockOffset = 0;
  pages = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.setHeader('Content-Security-Policy', policy(receiver));
    response.end('<!doctype html><html lang="en"><title>Form</title><script src="/form.js"></script><body>');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => pages.once('listening', resolve));
  pageOrigin = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
  database = openDatabase(test.info().outputPath('signups.sqlite'));
  await migrate(database);
  const app = createReceiver({
    database,
    allowedOrigins: [pageOrigin],
    rateLimit: false,
    log: () => undefined,
    now: () => new Date(Date.now() + clockOffset),
    // The default difficulty.
    altcha: { secret: 'the secret of a page test, which is long enough' },
  });
  listening = await listen(app, { port: 0 });
  receiver = `http://127.0.0.1:${listening.port}`;
  await page.route(`${pageOrigin}/form.js`, (route) =>
    route.fulfill({ path: 'packages/embed/dist/signup-form.classic.js', contentType: 'text/javascript' }),
  );
  // Delays between attempts take no time.
  await page.addInitScript(() => (Math.random = () => 0));
});
test.afterEach(async ({ page }) => {
  await page.close();
  pages.close();
  await listening.close();
  await database.query.destroy();
});

/** Opens the page and fills in the form. Returns the form's requests to the receiver. */
async function open(page: Page): Promise<Request[]> {
  const requests: Request[] = [];
  page.on('request', (request) => request.url().startsWith(receiver) && requests.push(request));
  await page.goto(pageOrigin);
  await page.evaluate(async (receiver) => {
    const form = document.createElement('haven-signup-form');
    form.config = {
      name: 'Growing Secure',
      endpoint: `${receiver}/signups`,
      challenge: `${receiver}/challenge`,
      formats: 'group',
    };
    document.body.append(form);
    await form.updateComplete;
  }, receiver);
  await page.getByLabel('Your name').fill('Ana Ortiz');
  await page.getByLabel('Email me').check();
  await page.getByLabel('Email address').fill('ana@home.example');
  await page.getByLabel('I agree').check();
  return requests;
}
const paths = (requests: readonly Request[]): string[] => requests.map((request) => new URL(request.url()).pathname);
const body = (request: Request | undefined): { submissionId: string; altcha: string } =>
  JSON.parse(request?.postData() ?? '{}') as { submissionId: string; altcha: string };
const press = (page: Page, name = 'Sign up'): Promise<void> => page.getByRole('button', { name }).click();
const confirmation = (page: Page): ReturnType<Page['getByRole']> =>
  page.getByRole('heading', { name: 'We got your sign-up' });

test('a challenge is requested and solved when the form is sent, without blocking the page', async ({ page }) => {
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  const requests = await open(page);
  expect(requests).toEqual([]);
  // Counts other tasks that run meanwhile. Their timing depends on the machine, so only their number is checked.
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    const task = (): void => {
      tasks.push(performance.now());
      setTimeout(task);
    };
    task();
  });
  const begin = performance.now();
  await press(page);
  await expect(confirmation(page)).toBeVisible();
  test.info().annotations.push({ type: 'measured', description: `${Math.round(performance.now() - begin)} ms` });
  const { solving, tasks } = await page.evaluate(() => {
    const fetched = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const [challenge, signup] = ['/challenge', '/signups'].map((path) =>
      fetched.find(({ name }) => name.endsWith(path))!,
    );
    const [from, to] = [challenge!.responseEnd, signup!.startTime];
    const all = (window as unknown as { tasks: number[] }).tasks;
    return { solving: to - from, tasks: all.filter((at) => at > from && at < to).length };
  });
  expect(tasks, `tasks in ${solving} ms`).toBeGreaterThanOrEqual(Math.floor(solving / 50));
  expect(paths(requests)).toEqual(['/challenge', '/signups']);
  expect(await listSignups(database)).toHaveLength(1);
  expect(messages.filter((text) => !text.includes('favicon'))).toEqual([]);
});

test('after a lost response the retry has the same id and solution, and the sign-up counts once', async ({ page }) => {
  const requests = await open(page);
  await page.route(
    `${receiver}/signups`,
    async (route) => {
      // The sign-up is stored, but the response is lost.
      expect((await route.fetch()).status()).toBe(201);
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
  await press(page);
  await expect(confirmation(page)).toBeVisible();
  expect(paths(requests)).toEqual(['/challenge', '/signups', '/signups']);
  expect(body(requests[1])).toEqual(body(requests[2]));
  const [stored, ...others] = await listSignups(database);
  expect(others).toEqual([]);
  await expect(page.getByText(stored?.reference ?? '?')).toBeVisible();
});

test('after an expired solution the retry has a new one under the same id', async ({ page }) => {
  const requests = await open(page);
  await page.route(
    `${receiver}/signups`,
    async (route) => {
      clockOffset = 601_000;
      await route.continue();
    },
    { times: 1 },
  );
  await page.route(
    `${receiver}/challenge`,
    async (route) => {
      if (requests.length > 1) clockOffset = 0;
      await route.continue();
    },
    { times: 2 },
  );
  await press(page);
  await expect(confirmation(page)).toBeVisible();
  expect(paths(requests)).toEqual(['/challenge', '/signups', '/challenge', '/signups']);
  expect(body(requests[1]).submissionId).toBe(body(requests[3]).submissionId);
  expect(body(requests[1]).altcha).not.toBe(body(requests[3]).altcha);
  expect(await listSignups(database)).toHaveLength(1);
});

test('without a challenge the form says that nothing was sent, and a second attempt works', async ({ page }) => {
  const requests = await open(page);
  await page.route(`${receiver}/challenge`, (route) => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' }), {
    times: 1,
  });
  await press(page);
  await expect(page.getByRole('heading', { name: 'Your sign-up was not sent' })).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Ana Ortiz');
  expect(await listSignups(database)).toEqual([]);
  await press(page, 'Try again');
  await expect(confirmation(page)).toBeVisible();
  expect(paths(requests)).toEqual(['/challenge', '/challenge', '/signups']);
});
