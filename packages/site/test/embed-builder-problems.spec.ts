/** The list of answers that the embed builder asks to check. */
import { expect, type Locator, type Page } from '@playwright/test';
import { findPageViolations } from '../../elements/test-support/page-accessibility.js';
import { test } from './embed-builder.page.js';

const problem = (page: Page, text: string | RegExp): Locator =>
  page.locator('.result .notice').getByRole('listitem').filter({ hasText: text });

const addressOf = (state: object): string => `#${encodeURIComponent(JSON.stringify(state))}`;

const card = {
  name: 'Riverbend',
  telephone: '+1-503-555-0142',
  specialOpeningHoursSpecification: [{ validFrom: 'soon' }],
  contactPoint: [{ telephone: 'call us' }],
  shoe: 9,
};

test('names answers by their questions', async ({ builder, page }) => {
  await builder.open({ file: addressOf({ widget: 'contact-card', configurations: { 'contact-card': card } }) });
  await expect(problem(page, /^Special day 1, First day: expected a day/)).toBeVisible();
  await expect(problem(page, /^Channel 1, Phone number: expected/)).toBeVisible();
  // It has no question, so it leads nowhere.
  await expect(problem(page, /^shoe: unknown/).getByRole('button')).toHaveCount(0);
  await expect(problem(page, 'validFrom')).toHaveCount(0);
});

test('names answers by their questions in Spanish', async ({ builder, page }) => {
  await builder.open({
    file: `es.html${addressOf({ widget: 'contact-card', configurations: { 'contact-card': card } })}`,
  });
  await expect(problem(page, /^Día especial 1, Primer día: se espera un día/)).toBeVisible();
  await expect(page.getByLabel('Primer día (Día especial 1)')).toHaveAccessibleDescription(
    /^Revise esta respuesta: se espera un día como/,
  );
});

test('names the plain questions about meetings', async ({ builder, page }) => {
  await builder.open();
  await builder.choose('Sign-up form');
  await builder.field('Name').first().fill('Group');
  await builder.press('Add a session');
  await page.getByLabel('Day of the first meeting').fill('2026-09-14');
  await page.getByLabel('From').fill('17:30');
  await page.getByLabel('To (Session 1)').fill('19:00');
  await page.getByLabel('Time zone').fill('Mars');
  await expect(problem(page, /^Session 1, Time zone: /)).toBeVisible();
});

test('says only that the place of a session is not known, at its field', async ({ builder, page }) => {
  await builder.open();
  await builder.choose('Sign-up form');
  await builder.field('Name of the program').fill('Group');
  await builder.press('Add a session');
  const session = page.getByRole('group', { name: 'Session 1' });
  const zone = session.getByLabel('Time zone');
  await session.getByLabel('Name').fill('Evenings');
  await session.getByLabel('Day of the first meeting').fill('2037-09-14');
  await session.getByLabel('From').fill('17:30');
  await session.getByLabel('To (').fill('19:00');
  await session.getByLabel('How often it meets').selectOption('Every week');
  await session.getByLabel('Number of meetings').fill('8');
  for (const [text, words] of [
    ['', 'the time zone is missing'],
    ['Mars', 'we do not know this place'],
  ] as const) {
    await zone.fill(text);
    await zone.blur();
    await expect(zone).toHaveAttribute('aria-invalid', 'true');
    await expect(zone).toHaveAccessibleDescription(new RegExp(`Check this answer: ${words}`));
    await expect(session.locator('[aria-invalid], .error')).toHaveCount(2);
    await expect(problem(page, /^Session 1/)).toHaveText([new RegExp(`Session 1, Time zone: ${words}`)]);
  }
  await zone.fill('America/New_York');
  await expect(session.locator('[aria-invalid], .error')).toHaveCount(0);
  await session.getByLabel('Number of meetings').fill('many');
  await page.keyboard.press('Tab');
  await expect(session.getByLabel('Number of meetings')).toHaveAccessibleDescription(/expected a number/);
  await session.getByLabel('Number of meetings').fill('8');
  await session.getByLabel('From').fill('');
  await session.getByLabel('From').blur();
  await expect(session.getByLabel('From')).toHaveAccessibleDescription(/expected a time such as 09:00/);
  await expect(session.locator('[aria-invalid]')).toHaveCount(1);
});

test('has a heading above the problems, and leads from each to its field', async ({ builder, page }) => {
  await builder.open({
    file: addressOf({ widget: 'contact-card', page: 'practice', configurations: { 'contact-card': card } }),
  });
  await expect(page.getByRole('heading', { name: 'Check these answers', level: 3 })).toBeVisible();
  for (const [name, field] of [
    [/^Address of the page: Expected an address/, page.getByLabel('Address of the page')],
    [/^Special day 1, First day: expected a day/, page.getByLabel('First day (Special day 1)')],
    // Folded away.
    [/^Channel 1, Phone number: expected a telephone number/, page.getByLabel('Phone number (Channel 1)')],
  ] as const) {
    const button = page.locator('.result').getByRole('button', { name });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(field).toBeFocused();
    await expect(field).toBeInViewport();
  }
});

test('leads to the first field of a group, and to those of a week and of meetings', async ({ builder, page }) => {
  await builder.open();
  await builder.fillCard();
  await page.getByLabel('Monday').fill('9-5');
  await page.getByLabel('Tuesday').fill('by appointment');
  await page.getByLabel('Tuesday').blur();
  await page.getByRole('button', { name: /^Opening hours: / }).click();
  await expect(page.getByLabel('Tuesday')).toBeFocused();
  await builder.choose('Sign-up form');
  await builder.field('Name of the program').fill('Group');
  await builder.press('Add a session');
  await page.getByLabel('Day of the first meeting').fill('2037-09-14');
  await page.getByLabel('To (Session 1)').focus();
  await page.getByLabel('To (Session 1)').blur();
  await page.getByRole('button', { name: /^Session 1, From: / }).click();
  await expect(page.getByLabel('From')).toBeFocused();
  await builder.choose('Circle diagram');
  await builder.press('Add a part of the road');
  await page.getByRole('button', { name: /^Part of the road 1, Stops: / }).click();
  await expect(page.getByRole('button', { name: 'Add a stop (Part of the road 1)' })).toBeFocused();
});

test('lists answers about the site', async ({ builder, page }) => {
  await builder.open();
  await expect(page.getByText('Check these answers')).toHaveCount(0);
  await page.getByLabel('Address of the page').fill('practice');
  await page.getByLabel('Brand color').fill('greenish');
  await page.getByLabel('Font of the page').fill('2px Georgia');
  await page.getByLabel('Address of the files on your site').fill('havenkit');
  await expect(problem(page, 'Address of the page: Expected an address')).toBeVisible();
  await expect(problem(page, 'Brand color: Browsers do not know this color.')).toBeVisible();
  await expect(problem(page, 'Font of the page: Expected a size')).toBeVisible();
  await expect(problem(page, 'Address of the files on your site: Expected an address')).toBeVisible();
});

for (const [width, colorScheme, file] of [
  [320, 'light', ''],
  [390, 'dark', 'es.html'],
  [1100, 'dark', ''],
] as const)
  test(`fits and is accessible with problems at ${width} pixels, ${colorScheme}`, async ({ builder, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const meetings = { startTime: '18:30', scheduleTimezone: 'Mars' };
    const configurations = {
      'contact-card': { ...card, openingHours: 'Mo 09:00-12:00 13:00-17:00, We by appointment' },
      'signup-form': { hasCourseInstance: [{ name: 'A', startDate: '2037-02-16T18:30', courseSchedule: meetings }] },
    };
    await builder.open({ file: file + addressOf({ page: 'practice', brand: 'greenish', configurations }) });
    for (const widget of await page.locator('[name=widget]').all()) {
      await widget.check();
      await builder.unfold();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await findPageViolations(page)).toEqual([]);
    }
  });
