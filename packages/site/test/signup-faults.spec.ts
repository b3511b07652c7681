import type {} from '../../elements/src/signup-form/define.js';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { createReceiver, listSignups, migrate } from '@havenkit/receiver';
import { openDatabase } from '@havenkit/receiver/node';

/** Faults of a bad connection. */
const faults = [
  'none',
  'request lost',
  'response lost',
  'sent twice',
  'truncated',
  'delayed',
  'too many requests',
  'bad gateway',
] as const;

const read = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
};

let server: Server;
let origin: string;
let database: ReturnType<typeof openDatabase>;
let receiver: ReturnType<typeof createReceiver>;
/** The next fault of a fixed sequence, so that a failure can be reproduced. */
let next: () => (typeof faults)[number];

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url?.startsWith('/?') || request.url === '/') {
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><html lang="en"><title>Form</title><body>');
    return;
  }
  if (request.method !== 'POST') {
    response.writeHead(404).end();
    return;
  }
  const body = await read(request);
  const fault = next();
  if (fault === 'request lost') {
    request.socket.destroy();
    return;
  }
  if (fault === 'too many requests') {
    response.writeHead(429, { 'Retry-After': '0' }).end('{}');
    return;
  }
  if (fault === 'bad gateway') {
    response.writeHead(503).end('<h1>Bad gateway</h1>');
    return;
  }
  const forward = async (): Promise<Response> =>
    receiver.request('/signups', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': String(request.headers['idempotency-key']) },
      body,
    });
  // The same request twice, at the same time.
  const [result] = await Promise.all(fault === 'sent twice' ? [forward(), forward()] : [forward()]);
  const json = await result.text();
  if (fault === 'response lost') {
    request.socket.destroy();
    return;
  }
  response.writeHead(result.status, { 'Content-Type': 'application/json', 'Content-Length': json.length });
  if (fault === 'truncated') response.write(json.slice(0, 5), () => request.socket.destroy());
  else if (fault === 'delayed') setTimeout(() => response.end(json), 150);
  else response.end(json);
}

test.beforeEach(async ({ page }) => {
  database = openDatabase(test.info().outputPath('signups.sqlite'));
  await migrate(database);
  receiver = createReceiver({ database, rateLimit: false, log: () => undefined });
  next = () => 'none';
  server = createServer((request, response) => void respond(request, response)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Delays between attempts take no time.
  await page.addInitScript(() => (Math.random = () => 0));
  await page.goto(origin);
  await page.addScriptTag({ path: 'packages/embed/dist/signup-form.classic.js' });
});
test.afterEach(async () => {
  server.close();
  await database.query.destroy();
});

/** Adds a form to the page, fills it in and sends it until it is confirmed. Returns its reference and its states. */
const signUp = (page: Page, name: string): Promise<{ reference: string; states: string[] }> =>
  page.evaluate(async (name) => {
    const form = document.createElement('haven-signup-form');
    form.config = { name: 'Growing Secure', endpoint: '/signups', formats: ['group'] };
    const states: string[] = [];
    let reference = '';
    form.addEventListener('haven-signup', ({ detail }) => {
      states.push(detail.state);
      reference = detail.reference ?? reference;
    });
    document.body.replaceChildren(form);
    await form.updateComplete;
    const root = form.shadowRoot!;
    const set = (selector: string, value: string): void => {
      const input = root.querySelector<HTMLInputElement>(selector)!;
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    };
    set('#name', name);
    root.querySelector<HTMLInputElement>('[name=preferredContact][value=email]')!.click();
    set('#email', 'ana@home.example');
    root.querySelector<HTMLInputElement>('#consent')!.click();
    for (let press = 0; press < 20 && states.at(-1) !== 'confirmed'; press++) {
      root.querySelector<HTMLButtonElement>('[type=submit]')!.click();
      await new Promise<void>((resolve) => {
        const check = (): void => {
          if (states.at(-1) === 'sending') form.addEventListener('haven-signup', check, { once: true });
          else resolve();
        };
        check();
      });
      await form.updateComplete;
    }
    return { reference, states };
  }, name);

const count = process.env['THOROUGH'] ? 240 : 60;
test(`over a bad connection ${count} sign-ups are each stored once and confirmed`, async ({ page }) => {
  test.setTimeout(180_000);
  let seed = 20_261_124;
  next = () => {
    // A linear congruential generator (Numerical Recipes): the same faults in every run.
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return faults[Math.floor((seed / 2 ** 32) * faults.length)]!;
  };
  const references = new Map<string, string>();
  const seenStates = new Set<string>();
  for (let number = 0; number < count; number++) {
    const { reference, states } = await signUp(page, `Caregiver ${number}`);
    expect(states.at(-1)).toBe('confirmed');
    states.forEach((state) => seenStates.add(state));
    references.set(`Caregiver ${number}`, reference);
  }
  const stored = await listSignups(database);
  // None is missing or duplicated, and each form shows the reference of its own sign-up.
  expect(stored).toHaveLength(count);
  expect(Object.fromEntries(stored.map(({ name, reference }) => [name, reference]))).toEqual(
    Object.fromEntries(references),
  );
  // The faults have taken effect.
  expect(seenStates).toContain('unknown');
});

test('returning with the back button neither sends the form again nor shows a confirmation', async ({ page }) => {
  const { reference } = await signUp(page, 'Marker Person');
  await page.goto(`${origin}/?other`);
  await page.goBack();
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
  const shown = await page.evaluate(
    () => document.querySelector('haven-signup-form')?.shadowRoot?.querySelector('[part=form]')?.textContent ?? '',
  );
  expect(shown).not.toContain(reference);
  expect(shown).not.toContain('Marker');
  expect(await listSignups(database)).toHaveLength(1);
});

test('works under a strict policy with Trusted Types that allows only the endpoint', async ({ page }) => {
  const csp = `default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types havenkit-signup-form`;
  await page.route(`${origin}/strict`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'Content-Security-Policy': csp },
      body: '<!doctype html><html lang="en"><title>x</title><script src="/form.js"></script><body>',
    }),
  );
  await page.route(`${origin}/form.js`, (route) =>
    route.fulfill({ path: 'packages/embed/dist/signup-form.classic.js' }),
  );
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  await page.goto(`${origin}/strict`);
  const { states } = await signUp(page, 'Ana');
  expect(states).toEqual(['sending', 'confirmed']);
  expect(messages.filter((text) => !text.includes('favicon') && !text.includes('404'))).toEqual([]);
});
