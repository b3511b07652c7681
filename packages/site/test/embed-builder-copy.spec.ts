/** The buttons of the embed builder that copy. */
import { expect } from '@playwright/test';
import { test } from './embed-builder.page.js';

for (const width of [320, 390, 1100])
  test(`keeps the words on a button beside a value together, at ${width} px`, async ({ builder, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await builder.open();
    await builder.fillCard();
    await page.getByLabel('Your site builder').selectOption({ label: 'Wix, Custom Element' });
    await builder.field('Monday').fill('9-12 1-5');
    const buttons = page.getByRole('table', { name: 'Attributes' }).getByRole('button');
    await expect(buttons.first()).toBeVisible();
    for (const button of await buttons.all()) {
      const lines = await button.evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return new Set([...range.getClientRects()].map(({ top }) => top)).size;
      });
      expect(lines).toBe(1);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

test('copies the bookmark that finds what is wrong', async ({ builder, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: builder.origin });
  await builder.open();
  await builder.fillCard();
  await page.getByText('If the widget does not appear').click();
  await builder.press('Copy: Bookmark');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^javascript:/);
});

for (const { file, name, words, title } of [
  { file: '', name: 'Copy: Snippet', words: 'Answers to check: 2', title: 'Check these answers' },
  { file: 'es.html', name: 'Copiar: Código', words: 'Respuestas por revisar: 2', title: 'Revise estas respuestas' },
])
  test(`says beside the button that answers are to be checked, and copies all the same: ${words}`, async ({
    builder,
    page,
  }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: builder.origin });
    const configurations = { 'contact-card': { name: 'A', telephone: '+1-503-555-0142', email: 'a' } };
    const fragment = encodeURIComponent(JSON.stringify({ brand: 'greenish', configurations }));
    await builder.open({ file: `${file}#${fragment}` });
    const copy = page.getByRole('button', { name });
    const link = page.getByRole('button', { name: words });
    await copy.scrollIntoViewIfNeeded();
    await expect(link).toBeInViewport();
    await expect(copy).toHaveAccessibleDescription(words);
    await copy.click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('<haven-contact-card');
    await link.click();
    const heading = page.getByRole('heading', { name: title });
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport();
    for (const field of ['#site-brand', '#answer-email']) await page.locator(field).fill('');
    await expect(link).toHaveCount(0);
    await expect(copy).not.toHaveAccessibleDescription(/./);
  });
