/** The loader loads what a page uses, when it is near. */
import { expect, test } from '@playwright/test';
import { trustedTypes } from '../src/policies.js';
import { files, home, pageWith, serve } from './embedded.page.js';

const script = `<script type="module" src="${files}loader.js"></script>`;
const classic = `<script defer src="${files}loader.classic.js"></script>`;
const card = '<haven-contact-card name="Riverbend" telephone="+1-503-555-0142"><p>Call us</p></haven-contact-card>';
const placeholder = `<div id="card" data-haven="contact-card" data-name="Riverbend" data-telephone="+1-503-555-0142" data-opening-hours="Mo 09:00-17:00">
  <p>Call us</p></div>`;
const prompt = '<haven-reflection-prompt><p>What went well?</p></haven-reflection-prompt>';
const far = '<div style="height: 4000px"></div>';
const scripts = (requested: readonly string[]): string[] =>
  requested.filter((path) => path.startsWith('/havenkit/') && !path.includes('loader')).map((path) => path.slice(10));

for (const [kind, tag] of Object.entries({ module: script, classic }))
  test(`loads the one widget of a page, from a tag or a placeholder, as a ${kind} script`, async ({ page }) => {
    for (const content of [card, placeholder]) {
      const { requested, problems } = await serve(page, { '/': pageWith(content + tag) });
      await page.goto(home);
      await expect(page.getByRole('heading', { name: 'Riverbend' })).toBeVisible();
      await expect(page.getByText('Call us')).toBeHidden();
      expect(scripts(requested)).toEqual(['contact-card.js']);
      expect(problems).toEqual([]);
    }
    await expect(page.locator('haven-contact-card#card')).toHaveAttribute('opening-hours', 'Mo 09:00-17:00');
  });

test('loads one file where a page uses several widgets, and the strings of its language before it', async ({
  page,
}) => {
  const { requested } = await serve(page, { '/': pageWith(card + prompt + script, 'es-MX') });
  await page.goto(home);
  await expect(page.getByRole('button', { name: 'Guardar contacto' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Listo' })).toBeVisible();
  expect(scripts(requested)).toEqual(['locales/es.js', 'haven.js']);
});

test('loads nothing before a widget comes near the viewport', async ({ page }) => {
  const { requested } = await serve(page, { '/': pageWith(far + card + script) });
  await page.goto(home);
  await page.waitForLoadState('networkidle');
  expect(scripts(requested)).toEqual([]);
  await page.getByText('Call us').scrollIntoViewIfNeeded();
  await expect(page.getByRole('heading', { name: 'Riverbend' })).toBeVisible();
  expect(scripts(requested)).toEqual(['contact-card.js']);
});

test('follows a page that swaps its content, and loads no file twice', async ({ page }) => {
  const { requested, problems } = await serve(page, { '/': pageWith(`<main></main>${script}${script}${classic}`) });
  await page.goto(home);
  for (const content of [card, placeholder, prompt, card]) {
    await page.locator('main').evaluate((main, html) => {
      main.innerHTML = html;
    }, content);
    const widget = content === prompt ? 'reflection-prompt' : 'contact-card';
    await expect(page.locator(`haven-${widget}`).getByRole('heading').first()).toBeVisible();
  }
  expect(scripts(requested)).toEqual(['contact-card.js', 'reflection-prompt.js']);
  expect(problems).toEqual([]);
});

test('says in words that a file did not load, and keeps the fallback content', async ({ page }) => {
  for (const [lang, words] of [
    ['en', 'This part did not load.'],
    ['es', 'Esta parte no se cargó.'],
    ['de', 'This part did not load.'],
  ] as const) {
    await serve(page, { '/': pageWith(card + script, lang) }, { broken: ['contact-card.js'] });
    await page.addInitScript(() => {
      const seen = ((window as unknown as { codes: string[] }).codes = [] as string[]);
      addEventListener('haven-error', ({ detail }: CustomEventInit) => seen.push((detail as { code: string }).code));
    });
    await page.goto(home);
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByText('Call us')).toBeVisible();
    expect(await page.evaluate(() => (window as unknown as { codes: string[] }).codes)).toEqual(['load-failed']);
  }
});

test('refuses a file of another version', async ({ page }) => {
  await serve(page, { '/': pageWith(card + script) });
  await page.context().route(`${files}contact-card.js`, (route) =>
    route.fulfill({
      body: 'document.title = "changed"',
      contentType: 'text/javascript',
      headers: { 'access-control-allow-origin': '*' },
    }),
  );
  await page.goto(home);
  await expect(page.getByText('This part did not load.')).toBeVisible();
  await expect(page).toHaveTitle('Practice');
});

test('takes no handler, style or unknown widget from a placeholder', async ({ page }) => {
  const hostile = `<div data-haven="contact card"></div><div data-haven="contact-crad"><p>Misspelled</p></div>
    <div data-haven="contact-card" onclick="document.title = 'own'" data-onfocus="document.title = 'focus'"
      data-onclick="document.title = 'click'" data-autofocus data-tabindex="0" data-style="color: red" data-@x="1" data-1x="2"
      data-name="First" data-telephone="555"></div>`;
  const { problems } = await serve(page, { '/': pageWith(hostile + placeholder + script) });
  await page.goto(home);
  const first = page.locator('haven-contact-card').first();
  await expect(page.getByRole('heading', { name: 'Riverbend' })).toBeVisible();
  await expect(page.getByText('Misspelled')).toBeVisible();
  await first.focus();
  await first.getByRole('heading', { name: 'First' }).click();
  await expect(page).toHaveTitle('Practice');
  expect(await first.evaluate(({ attributes }) => [...attributes].map(({ name }) => name).sort())).toEqual([
    'autofocus',
    'name',
    'tabindex',
    'telephone',
  ]);
  expect(problems).toEqual([]);
});

test('works under a strict policy with Trusted Types', async ({ page }) => {
  const policy = [
    "default-src 'none'",
    'script-src https://widgets.example',
    'img-src data:',
    "require-trusted-types-for 'script'",
    trustedTypes({ 'contact-card.js': 0, 'loader.js': 0 }),
  ].join('; ');
  const { problems } = await serve(
    page,
    { '/': pageWith(placeholder + classic) },
    { headers: { 'content-security-policy': policy } },
  );
  await page.goto(home);
  await expect(page.getByRole('heading', { name: 'Riverbend' })).toBeVisible();
  expect(problems).toEqual([]);
});
