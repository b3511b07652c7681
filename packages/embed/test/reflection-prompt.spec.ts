import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';

const answer = 'Zyxwvut marker, and the puddle';
const password = 'a small boat in the rain';

/** A policy under which the page may not connect anywhere, not even to its own server. */
const policy = [
  "default-src 'none'",
  "connect-src 'none'",
  "script-src 'self'",
  'img-src data:',
  "require-trusted-types-for 'script'",
  'trusted-types havenkit-reflection-prompt',
].join('; ');

let server: Server;
let origin: string;
/** Requested paths, in order. */
const requested: string[] = [];

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '', origin).pathname;
    requested.push(`${request.method ?? ''} ${path}`);
    if (path === '/widget.js')
      response
        .setHeader('Content-Type', 'text/javascript')
        .end(readFileSync('packages/embed/dist/reflection-prompt.classic.js'));
    else
      response
        .setHeader('Content-Type', 'text/html')
        .setHeader('Content-Security-Policy', policy)
        .end(
          `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">
          <body><p>Before</p><haven-reflection-prompt choice="order"><blockquote><p>What went well?</p></blockquote><hr><hr></haven-reflection-prompt>
          <p>After</p><script src="/widget.js"></script>`,
        );
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.afterAll(() => server.close());
test.beforeEach(() => requested.splice(0));

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();
const expectStatus = (page: Page, text: string): Promise<void> => expect(page.locator('[aria-live]')).toHaveText(text);

/** Everything in every kind of storage that a page has, as text. */
const stored = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const all: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('The database did not open.'));
      });
      for (const store of database.objectStoreNames)
        all.push(
          await new Promise((resolve) => {
            const request = database.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => resolve([name, store, request.result]);
          }),
        );
      database.close();
    }
    return {
      indexedDB: JSON.stringify(all),
      cookie: document.cookie,
      localStorage: JSON.stringify(localStorage),
      sessionStorage: JSON.stringify(sessionStorage),
    };
  });

/** Records the console messages, errors and requests of a page. */
function listen(context: BrowserContext, page: Page): { requests: string[]; messages: string[] } {
  const requests: string[] = [];
  const messages: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  // Ignores the browser's own advice about forms.
  context.on('console', (message) => {
    if (!message.text().startsWith('[DOM]')) messages.push(message.text());
  });
  page.on('pageerror', (error) => messages.push(error.message));
  page.on('websocket', (socket) => requests.push(socket.url()));
  return { requests, messages };
}

test('a long session requests nothing, and writes the text only to the database, encrypted once a password is set', async ({
  page,
  context,
}) => {
  const { requests, messages } = listen(context, page);
  await page.addInitScript(() => {
    const events: unknown[] = [];
    Object.assign(window, { events, listings: 0 });
    const { databases } = IDBFactory.prototype;
    IDBFactory.prototype.databases = function () {
      (window as unknown as { listings: number }).listings++;
      return databases.call(this);
    };
    for (const name of ['haven-reflection', 'haven-ready', 'haven-error', 'haven-step'])
      addEventListener(name, (event) => events.push([name, (event as CustomEvent).detail]));
  });
  await page.goto(origin);
  const area = page.getByLabel('Your thoughts');
  await area.pressSequentially(answer);
  await press(page, 'Done');
  await press(page, 'Another question');
  await press(page, 'Skip this question');
  await press(page, 'Skip this question');
  expect(await page.evaluate(() => (window as unknown as { listings: number }).listings)).toBe(0);
  expect(await stored(page)).toEqual({ indexedDB: '[]', cookie: '', localStorage: '{}', sessionStorage: '{}' });

  await area.fill(answer);
  await press(page, 'Done');
  await press(page, 'Save on this device');
  expect((await stored(page)).indexedDB).toBe('[]');
  await press(page, 'Save without password');
  await expectStatus(page, 'Saved on this device.');
  expect((await stored(page)).indexedDB).toContain(answer);

  await page.getByText('Saved notes', { exact: true }).click();
  await expect(page.locator('.saved .answer')).toHaveText(answer);
  await page.getByText('Manage saved notes').click();
  await press(page, 'Set a password');
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.getByLabel('Confirm new password').fill(password);
  await press(page, 'Set a password');
  await expectStatus(page, 'Password set. You need it to open your notes from now on.');
  await page.getByRole('button', { name: /^Edit note from/ }).click();
  await page.getByLabel(/^Edit your note from/).fill(`${answer}, twice`);
  await press(page, 'Save changes');
  await expectStatus(page, 'Saved on this device.');

  const [backup] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await press(page, 'Download a backup');
      await page.getByLabel('New password', { exact: true }).fill(password);
      await page.getByLabel('Confirm new password').fill(password);
      await press(page, 'Download a backup');
    })(),
  ]);
  const file = await backup.path();
  expect(readFileSync(file, 'utf8')).not.toMatch(/marker|small boat/);
  await press(page, 'Lock now');
  await expect(page.locator('.saved .answer')).toHaveCount(0);

  // On a later visit.
  const events = await page.evaluate(() => JSON.stringify((window as unknown as { events: unknown }).events));
  await page.goto(`${origin}/?again`);
  await page.getByText('Saved notes', { exact: true }).click();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await press(page, 'Unlock');
  await expect(page.locator('.saved .answer')).toHaveText(`${answer}, twice`);
  await page.getByText('Manage saved notes').click();
  await press(page, 'Restore from backup');
  await page.getByLabel('Backup file').setInputFiles(file);
  await page.getByLabel('Backup password').fill(password);
  await press(page, 'Open backup');
  await expect(page.getByText(/^The backup is complete\..* 1 note, from/)).toBeFocused();
  await press(page, 'Add to saved notes');
  await expectStatus(page, 'The backup was added to your notes.');

  const { indexedDB: saved, ...otherStorage } = await stored(page);
  expect(saved).not.toMatch(/marker|puddle|check your face|small boat/);
  expect(otherStorage).toEqual({ cookie: '', localStorage: '{}', sessionStorage: '{}' });
  const seen = await page.evaluate(() =>
    JSON.stringify([
      location.href,
      document.title,
      history.state,
      document.querySelector('haven-reflection-prompt')?.outerHTML,
      (window as unknown as { events: unknown }).events,
    ]),
  );
  for (const output of [events, seen, ...messages, ...requests, ...requested])
    expect(output).not.toMatch(/marker|puddle|small boat/);
  expect(events).toContain('exported');

  // Each visit requests only the page and the widget's file.
  expect(requests.filter((url) => !/^(data|blob):/.test(url))).toEqual([
    `${origin}/`,
    `${origin}/widget.js`,
    `${origin}/?again`,
    `${origin}/widget.js`,
  ]);
  expect(messages).toEqual([]);

  await press(page, 'Delete all notes');
  await press(page, 'Yes, delete all');
  await expectStatus(page, 'All saved notes are deleted.');
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
});

test('asks for confirmation before unsaved text is lost, and only then', async ({ page }) => {
  await page.goto(origin);
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs++;
    void dialog.accept();
  });
  await page.getByLabel('Your thoughts').pressSequentially('half a sentence');
  await page.reload();
  expect(dialogs).toBe(1);
  await page.reload();
  expect(dialogs).toBe(1);
});

test('shows a prompt and lines to write on without a script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(origin);
  await expect(page.getByText('What went well?')).toBeVisible();
  await expect(page.locator('hr').last()).toBeVisible();
  await context.close();
});

test('prints only the prompt and the answer', async ({ page }) => {
  await page.goto(origin);
  await page.getByLabel('Your thoughts').fill(answer);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const card = page.locator('haven-reflection-prompt').locator('.card');
  await expect(page.getByRole('button')).toHaveCount(0);
  expect((await card.innerText()).split(/\n+/)).toEqual([
    'When did your child last check your face before running off? What did your face say?',
    answer,
  ]);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.getByLabel('Your thoughts')).toHaveValue(answer);
});

test('in forced colors the text area, the buttons and the bar of the prompt are visible', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(origin);
  const painted = await page.evaluate(() => {
    const root = document.querySelector('haven-reflection-prompt')!.shadowRoot!;
    const color = (selector: string, property: 'borderInlineStartColor' | 'borderTopColor'): string =>
      getComputedStyle(root.querySelector(selector)!)[property];
    return {
      surface: getComputedStyle(root.querySelector('.card')!).backgroundColor,
      edges: [
        color('blockquote', 'borderInlineStartColor'),
        color('textarea', 'borderTopColor'),
        color('button.primary', 'borderTopColor'),
      ],
    };
  });
  for (const edge of painted.edges) expect(edge).not.toBe(painted.surface);
  const end = async (selector: string): Promise<number> => {
    const box = await page.locator(selector).boundingBox();
    return box!.x + box!.width;
  };
  expect(await end('.top button')).toBeLessThanOrEqual((await end('.top')) + 1);
});

test('the lines of the privacy notes are at most as long as a line of text', async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 900 });
  await page.goto(origin);
  await page.getByText('What’s private').click();
  const most = await page
    .locator('details li')
    .first()
    .evaluate((item) => item.getBoundingClientRect().width / parseFloat(getComputedStyle(item).fontSize));
  expect(most).toBeLessThan(40);
});
