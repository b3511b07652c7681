/** The embed builder with a person who sees it for the first time, and writes as people write. */
import { expect, type Locator, type Page } from '@playwright/test';
import { test, type BuilderPage } from './embed-builder.page.js';

const problems = (page: Page): Locator => page.locator('.result .notice').getByRole('listitem');

const session = (page: Page, number: number): Locator =>
  page.getByRole('group', { name: new RegExp(`^Session ${number}`) });

/** Opens the sign-up form with a session. */
async function openSession(builder: BuilderPage): Promise<Locator> {
  await builder.open();
  await builder.choose('Sign-up form');
  await builder.field('Name of the program').fill('Evening Group');
  await builder.press('Add a session');
  return session(builder.page, 1);
}

async function fillMeeting(group: Locator, day: string): Promise<void> {
  await group.getByLabel('Name (').fill('Evenings');
  await group.getByLabel('Day of the first meeting').fill(day);
  await group.getByLabel('From').fill('18:00');
  await group.getByLabel('To (').fill('19:30');
}

test('warns about nothing before the first answer', async ({ builder, page }) => {
  await builder.open();
  for (const widget of ['Contact card', 'Sign-up form']) {
    await builder.choose(widget);
    await expect(page.getByText('Answer the first questions to see the widget here.')).toBeVisible();
    await expect(page.locator('.preview iframe')).toBeHidden();
  }
  await builder.choose('Circle diagram');
  await expect(page.locator('.preview iframe')).toBeVisible();
  await builder.choose('Contact card');
  await builder.fillCard();
  await expect(builder.preview.getByRole('heading', { name: 'Riverbend' })).toBeVisible();
});

test('asks how many meetings a weekly group has, as the form would show only one', async ({ builder, page }) => {
  const group = await openSession(builder);
  await fillMeeting(group, '2037-01-13');
  await group.getByLabel('Time zone').fill('Eastern');
  await group.getByLabel('Time zone').blur();
  await group.getByLabel('How often it meets').selectOption('Every week');
  await expect(group.getByLabel('Time zone')).toHaveValue('America/New_York');
  const missing = problems(page).filter({
    hasText: 'Session 1, Number of meetings: the number of meetings is missing.',
  });
  await missing.getByRole('button').click();
  await expect(group.getByLabel('Number of meetings')).toBeFocused();
  await group.getByLabel('Number of meetings').fill('8');
  await expect(missing).toHaveCount(0);
});

test('takes the time zone of the first group for the next one', async ({ builder, page }) => {
  const group = await openSession(builder);
  await fillMeeting(group, '2037-01-13');
  await group.getByLabel('Time zone').fill('Eastern');
  await builder.press('Add a session');
  const next = session(page, 2);
  await fillMeeting(next, '2037-01-17');
  await expect(next.getByLabel('Time zone')).toHaveValue('America/New_York');
  await expect(problems(page).filter({ hasText: /^Session 2, Name: another session has the same name/ })).toBeVisible();
});

test('says when a meeting would end on the next day', async ({ builder }) => {
  const group = await openSession(builder);
  await fillMeeting(group, '2037-01-13');
  const to = group.getByLabel('To (');
  await expect(to).not.toHaveAccessibleDescription(/./);
  await to.fill('07:30');
  await expect(to).toHaveAccessibleDescription('This is on the next day.');
});

test('says what helps when a place is not known', async ({ builder, page }) => {
  await builder.open();
  await builder.fillCard();
  await builder.field('Time zone').fill('Raleigh');
  await expect(problems(page).filter({ hasText: 'or Eastern, Central, Mountain or Pacific' })).toBeVisible();
});

test('adds to addresses what people leave out', async ({ builder, page }) => {
  await builder.open();
  const ownPage = page.getByLabel('Address of the page');
  await ownPage.fill('practice.example/about');
  await ownPage.blur();
  await expect(ownPage).toHaveValue('https://practice.example/about');
  await builder.choose('Sign-up form');
  const endpoint = builder.field(/^Endpoint/);
  const kind = builder.field('Kind of endpoint');
  for (const [service, typed, address] of [
    ['Formspree', 'formspree.io/f/xyzabcd', 'https://formspree.io/f/xyzabcd'],
    ['The parent’s email program', 'hello@practice.example', 'mailto:hello@practice.example'],
    ['Formspree', '/proxy', '/proxy'],
  ] as const) {
    await kind.selectOption(service);
    await endpoint.fill(typed);
    await endpoint.blur();
    await expect(endpoint).toHaveValue(address);
    await expect(problems(page).filter({ hasText: /^Endpoint/ })).toHaveCount(0);
  }
});

test('names the service whose address is missing, and refuses one without encryption', async ({ builder, page }) => {
  await builder.open();
  await builder.choose('Sign-up form');
  await builder.field('Kind of endpoint').selectOption('Formspree');
  await expect(problems(page).filter({ hasText: 'such as https://formspree.io/f/…' })).toBeVisible();
  await builder.field('Kind of endpoint').selectOption('Any service that accepts HTML forms');
  await builder.field(/^Endpoint/).fill('http://receiver.example/signups');
  await expect(problems(page).filter({ hasText: /^Endpoint: expected an https address, so nobody/ })).toBeVisible();
});

test('takes a holiday of one day from its first day', async ({ builder, page }) => {
  await builder.open();
  await builder.fillCard();
  await builder.press('Add a special day');
  const first = page.getByLabel('First day (Special day 1)');
  const last = page.getByLabel('Last day (Special day 1)');
  await first.fill('2037-12-24');
  await expect(last).toHaveValue('2037-12-24');
  await first.fill('2037-12-25');
  await expect(last).toHaveValue('2037-12-25');
  await last.fill('2037-12-31');
  await first.fill('2037-12-24');
  await expect(last).toHaveValue('2037-12-31');
  await expect(problems(page)).toHaveCount(0);
  // The picker of the browser shows days in another way.
  await expect(first).not.toHaveAccessibleDescription(/2026/);
});

test('quotes the whole day that it cannot read', async ({ builder, page }) => {
  await builder.open();
  await builder.fillCard();
  await builder.field('Monday').fill('9-5');
  await builder.field('Friday').fill('9 to 12 mostly');
  await builder.field('Friday').blur();
  await expect(problems(page)).toHaveText(['Opening hours: we cannot read “Friday: 9 to 12 mostly”.']);
});

test('asks why there is no crisis help only when there is none', async ({ builder }) => {
  await builder.open();
  const reason = builder.page.getByLabel('Why no crisis help is listed');
  await expect(reason).toHaveCount(0);
  await builder.field('Crisis help').selectOption('None');
  await expect(reason).toBeVisible();
});

test('offers no choice twice', async ({ builder, page }) => {
  await builder.open();
  for (const widget of await page.locator('[name=widget]').all()) {
    await widget.check();
    for (const choice of await page.locator('.answers select').all()) {
      const names = await choice.locator('option').allTextContents();
      const plain = names.map((name) => name.trim().replace(/^Default \((.*)\)$/, '$1'));
      expect(plain).toEqual([...new Set(plain)]);
    }
  }
});

test('shows the preview in the whole height of a window', async ({ builder, page }) => {
  await page.setViewportSize({ width: 1100, height: 1000 });
  await builder.open();
  await builder.fillCard();
  const { height = 0 } = (await page.locator('.preview iframe').boundingBox()) ?? {};
  expect(height).toBeGreaterThan(700);
});
