/** Widgets that are defined while the page is still being parsed report nothing that only seems to be missing. */
import { expect, test, type Page } from '@playwright/test';

/** Writes the parts of a page one by one, and waits for a frame after each. */
async function writeParts(page: Page, parts: readonly string[]): Promise<void> {
  for (const part of parts)
    await page.evaluate((html) => {
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- it feeds the parser part by part
      document.write(html);
      return new Promise((resolve) => requestAnimationFrame(resolve));
    }, part);
}

/** Starts a page that loads the widgets in its head, and lists every `haven-error` that they dispatch. */
async function startPage(page: Page): Promise<{ errors: () => Promise<string[]>; warnings: string[] }> {
  const warnings: string[] = [];
  page.on('console', (message) => warnings.push(message.text()));
  await page.route('https://practice.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Practice</title>' }),
  );
  await page.route('https://practice.example/haven.js', (route) =>
    route.fulfill({ path: 'packages/embed/dist/haven.classic.js' }),
  );
  await page.goto('https://practice.example/');
  await page.evaluate(() => {
    document.open();
    window.addEventListener('haven-error', ({ detail }) => {
      ((window as unknown as { errors?: string[] }).errors ??= []).push(detail.message);
    });
  });
  await writeParts(page, [
    '<!doctype html><html lang="en"><title>Practice</title><script src="https://practice.example/haven.js"></script>',
  ]);
  await page.waitForFunction(() => 'customElements' in window && customElements.get('haven-contact-card'));
  return { errors: () => page.evaluate(() => (window as unknown as { errors?: string[] }).errors ?? []), warnings };
}

const json = '{"name": "Riverbend Family Center", "telephone": "+1-503-555-0142"}';

test('a configuration that is parsed after the tag is waited for', async ({ page }) => {
  const { errors, warnings } = await startPage(page);
  await writeParts(page, [
    '<body><haven-contact-card>Call us',
    `<script type="application/json">${json.slice(0, 30)}`,
    `${json.slice(30)}</script></haven-contact-card><p>More</p>`,
  ]);
  const card = page.locator('haven-contact-card');
  await expect(card.getByRole('heading', { level: 2 })).toHaveText('Riverbend Family Center');
  await page.evaluate(() => document.close());
  expect(await errors()).toEqual([]);
  expect(warnings).toEqual([]);
});

test('JSON-LD at the end of the page is waited for, also by a card that lacks nothing', async ({ page }) => {
  const { errors, warnings } = await startPage(page);
  await writeParts(page, [
    `<body><haven-contact-card source="page">Call us</haven-contact-card>
    <haven-contact-card source="page" name="Front desk" telephone="+1-503-555-0199"></haven-contact-card><p>More</p>`,
    `<script type="application/ld+json">{"@type": "LocalBusiness", "email": "hello@riverbend.example", ${json.slice(1)}</script>`,
  ]);
  await page.evaluate(() => document.close());
  const [first, second] = [page.locator('haven-contact-card').first(), page.locator('haven-contact-card').last()];
  await expect(first.getByRole('heading', { level: 2 })).toHaveText('Riverbend Family Center');
  await expect(second.getByRole('heading', { level: 2 })).toHaveText('Front desk');
  await expect(second.getByText('hello@riverbend.example')).toBeVisible();
  expect(await errors()).toEqual([]);
  expect(warnings).toEqual([]);
});

test('what is missing at the end of the page is reported', async ({ page }) => {
  const { errors } = await startPage(page);
  await writeParts(page, ['<body><haven-contact-card>Call us</haven-contact-card><p>More</p>']);
  await expect(page.getByText('Call us')).toBeVisible();
  expect(await errors()).toEqual([]);
  await page.evaluate(() => document.close());
  await expect.poll(errors).toEqual([expect.stringContaining('name')]);
  await expect(page.locator('haven-contact-card [part=problem]')).toBeVisible();
});
