/** The list of answers that the embed builder asks to check. */
import { expect, type Locator, type Page } from '@playwright/test';
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
  // It has no question.
  await expect(problem(page, /^shoe: unknown/)).toHaveAttribute('lang', 'en');
  await expect(problem(page, 'validFrom')).toHaveCount(0);
});

test('names answers by their questions in Spanish', async ({ builder, page }) => {
  await builder.open({
    file: `es.html${addressOf({ widget: 'contact-card', configurations: { 'contact-card': card } })}`,
  });
  await expect(problem(page, /^Día especial 1, /)).toBeVisible();
});

test('names the plain questions about meetings', async ({ builder, page }) => {
  await builder.open();
  await builder.choose('Sign-up form');
  await builder.field('Name').first().fill('Group');
  await builder.press('Add a session');
  await page.getByLabel('Day of the first meeting').fill('2026-09-14');
  await page.getByLabel('From', { exact: true }).fill('17:30');
  await page.getByLabel('To', { exact: true }).fill('19:00');
  await page.getByLabel('Time zone').fill('Mars');
  await expect(problem(page, /^Session 1, Time zone: /)).toBeVisible();
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
