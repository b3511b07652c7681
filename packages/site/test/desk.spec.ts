/** The receiver's desk, as a person at a practice uses it: on a telephone, with a keyboard, without scripts. */
import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import {
  createReceiver,
  migrate,
  parseProgram,
  type Database,
  type DeskOptions,
  type LogEntry,
} from '@havenkit/receiver';
import { listen, openDatabase, toXlsx, type Listening } from '@havenkit/receiver/node';
import { findPageViolations } from '../../elements/test-support/page-accessibility.js';

const password = 'maple otter violin rain';
const program = parseProgram({
  '@type': 'Course',
  name: 'Growing Secure',
  provider: { '@type': 'MedicalBusiness', name: 'Riverbend Family Center' },
  hasCourseInstance: [
    { '@id': '#tue', name: 'Tuesday evenings', startDate: '2027-02-16', maximumAttendeeCapacity: 2 },
    { '@id': '#sat', name: 'Saturdays online', maximumAttendeeCapacity: 8, remainingAttendeeCapacity: 3 },
  ],
});

test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 }, locale: 'en-US' });

let database: Database;
let listening: Listening;
let app: ReturnType<typeof createReceiver>;
let desk: string;
let entries: LogEntry[];

async function signUp(name: string, fields: Record<string, unknown> = {}): Promise<void> {
  const response = await app.request('/signups', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      submissionId: randomUUID(),
      program: 'Growing Secure',
      session: '#tue',
      waitingList: true,
      name,
      telephone: '+1 503 555 0142',
      email: 'a.rather.long.address.of.somebody@department.of.something.example',
      leaveMessage: 'no',
      message: 'We would like to begin in spring.',
      consent: { given: true, version: '1', text: 'I agree.' },
      locale: 'en',
      ...fields,
    }),
  });
  expect(response.status).toBe(201);
}

test.beforeEach(async () => {
  database = openDatabase(':memory:');
  await migrate(database);
  entries = [];
  const options: DeskOptions = { password, workbook: toXlsx };
  app = createReceiver({ database, program, desk: options, rateLimit: false, log: (entry) => entries.push(entry) });
  listening = await listen(app, { port: 0 });
  desk = `http://127.0.0.1:${listening.port}/desk`;
  for (const name of ['Ana Example', 'Ben Example', 'Cora Longlastname-Verylongname of the Riverside', 'Dan'])
    await signUp(name);
  await signUp('Eva', { session: undefined, telephone: 'ask for Eva, 503 555 0111 or 0112' });
});
test.afterEach(async ({ page }) => {
  await page.close();
  await listening.close();
  await database.query.destroy();
});

async function signIn(page: Page): Promise<void> {
  await page.goto(desk);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Sign-ups' })).toBeVisible();
}

const status = (page: Page) => page.getByRole('status');

test('cancels a spot, moves up the next person, and takes it back, with taps on a telephone', async ({ page }) => {
  await signIn(page);
  await expect(page.getByText('Full: 2 of 2 spots taken').last()).toBeVisible();
  await page.getByRole('link', { name: 'Ana Example' }).click();
  await page.getByRole('link', { name: 'Cancel this spot' }).click();
  await page.getByRole('button', { name: 'Cancel this spot' }).click();
  await expect(status(page)).toContainText('Ana Example is no longer taking part.');
  await page.getByRole('button', { name: /^Move up Cora/ }).click();
  await expect(status(page)).toContainText('has a spot now. This page sends no messages.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(status(page)).toContainText('is on the waiting list.');
  await expect(page.getByRole('link', { name: 'Call +1 503 555 0142' }).first()).toHaveAttribute(
    'href',
    'tel:+15035550142',
  );
});

test('works with the keyboard alone', async ({ page }) => {
  await page.goto(desk);
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Password')).toBeFocused();
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  const tabTo = async (name: string | RegExp, role: 'link' | 'button') => {
    const target = page.getByRole(role, { name }).first();
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`The keyboard does not reach ${name}.`);
  };
  await tabTo('Dan', 'link');
  await page.keyboard.press('Enter');
  await tabTo('Take off the list', 'link');
  await page.keyboard.press('Enter');
  await tabTo('Take off the list', 'button');
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('Dan is no longer taking part.');
  await page.getByText('Canceled (1)').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Dan' })).toBeVisible();
});

test('shows nothing with the Back button after signing out, and does nothing twice with it', async ({ page }) => {
  await signIn(page);
  await page.getByRole('link', { name: 'Ana Example' }).click();
  await page.getByRole('link', { name: 'Cancel this spot' }).click();
  await page.getByRole('button', { name: 'Cancel this spot' }).click();
  await expect(status(page)).toBeVisible();
  await page.goBack();
  // The page is loaded again, so it shows what is true now.
  await expect(page.getByRole('button', { name: 'Give a spot again' })).toHaveCount(1);
  await page.goForward();
  await expect(status(page)).toContainText('Ana Example is no longer taking part.');
  await page.reload();
  expect(entries.filter(({ path, method }) => path === '/desk/cancel' && method === 'POST')).toHaveLength(1);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(status(page)).toHaveText('You are signed out.');
  await page.goBack();
  await expect(page.getByLabel('Password')).toBeVisible();
  await expect(page.getByText('Ana Example')).toHaveCount(0);
});

test('downloads the sign-ups', async ({ page }) => {
  await signIn(page);
  for (const [button, ending] of [
    ['Download for Excel (.xlsx)', 'xlsx'],
    ['Download a table for other programs (.csv)', 'csv'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`^sign-ups-\\d{4}-\\d\\d-\\d\\d\\.${ending}$`));
  }
});

test('cannot be used by a page of another site', async ({ page, browser }) => {
  await signIn(page);
  const cookies = await page.context().cookies();
  expect(cookies).toEqual([
    expect.objectContaining({ name: '__Host-desk', httpOnly: true, secure: true, sameSite: 'Strict', path: '/' }),
  ]);
  const other = await browser.newContext({ javaScriptEnabled: true });
  await other.addCookies(cookies);
  const attacker = await other.newPage();
  await attacker.route('http://evil.localhost/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" action="${desk}/export"><button>Win a prize</button></form><iframe src="${desk}"></iframe>`,
    }),
  );
  await attacker.goto('http://evil.localhost/');
  await attacker.getByRole('button').click();
  await expect(attacker.getByRole('heading', { name: 'Nothing was changed' })).toBeVisible();
  expect(entries.filter(({ outcome }) => outcome === 'exported')).toEqual([]);
  await other.close();
});

test.describe('with scripts on, which axe needs', () => {
  test.use({ javaScriptEnabled: true });

  for (const width of [320, 390, 1100])
    for (const mode of ['light', 'dark', 'forced colors'] as const)
      test(`is accessible and fits at ${width} px in ${mode}`, async ({ page }) => {
        await page.setViewportSize({ width, height: 844 });
        await page.emulateMedia({
          colorScheme: mode === 'dark' ? 'dark' : 'light',
          forcedColors: mode === 'forced colors' ? 'active' : 'none',
          // A color on its way to another one has no contrast to measure.
          reducedMotion: 'reduce',
        });
        const check = async () => {
          expect(await findPageViolations(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          const small = await page
            .locator(
              'button, a.button, main a, header a, summary, input:not([type=hidden], [type=checkbox]), label:has([type=checkbox])',
            )
            .evaluateAll((targets) =>
              targets
                .filter((target) => target.getBoundingClientRect().height < 43.5)
                .map((target) => target.outerHTML),
            );
          expect(small).toEqual([]);
          const names = await page
            .locator('button')
            .evaluateAll((buttons) => buttons.map((button) => button.textContent.trim()));
          expect(new Set(names).size).toBe(names.length);
          expect(await page.locator('button.primary').count()).toBeLessThanOrEqual(1);
        };
        await page.goto(desk);
        await check();
        await page.getByRole('button', { name: 'Sign in' }).evaluate((button) => button.closest('form')?.submit());
        await expect(page.getByText('That password did not work.').first()).toBeVisible();
        await check();
        await signIn(page);
        await check();
        await page.getByRole('link', { name: 'Ana Example' }).click();
        await expect(page.getByRole('heading', { name: 'Ana Example' })).toBeVisible();
        await check();
        await page.getByRole('link', { name: 'Delete this person' }).click();
        await expect(page.getByRole('checkbox')).toHaveCount(4);
        await check();
        await page.goBack();
        await page.getByRole('link', { name: 'Cancel this spot' }).click();
        await expect(page.getByRole('button', { name: 'Cancel this spot' })).toBeVisible();
        await check();
        await page.getByRole('button', { name: 'Cancel this spot' }).click();
        await expect(status(page)).toBeVisible();
        await check();
      });
});
