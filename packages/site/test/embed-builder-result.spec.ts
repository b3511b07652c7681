/** What a person takes away from the embed builder. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { chromium, expect } from '@playwright/test';
import { root, test } from './embed-builder.page.js';

test('says beside the button that a part was copied', async ({ builder, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: builder.origin });
  await builder.open();
  await builder.fillCard();
  const button = page.getByRole('button', { name: 'Copy: Snippet' });
  await button.click();
  await expect(page.locator('p', { has: button }).getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await builder.snippet.inputValue());
});

test('gives the steps and the parts for a Wix Custom Element', async ({ builder, page }) => {
  await builder.open();
  await builder.fillCard();
  await page.getByLabel('Your site builder').selectOption({ label: 'Wix, Custom Element' });
  await expect(page.getByRole('listitem').filter({ hasText: 'Open the page in the editor.' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Tag name' })).toHaveValue('haven-contact-card');
  const attributes = page.getByRole('table', { name: 'Attributes' });
  await expect(attributes.getByRole('row', { name: 'telephone +1-503-555-0142' })).toBeVisible();
  await expect(builder.snippet).toHaveCount(0);
  await expect(page.getByText('replace its old settings with the new ones')).toBeVisible();
  await expect(page.getByText('paste the script for the language')).toHaveCount(0);
  await page.getByLabel('Language of the widget').selectOption('es');
  await expect(page.getByRole('listitem').filter({ hasText: 'paste the script for the language' })).toBeVisible();
});

test('copies each value of a Wix Custom Element, and says so beside it', async ({ builder, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: builder.origin });
  await builder.open();
  await builder.fillCard();
  await page.getByLabel('Your site builder').selectOption({ label: 'Wix, Custom Element' });
  for (const [name, value] of [
    ['telephone', '+1-503-555-0142'],
    ['lang', 'en'],
  ] as const) {
    await builder.press(`Copy: ${name}`);
    await expect(page.getByRole('row', { name }).getByText('Copied.')).toBeVisible();
    await expect(page.getByText('Copied.')).toHaveCount(1);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(value);
  }
});

test('folds what only the server takes, and prints it', async ({ builder, page }) => {
  await builder.open();
  await builder.choose('Sign-up form');
  await page.getByLabel('Address of the page').fill('https://practice.example/');
  await builder.field('Name of the program').fill('Growing Secure');
  await builder.field(/^Endpoint/).fill('https://receiver.example/signups');
  const group = page.getByRole('group').filter({ hasText: 'For whoever runs the site' });
  const titles = ['Content Security Policy', 'Allowed origins', 'Data for search engines'];
  for (const title of titles) await expect(page.getByRole('heading', { name: title })).toBeHidden();
  await expect(group).not.toContainText('Paste all of it where the steps say.');
  await page.emulateMedia({ media: 'print' });
  for (const title of titles) await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.locator('pre', { hasText: 'ALLOWED_ORIGINS="https://practice.example"' })).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.getByText('For whoever runs the site').click();
  for (const title of titles) await expect(group.getByRole('textbox', { name: title })).toBeVisible();
});

test('refuses files that a page cannot load', async ({ builder, page }) => {
  await builder.open();
  await builder.fillCard();
  const field = page.getByLabel('Address of the files on your site');
  await field.fill('http://practice.example/havenkit/');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(/such as https:\/\/practice\.example\/havenkit\/\./);
  await expect(builder.snippet).toHaveValue(/cdn\.jsdelivr\.net/);
  await field.fill('http://localhost:8000/havenkit/');
  await expect(field).not.toHaveAttribute('aria-invalid', 'true');
  await expect(builder.snippet).toHaveValue(/localhost:8000\/havenkit\//);
});

test('offers no form that a builder does not take, and says why', async ({ builder, page }) => {
  await builder.open();
  await page.getByLabel('Your site builder').selectOption({ label: 'WordPress, author or contributor' });
  await expect(page.getByRole('radio', { name: /^Frame/ })).toHaveCount(0);
  await expect(page.getByText('WordPress removes frames when an author saves.')).toBeVisible();
});

test('asks for the address of the page when a link needs it, and for a whole address of the files', async ({
  builder,
  page,
}) => {
  await builder.open();
  await builder.fillCard();
  await builder.unfold();
  await builder.field('Website').fill('/about');
  await expect(page.getByText('Some of your links start with /.')).toBeVisible();
  await page.getByLabel('Address of the page').fill('practice.example');
  await expect(page.getByLabel('Address of the page')).toHaveAccessibleDescription(
    /^Expected an address that begins with https:/,
  );
  await page.getByLabel('Address of the page').fill('https://practice.example/');
  await expect(builder.snippet).toHaveValue(/practice\.example/);
  await page.getByLabel('Address of the files on your site').fill('havenkit');
  await expect(page.getByLabel('Address of the files on your site')).toHaveAttribute('aria-invalid', 'true');
  await expect(builder.snippet).toHaveValue(/cdn\.jsdelivr\.net/);
  await page.getByLabel('Address of the files on your site').fill('https://practice.example/havenkit');
  await expect(builder.snippet).toHaveValue(/src="https:\/\/practice\.example\/havenkit\/contact-card\.classic\.js"/);
});

test('says when a card has no crisis help', async ({ builder, page }) => {
  await builder.open();
  await builder.fillCard();
  await expect(page.getByText('This widget shows no crisis help.')).toHaveCount(0);
  await builder.field('Crisis help').selectOption('None');
  await builder.field('Why no crisis help is listed').fill('The page lists it.');
  await expect(page.getByText('This widget shows no crisis help.')).toBeVisible();
});

test('checks whether an address answers, but only on request', async ({ builder, page }) => {
  const asked: string[] = [];
  await page.route(/receiver\.example|nothing\.example/, (route) => {
    asked.push(`${route.request().method()} ${route.request().url()}`);
    return route.request().url().includes('receiver') ? route.fulfill({ status: 404 }) : route.abort();
  });
  await builder.open();
  await builder.choose('Sign-up form');
  await builder.field(/^Endpoint/).fill('https://receiver.example/signups');
  await expect(builder.snippet).toHaveCount(0);
  expect(asked).toEqual([]);
  await builder.press('Check that the address answers');
  await expect(page.getByText('A server answers.')).toBeVisible();
  await builder.field(/^Endpoint/).fill('https://nothing.example/');
  await expect(page.getByText('A server answers.')).toHaveCount(0);
  await builder.press('Check that the address answers');
  await expect(page.getByText('Nothing answers at this address.')).toBeVisible();
  expect(asked).toEqual(['GET https://receiver.example/signups', 'GET https://nothing.example/']);
});

test('prints a sheet with the steps, the whole code, and the facts, but no questions', async ({ builder, page }) => {
  await builder.open();
  await builder.choose('Sign-up form');
  await builder.field('Name of the program').fill('Growing Secure');
  await builder.field(/^Endpoint/).fill('https://receiver.example/signups');
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await builder.press('Print the sheet');
  await expect(page.locator('body')).toHaveAttribute('data-printed', '');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Your site builder')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Steps' })).toBeVisible();
  await expect(page.locator('pre', { hasText: '<haven-signup-form' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'Sends sign-ups to receiver.example' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open the answers' })).toBeVisible();
});

test('reserves the same room as the command that measures in a browser', async ({ builder, page }, testInfo) => {
  test.slow();
  const font = '16px monospace';
  const settings = { name: 'Riverbend', telephone: '+1-503-555-0142', openingHours: 'Mo-Th 09:00-17:30' };
  await builder.open({ measures: true });
  await page.getByLabel('Font of the page').fill(font);
  await builder.fillCard();
  await page.getByLabel('Monday').fill('09:00-17:30');
  await builder.press('Copy Monday’s hours to Tuesday through Friday');
  await page.getByLabel('Friday').fill('');
  await page.getByLabel('Friday').blur();
  await expect(page.getByText('Measuring the room')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('This code reserves no room yet.')).toBeVisible();
  await expect(page.getByText('Measuring the room')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expect(builder.snippet).toHaveValue(/--havenkit-room/, { timeout: 120_000 });
  await expect(page.getByText('Measuring the room')).toHaveCount(0);
  await expect(page.getByText('This code reserves no room yet.')).toHaveCount(0);
  const file = testInfo.outputPath('practice.json');
  writeFileSync(file, JSON.stringify(settings));
  const program = testInfo.project.use.launchOptions?.executablePath ?? chromium.executablePath();
  const options = ['--widget', 'contact-card', '--font', font, '--browser', program];
  const expected = execFileSync('node', ['packages/embed/bin/havenkit.mjs', 'snippet', file, ...options], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const rooms = (html: string): string[] => html.match(/min-width:[\d.]+em|room:[\d.]+em|pointer:coarse/g) ?? [];
  expect(rooms(expected).length).toBeGreaterThan(3);
  expect(rooms(await builder.snippet.inputValue())).toEqual(rooms(expected));
});
