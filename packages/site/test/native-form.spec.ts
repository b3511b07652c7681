/** The form without JavaScript of the receiver's README, on pages of another origin. */
import { readFileSync } from 'node:fs';
import { createServer, type OutgoingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { createReceiver, listSignups, migrate, type Database, type LogEntry } from '@havenkit/receiver';
import { listen, openDatabase, type Listening } from '@havenkit/receiver/node';

test.use({ javaScriptEnabled: false });

const [example = ''] = /<form [^]*?<\/form>/.exec(readFileSync('packages/receiver/README.md', 'utf8')) ?? [];

let pages: Server;
let pageOrigin: string;
let database: Database;
let listening: Listening;
const entries: LogEntry[] = [];
/** What the server of the page responds with. */
let headers: OutgoingHttpHeaders;
let body: string;

test.beforeEach(async () => {
  entries.length = 0;
  headers = { 'Content-Type': 'text/html; charset=iso-8859-1' };
  pages = createServer(({ url }, response) => {
    const framed = '<iframe sandbox="allow-forms" src="/form"></iframe>';
    response.writeHead(200, headers).end(Buffer.from(url === '/framed' ? framed : body, 'latin1'));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => pages.once('listening', resolve));
  pageOrigin = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
  database = openDatabase(':memory:');
  await migrate(database);
  const log = (entry: LogEntry) => entries.push(entry);
  listening = await listen(createReceiver({ database, allowedOrigins: [pageOrigin], log }), { port: 0 });
  body = `<!doctype html>${example.replace('https://your-receiver.example', `http://127.0.0.1:${listening.port}`)}`;
});
test.afterEach(async ({ page }) => {
  await page.close();
  pages.close();
  await listening.close();
  await database.query.destroy();
});

async function send(page: Page | FrameLocator, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Phone number').fill('(503) 555-0142');
  await page.getByLabel('I agree that you may keep').check();
  await page.getByRole('button', { name: 'Sign up' }).click();
}
const names = async (): Promise<string[]> => (await listSignups(database)).map(({ name }) => name);

test('keeps every letter on a page in ISO-8859-1', async ({ page }) => {
  await page.goto(pageOrigin);
  await send(page, 'Jürgen Łukasz 😄');
  await expect(page.getByRole('heading', { name: 'We got your sign-up' })).toBeVisible();
  expect(await names()).toEqual(['Jürgen Łukasz 😄']);
});

test('without accept-charset, stores no wrong letter and lets the person send again', async ({ page }) => {
  body = body.replace(' accept-charset="utf-8"', '');
  await page.goto(pageOrigin);
  await send(page, 'Jürgen');
  await expect(page.getByRole('heading', { name: 'Your sign-up did not go through' })).toBeVisible();
  await expect(page.getByText('Go back, write them without accents, and send it again.')).toBeVisible();
  await expect(page.getByText('accept-charset="utf-8"')).toBeVisible();
  expect(await names()).toEqual([]);

  await page.goBack();
  await send(page, 'Juergen Łukasz');
  await expect(page.getByRole('heading', { name: 'We got your sign-up' })).toBeVisible();
  expect(await names()).toEqual(['Juergen Łukasz']);
});

test('on a page without a referrer, says why it is refused; with an origin as its referrer it is stored', async ({
  page,
}) => {
  for (const policy of ['no-referrer', 'same-origin']) {
    headers['Referrer-Policy'] = policy;
    await page.goto(pageOrigin);
    await send(page, 'Ana');
    await expect(page.getByText('Nothing was saved. Call us to sign up.')).toBeVisible();
    await expect(page.getByText('hides its origin (Origin: null)')).toBeVisible();
    expect(entries.at(-1)).toMatchObject({ status: 403, outcome: 'origin-null' });
  }
  expect(await names()).toEqual([]);

  headers['Referrer-Policy'] = 'strict-origin';
  await page.goto(pageOrigin);
  await send(page, 'Ana');
  await expect(page.getByRole('heading', { name: 'We got your sign-up' })).toBeVisible();
});

test('in a sandboxed frame, is refused, and the log says why', async ({ page }) => {
  await page.goto(`${pageOrigin}/framed`);
  await send(page.frameLocator('iframe'), 'Ana');
  await expect.poll(() => entries.at(-1)).toMatchObject({ status: 403, outcome: 'origin-null' });
  expect(await names()).toEqual([]);
});
