/** The embed builder in both languages, and for everybody. */
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { findPageViolations } from '../../elements/test-support/page-accessibility.js';
import { receivers } from '../src/embed-builder/questions/receivers.js';
import { notAsked } from '../src/embed-builder/questions/not-asked.js';
import { root, test } from './embed-builder.page.js';

test('prints a snippet that is Spanish throughout, as the command does', async ({ builder, page }) => {
  await builder.open({ file: 'es.html' });
  await page.getByLabel('Nombre del consultorio').fill('Riverbend');
  await page.getByLabel('Número de teléfono').first().fill('+1-503-555-0142');
  const code = page.getByRole('textbox', { name: 'Código', exact: true });
  await expect(code).toHaveValue(/<div lang="es">[^]*Si necesita ayuda ahora mismo/);
  await expect(code).not.toHaveValue(/If you need help/);
});

test('asks in Spanish, keeps the answers when the language changes, and has no word in English', async ({
  builder,
  page,
}) => {
  await builder.open();
  const name = 'Consultorio';
  await page.getByLabel('Name of the practice').fill(name);
  const english: string[] = [];
  const texts = page
    .locator('embed-builder')
    .locator('h1, h2, h3, legend, label, button, .hint, select option, summary, li, p, th');
  const collect = async (target: string[]): Promise<void> => {
    for (const widget of await page.getByRole('radio').and(page.locator('[name=widget]')).all()) {
      await widget.check();
      await builder.unfold();
      for (const button of await page.locator('button.add').all()) await button.click();
      target.push(...(await texts.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim()));
    }
  };
  await collect(english);
  await page.getByRole('link', { name: 'Español' }).click();
  await expect(page.getByRole('heading', { name: 'Ponga un widget en su página' })).toBeVisible();
  await page.getByRole('radio', { name: 'Tarjeta de contacto' }).check();
  await expect(page.getByLabel('Nombre del consultorio')).toHaveValue(name);
  const spanish: string[] = [];
  await collect(spanish);
  // Names and numbers are the same in both languages.
  const same =
    /^(?:Example|Ejemplo|Formspree|Netlify Forms|Basin|Web3Forms|Formspark|Google Forms|HubSpot|Squarespace|Webflow|Shopify|Ghost|Framer|GoDaddy|Weebly|Google Sites|Wix \(Velo\)|Contact Form 7.*|English|Content Security Policy|[\d.]*)$/;
  expect([...new Set(spanish)].filter((text) => english.includes(text) && !same.test(text))).toEqual([]);
});

test('fits at 320 pixels with text of twice the size', async ({ builder, page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await builder.open();
  await builder.fillCard();
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('html { font-size: 200% }');
    document.adoptedStyleSheets = [sheet];
  });
  await builder.unfold();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

for (const [width, colorScheme] of [
  [320, 'light'],
  [1100, 'dark'],
] as const)
  test(`fits and is accessible at ${width} pixels, ${colorScheme}`, async ({ builder, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await builder.open();
    for (const title of ['Sign-up form', 'Circle diagram', 'Reflection prompt', 'Contact card']) {
      await builder.choose(title);
      await builder.unfold();
      for (const button of await page.getByRole('button', { name: /^Add a/ }).all()) await button.click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await findPageViolations(page)).toEqual([]);
    }
  });

test('names every allowed value in words, and asks for every setting or gives the reason', async ({
  builder,
  page,
}) => {
  const schemas = JSON.parse(readFileSync(`${root}packages/elements/dist/schemas.json`, 'utf8')) as Record<
    string,
    { title: string; properties: Record<string, { title: string }> }
  >;
  await builder.open();
  for (const { title, properties } of Object.values(schemas)) {
    await builder.choose(title);
    // Without crisis help, there is a question about the reason.
    if ('crisisReason' in properties) await builder.field('Crisis help').selectOption('None');
    for (const [key, setting] of Object.entries(properties))
      if (!/^[@$]/.test(key) && !(key in notAsked))
        await expect(page.locator('.answers').getByText(setting.title).first(), `${title}: ${key}`).toBeAttached();
    for (const option of await page.locator('.answers section:last-child option').allTextContents())
      expect(option).toMatch(/^[A-Z\d]/);
  }
});

test('says about every kind of endpoint who gets to know what families write', async ({ builder, page }) => {
  await builder.open();
  await builder.choose('Sign-up form');
  const kind = builder.field('Kind of endpoint');
  const values = await kind
    .locator('option')
    .evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value));
  // Without an answer, it is Havenkit's receiver.
  expect(Object.keys(receivers).sort()).toEqual(values.map((value) => value || 'json').sort());
  for (const value of values) {
    await kind.selectOption(value);
    await expect(page.getByText(/^Privacy: /)).toBeVisible();
  }
  await kind.selectOption('Google Forms');
  await expect(page.getByText('The form cannot see whether a sign-up arrived')).toBeVisible();
});
