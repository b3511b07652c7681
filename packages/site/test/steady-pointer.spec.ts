/** A click on the page that makes snippets counts, also when it is what leaves a field with a mistake. */
import { expect } from '@playwright/test';
import { test } from './embed-builder.page.js';

test('a button that a message pushes down is clicked all the same', async ({ builder, page }) => {
  await builder.open();
  await builder.fillCard();
  const friday = page.getByLabel('Friday');
  await friday.fill('by appointment');
  const button = page.getByRole('button', { name: 'Add a special day' });
  await button.scrollIntoViewIfNeeded();
  await button.hover();
  await page.mouse.down();
  const before = await button.boundingBox();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
  expect(await button.boundingBox()).toEqual(before);
  await page.mouse.up();
  await expect(page.getByRole('group', { name: 'Special day 1', exact: true })).toBeVisible();
  await expect(friday).toHaveAttribute('aria-invalid', 'true');
});
