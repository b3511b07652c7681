/** The loader loads what a page uses, when it is near. */
import { globSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { LanguagesScript } from '../src/loader/languages.js';
import { trustedTypes } from '../src/policies.js';
import { languages } from '../src/widgets.js';
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
    await expect(page.locator('#card > haven-contact-card')).toHaveAttribute('opening-hours', 'Mo 09:00-17:00');
  });

test('loads one file where a page uses several widgets, and the strings of its language before it', async ({
  page,
}) => {
  const { requested } = await serve(page, { '/': pageWith(card + prompt + script, 'es-MX') });
  await page.goto(home);
  await expect(page.getByRole('button', { name: 'Guardar contacto' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Listo' })).toBeVisible();
  expect(scripts(requested)).toEqual(['languages.js', 'locales/es.js', 'haven.js']);
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

test('leaves a placeholder to the framework that made it', async ({ page }) => {
  const { problems } = await serve(page, { '/': pageWith(`<main>${placeholder}</main>${script}`) });
  await page.goto(home);
  const card = page.locator('#card');
  await expect(card.getByRole('heading', { name: 'Riverbend' })).toBeVisible();
  expect(await card.evaluate(({ children, id }) => [children.length, children[0]?.id, id])).toEqual([1, '', 'card']);
  // A framework removes what it made, and makes it anew.
  await card.evaluate((element) => element.parentNode?.removeChild(element));
  await page.locator('main').evaluate((main, html) => main.insertAdjacentHTML('beforeend', html), placeholder);
  await expect(page.getByRole('heading', { name: 'Riverbend' })).toHaveCount(1);
  // Or it puts back what was in it.
  await card.evaluate((element) => element.replaceChildren('Call us'));
  await expect(page.getByRole('heading', { name: 'Riverbend' })).toBeVisible();
  expect(problems).toEqual([]);
});

test('looks for widgets once for all changes of a task', async ({ page }) => {
  await serve(page, { '/': pageWith(`${card}<main></main>${script}`) });
  await page.goto(home);
  await expect(page.getByRole('heading', { name: 'Riverbend' })).toBeVisible();
  const queries = await page.evaluate(async () => {
    let count = 0;
    const counting = (selector: string): NodeListOf<Element> => {
      if (selector === 'haven-contact-card') count++;
      return document.documentElement.querySelectorAll(selector);
    };
    Object.assign(document, { querySelectorAll: counting });
    for (let time = 0; time < 100; time++)
      document.querySelector('main')?.append(`${time}`, document.createElement('i'));
    await new Promise(requestAnimationFrame);
    return count;
  });
  expect(queries).toBe(1);
});

test('says only once beside a widget that its file did not load', async ({ page }) => {
  await serve(page, { '/': pageWith(card + script) }, { broken: ['contact-card.js'] });
  await page.goto(home);
  await expect(page.getByText('This part did not load.')).toBeVisible();
  for (const lang of ['es', 'fr', 'en']) {
    const answer = page.waitForEvent('requestfailed', (request) => request.url().includes('contact-card.js'));
    await page.evaluate((lang) => (document.documentElement.lang = lang), lang);
    await answer;
  }
  await expect(page.locator('haven-contact-card')).toHaveText(/^Call us\s*This part did not load\.$/);
});

test('says in words that a file did not load, and keeps the fallback content', async ({ page }) => {
  for (const [lang, words] of [
    ['en', 'This part did not load.'],
    ['es', 'Esta parte no se cargó.'],
    ['eo', 'This part did not load.'],
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

test('loads the strings of a language that the page changes to, or that swapped content is in', async ({ page }) => {
  const { requested, problems } = await serve(page, { '/': pageWith(`<main>${card}</main>${script}`) });
  await page.goto(home);
  await expect(page.getByRole('button', { name: 'Save contact' })).toBeVisible();
  expect(scripts(requested)).toEqual(['contact-card.js']);
  await page.evaluate(() => (document.documentElement.lang = 'ES-mx'));
  await expect(page.getByRole('button', { name: 'Guardar contacto' })).toBeVisible();
  await page.evaluate(() => (document.documentElement.lang = 'en'));
  await page.locator('main').evaluate((main, html) => {
    main.innerHTML = html;
  }, `<div lang="es">${card}</div>`);
  await expect(page.getByRole('button', { name: 'Guardar contacto' })).toBeVisible();
  expect(scripts(requested)).toEqual(['contact-card.js', 'languages.js', 'locales/es/contact-card.js']);
  expect(problems).toEqual([]);
});

test.describe('in a Spanish browser', () => {
  test.use({ locale: 'es-US' });

  test('a page without a language is in Spanish', async ({ page }) => {
    for (const lang of ['', 'ES']) {
      const { requested } = await serve(page, { '/': pageWith(`<div lang="">${card}</div>${script}`, lang) });
      await page.goto(home);
      await expect(page.getByRole('button', { name: 'Guardar contacto' })).toBeVisible();
      expect(scripts(requested)).toEqual(['languages.js', 'locales/es/contact-card.js', 'contact-card.js']);
    }
  });
});

test('starts a widget in English when its strings do not load, or there are none', async ({ page }) => {
  for (const [lang, broken] of [
    ['es', ['locales/es/contact-card.js']],
    ['es', ['languages.js']],
    ['eo', []],
  ] as const) {
    await serve(page, { '/': pageWith(card + script, lang) }, { broken });
    await page.goto(home);
    await expect(page.getByRole('button', { name: 'Save contact' })).toBeVisible();
  }
});

test('knows the languages and their failures', async ({ page }) => {
  await serve(page, { '/': pageWith(card + script, 'es') });
  await page.goto(home);
  await expect(page.getByRole('button', { name: 'Guardar contacto' })).toBeVisible();
  const known = await page.evaluate(
    () => document.querySelector<LanguagesScript>('script[src$="/languages.js"]')!.languages!,
  );
  const names = globSync('packages/embed/dist/locales/**/*.js').map((path) => path.replace(/^.*dist\/|\.js$/g, ''));
  expect(Object.keys(known.hashes).sort()).toEqual(names.sort());
  expect(Object.keys(known.failures).sort()).toEqual([...languages].sort());
});

test('tries a file again that did not load, for the next widget that the page gets', async ({ page }) => {
  const broken = ['contact-card.js'];
  await serve(page, { '/': pageWith(`${card}<main></main>${script}`) }, { broken });
  await page.goto(home);
  await expect(page.getByText('This part did not load.')).toBeVisible();
  broken.pop();
  await page.locator('main').evaluate((main, html) => {
    main.innerHTML = html;
  }, card);
  await expect(page.getByRole('heading', { name: 'Riverbend' })).toHaveCount(2);
  await expect(page.getByText('Call us').filter({ visible: true })).toHaveCount(0);
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
    <div data-haven="contact-card" onclick="void 'stays on the placeholder'" data-onfocus="document.title = 'focus'"
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

for (const [what, policy] of Object.entries({
  'its own name': "trusted-types 'none'; script-src https://widgets.example",
  'scripts without a nonce': "script-src 'nonce-r4nd0m'",
}))
  test(`works where the page does not allow ${what}`, async ({ page }) => {
    for (const tag of [script, classic]) {
      const content = card + tag.replace('<script', '<script nonce="r4nd0m"');
      const headers = { 'content-security-policy': policy };
      await serve(page, { '/': pageWith(content) }, { headers });
      await page.goto(home);
      await expect.poll(() => page.evaluate(() => !!customElements.get('haven-contact-card'))).toBe(true);
    }
  });
