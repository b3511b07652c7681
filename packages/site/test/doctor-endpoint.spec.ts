/** The doctor's test of an endpoint: on request only, without personal data, and without a sign-up. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { createReceiver, listSignups, migrate, type Database } from '@havenkit/receiver';
import { listen, openDatabase, type Listening } from '@havenkit/receiver/node';
import { DoctorPage } from '../../embed/test/doctor.page.js';
import { pageWith } from '../../embed/test/embedded.page.js';

/** What a server of a form was asked. */
interface Asked {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

const started: Server[] = [];

/** Starts a server on loopback. */
async function listening(server: Server): Promise<Server> {
  started.push(server.listen(0, '127.0.0.1'));
  await new Promise((resolve) => server.once('listening', resolve));
  return server;
}

const originOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** A server on loopback that answers everything in the same way. */
async function serverOf(
  status: number,
  cors: boolean,
  { body = '', headers: sent = {} }: { body?: string; headers?: Record<string, string> } = {},
): Promise<{ origin: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let received = '';
    request.on('data', (part: Buffer) => (received += String(part)));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      asked.push({ method, url, body: received, headers });
      if (cors)
        response
          .setHeader('Access-Control-Allow-Origin', '*')
          .setHeader('Access-Control-Allow-Headers', '*, Content-Type');
      // Where it leads to is there.
      const isEnd = method === 'OPTIONS' || url.startsWith('/elsewhere');
      response.writeHead(isEnd ? 204 : status, isEnd ? {} : sent).end(isEnd ? '' : body);
    });
  });
  return { origin: originOf(await listening(server)), asked };
}

let pageServer: Server;
let pageOrigin: string;
test.beforeAll(async () => {
  pageServer = await listening(createServer());
  pageOrigin = originOf(pageServer);
});
test.afterAll(() => started.forEach((server) => server.close()));

const form = (endpoint: string, adapter = 'json'): string =>
  `<haven-signup-form name="Growing Secure" endpoint="${endpoint}" adapter="${adapter}"></haven-signup-form>`;

/** Opens a page that is on loopback, too: Chromium lets no other page ask a server there. */
async function open(page: Page, body: string, headers: Record<string, string> = {}): Promise<DoctorPage> {
  pageServer.removeAllListeners('request').on('request', (_, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader('Content-Type', 'text/html').end(pageWith(body));
  });
  return DoctorPage.open(page, '', { address: pageOrigin });
}

/** Presses the button, and returns what was found. */
async function pressTest({ panel }: DoctorPage): Promise<string> {
  await panel.getByRole('button', { name: 'Test the connection' }).click();
  const result = panel.locator('.endpoint .finding');
  await result.waitFor();
  return (await result.locator('h4').textContent()) ?? '';
}

for (const [name, status, cors, adapter, expected] of [
  ['is not there', 404, true, 'json', 'Fix The server says that there is nothing at this address (404).'],
  ['takes only sign-ups', 405, true, 'json', 'Note The server is there, and takes only what is sent to it (405).'],
  ['answers everything', 200, true, 'form', 'Note The server answers (200), and lets this page read its answer.'],
  ['misses the answers', 422, true, 'json', 'Note The server is there, and takes only what is sent to it (422).'],
  ['takes no GET', 501, true, 'form', 'Note The server is there, and takes only what is sent to it (501).'],
  ['was there once', 410, true, 'form', 'Fix The server says that there is nothing at this address (410).'],
  ['asks for a password', 401, true, 'form', 'Fix The server asks for a password (401).'],
  ['refuses the page', 403, true, 'form', 'Look at The server refuses the question (403).'],
  ['is busy', 429, true, 'form', 'Look at The server asks to wait (429).'],
  ['is broken', 503, true, 'form', 'Fix The server has a problem of its own (503).'],
  ['does not know the page', 200, false, 'form', 'Fix The server is there, but does not let PAGE read its answer.'],
] as const)
  test(`says of a server that it ${name}`, async ({ page }) => {
    const { origin, asked } = await serverOf(status, cors);
    const doctor = await open(page, form(`${origin}/signups?key=1`, adapter));
    expect(asked).toEqual([]);
    const found = expected.replace('PAGE', pageOrigin);
    expect(await pressTest(doctor)).toBe(found);
    expect(await doctor.report()).toContain(found.replace(/^(Fix|Look at|Note) /, ''));
    // Nothing that could be a sign-up.
    expect(asked.length).toBeGreaterThan(0);
    for (const { method, body, headers } of asked) {
      expect(['GET', 'OPTIONS']).toContain(method);
      expect(body).toBe('');
      expect([headers['cookie'], headers['referer']]).toEqual([undefined, undefined]);
    }
  });

for (const status of [301, 302, 307])
  test(`says where a server leads to that redirects with ${status}, without what may be a key`, async ({ page }) => {
    const { origin } = await serverOf(status, true, { headers: { Location: '/elsewhere?key=1' } });
    const doctor = await open(page, form(`${origin}/signups`));
    expect(await pressTest(doctor)).toBe(`Look at The server leads on to another address: ${origin}/elsewhere.`);
    expect(await doctor.report()).not.toContain('key=1');
  });

test('knows a web page in place of a receiver, and a service that shows its form', async ({ page }) => {
  const answer = {
    body: '<!doctype html><title>Home</title>',
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  };
  const { origin } = await serverOf(200, true, answer);
  expect(await pressTest(await open(page, form(`${origin}/signups`)))).toBe(
    'Look at At this address is a web page, for people to read.',
  );
  expect(await pressTest(await open(page, form(`${origin}/f/abc`, 'form')))).toBe(
    'Note The server answers (200), and lets this page read its answer.',
  );
});

test('does not take a page that says “not found” for the receiver', async ({ page }) => {
  const { origin } = await serverOf(404, true, { body: '{"code":"rest_no_route"}' });
  expect(await pressTest(await open(page, form(`${origin}/signups`)))).toBe(
    'Fix The server says that there is nothing at this address (404).',
  );
});

test('says that there is no server', async ({ page }) => {
  expect(await pressTest(await open(page, form('http://127.0.0.1:9/signups')))).toBe(
    'Fix No answer of the server reaches this page.',
  );
});

test('names the line of a policy that blocks sign-ups, and asks nobody', async ({ page }) => {
  const { origin, asked } = await serverOf(200, true);
  const policy = "connect-src 'self'";
  const doctor = await open(page, form(`${origin}/signups`), { 'content-security-policy': policy });
  expect(await pressTest(doctor)).toBe(`Fix The page’s Content Security Policy blocks sign-ups (${origin}).`);
  await expect(doctor.panel.locator('.endpoint pre')).toHaveText(`connect-src ${origin}`);
  expect(asked).toEqual([]);
});

test('has no server to test for an email or an event', async ({ page }) => {
  const email = await open(page, form('mailto:hello@riverbend.example', 'mailto'));
  expect(await pressTest(email)).toContain('The form opens an email of the visitor');
  // The address is the practice's, and whoever helps does not need it.
  expect(await email.report()).not.toContain('hello@');
});

test.describe('the receiver', () => {
  let database: Database;
  let running: Listening;
  test.beforeEach(async () => {
    database = openDatabase(':memory:');
    await migrate(database);
  });
  test.afterEach(async () => {
    expect(await listSignups(database)).toEqual([]);
    await running.close();
    await database.query.destroy();
  });
  const start = async (allowedOrigins: string[]): Promise<string> => {
    running = await listen(createReceiver({ database, allowedOrigins, log: () => undefined }), { port: 0 });
    return `http://127.0.0.1:${running.port}`;
  };

  test('answers, and nobody is signed up', async ({ page }) => {
    const receiver = await start([pageOrigin]);
    expect(await pressTest(await open(page, form(`${receiver}/signups`)))).toBe(
      'Note The receiver answers, and lets this page send.',
    );
  });

  test('is found behind a wrong path', async ({ page }) => {
    const receiver = await start([pageOrigin]);
    expect(await pressTest(await open(page, form(`${receiver}/sign-ups`)))).toBe(
      'Fix The receiver answers, but not at this address.',
    );
  });

  test('does not allow the page, and the line that would is copied', async ({ page }) => {
    const doctor = await open(page, form(`${await start(['https://other.example'])}/signups`));
    expect(await pressTest(doctor)).toBe('Fix No answer of the server reaches this page.');
    await expect(doctor.panel.locator('.endpoint pre')).toHaveText(`ALLOWED_ORIGINS="${pageOrigin}"`);
    expect(await doctor.report()).toContain(`ALLOWED_ORIGINS="${pageOrigin}"`);
  });
});
