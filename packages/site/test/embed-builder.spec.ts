import { parsePage } from '@havenkit/embed/builder';
import { notAsked } from '../src/embed-builder/not-asked.js';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findPageViolations } from '../../elements/test-support/page-accessibility.js';
import { startServer } from '../server.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

let site: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => {
  site = await startServer();
});
test.afterAll(() => site.close());

const snippet = (page: Page): Locator => page.getByRole('textbox', { name: 'Snippet', exact: true });
const choose = (page: Page, name: string): Promise<void> => page.getByRole('radio', { name, exact: true }).check();

/** Unfolds everything. */
const unfold = (page: Page): Promise<void> =>
  page.locator('details').evaluateAll((all) => all.forEach((each) => ((each as HTMLDetailsElement).open = true)));

async function read(page: Page, text: string): Promise<void> {
  await page.getByText('Start from your page, or edit a snippet').click();
  await page.getByLabel('Snippet or page source').fill(text);
  await page.getByRole('button', { name: 'Read it' }).click();
}

/** What `havenkit snippet` prints. */
const printed = (widget: string, file: string, ...options: string[]): string =>
  execFileSync('node', ['packages/embed/bin/havenkit.mjs', 'snippet', file, '--widget', widget, ...options], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();

test('makes a snippet from answers, shows the widget, and sends nothing', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`${site.origin}/build/`);
  await expect(page.getByText('There is no snippet yet.')).toBeVisible();
  await page.getByLabel('Name of the practice').fill('Riverbend & Sons');
  await page.getByLabel('Phone number').first().fill('+1-503-555-0142');
  await page.getByLabel('Brand color').fill('#7a3b69');
  await expect(snippet(page)).toHaveValue(/<haven-contact-card [^>]*name="Riverbend &amp; Sons"[^>]*brand="#7a3b69"/);
  await expect(snippet(page)).not.toHaveValue(/lit/i);
  await expect(page.frameLocator('iframe').getByRole('heading', { name: 'Riverbend & Sons' })).toBeVisible();
  for (const url of requests) expect(url.startsWith(`${site.origin}/build/`) || url.startsWith('data:')).toBe(true);
});

test('keeps the answers in its address, and undoes them', async ({ page }) => {
  await page.goto(`${site.origin}/build/`);
  const name = page.getByLabel('Name of the practice');
  await name.fill('Riverbend');
  await choose(page, 'Reflection prompt');
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Reflection prompt', exact: true })).toBeChecked();
  await choose(page, 'Contact card');
  await expect(name).toHaveValue('Riverbend');
  await name.fill('Riverside');
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.click();
  await expect(name).toHaveValue('Riverbend');
  await expect(page.getByText('Undone.')).toBeVisible();
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(name).toHaveValue('Riverside');
});

test('writes the hours of a week, with a lunch break', async ({ page }) => {
  await page.goto(`${site.origin}/build/`);
  await page.getByLabel('Name of the practice').fill('Riverbend');
  await page.getByLabel('Monday').fill('09:00-12:00, 13:00-17:30');
  await page.getByRole('button', { name: 'Copy Monday’s hours to Tuesday through Friday' }).click();
  await page.getByLabel('Saturday').fill('10:00-12:00');
  await page.getByLabel('Saturday').blur();
  await expect(snippet(page)).toHaveValue(/opening-hours="Mo-Fr 09:00-12:00 13:00-17:30, Sa 10:00-12:00"/);
  await page.reload();
  await expect(page.getByLabel('Thursday')).toHaveValue('09:00-12:00 13:00-17:30');
  await expect(page.getByLabel('Sunday')).toHaveValue('');
});

test('reports an answer that cannot be used', async ({ page }) => {
  await page.goto(`${site.origin}/build/`);
  await page.getByLabel('Name of the practice').fill('Riverbend');
  await page.getByLabel('Phone number').first().fill('call us');
  await expect(page.getByText('telephone: expected a telephone number')).toBeVisible();
  await page.getByLabel('Brand color').fill('sort of blue');
  await expect(page.getByText('Browsers do not know this color.')).toBeVisible();
});

/** HTML as what it means: a server and a browser write it in different ways. */
const meaning = (html: string): unknown =>
  parsePage(html).elements.map(({ name, attributes, children, text }) => ({
    name,
    attributes,
    children: children.length,
    text: text.replace(/\s+/g, ' ').trim(),
  }));

const files = 'https://practice.example/havenkit/';
const forms = { element: [], frame: ['--form', 'frame', '--files', files], html: ['--form', 'html'] } as const;

for (const [widget, title, file] of [
  ['contact-card', 'Contact card', 'practice.json'],
  ['circle-diagram', 'Circle diagram', 'circle.json'],
  ['signup-form', 'Sign-up form', 'program.json'],
  ['reflection-prompt', 'Reflection prompt', 'prompts.json'],
] as const)
  for (const form of ['element', 'frame', 'html'] as const)
    test(`reads ${widget} back, and prints its ${form} as the command does`, async ({ page }, testInfo) => {
      const configuration = JSON.parse(readFileSync(`${root}packages/site/pages/partner/${file}`, 'utf8')) as object;
      const complete = { ...configuration, ...(widget === 'signup-form' && { endpoint: 'https://receiver.example/' }) };
      const path = testInfo.outputPath('configuration.json');
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(complete));
      await page.goto(`${site.origin}/build/`);
      // Plain HTML has no settings to read.
      await read(page, printed(widget, path, ...(form === 'html' ? [] : forms[form])));
      await expect(page.getByText(`Read: ${title}.`)).toBeVisible();
      if (form === 'html') await page.getByRole('radio', { name: /^Plain HTML/ }).check();
      if (form === 'frame') await page.getByLabel('Address of the files on your site').fill(files);
      const [made, expected] = [await snippet(page).inputValue(), printed(widget, path, ...forms[form])];
      // The class counts the settings in their order.
      const withoutClass = (html: string): string => html.replaceAll(/havenkit-[\da-f]{8}/g, 'havenkit');
      if (form === 'frame') expect(addressIn(made)).toEqual(addressIn(expected));
      else expect(meaning(withoutClass(made))).toEqual(meaning(withoutClass(expected)));
    });

/** The configuration in the address of a frame. */
const addressIn = (html: string): unknown =>
  JSON.parse(decodeURIComponent(/frame\.html#([^"]+)/.exec(html)?.[1] ?? '""'));

test('starts from a page: its JSON-LD, or its links and title', async ({ page }) => {
  await page.goto(`${site.origin}/build/`);
  const hours = [
    { dayOfWeek: ['Monday', 'Tuesday'], opens: '09:00', closes: '12:00' },
    { dayOfWeek: ['Monday', 'Tuesday'], opens: '13:00', closes: '17:00' },
    { dayOfWeek: 'Friday', opens: '09:00', closes: '13:00' },
  ].map((each) => ({ '@type': 'OpeningHoursSpecification', ...each }));
  const practice = {
    '@type': 'MedicalBusiness',
    name: 'Riverbend',
    telephone: '503-555-0142',
    openingHoursSpecification: hours,
  };
  const graph = { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite', name: 'Blog' }, practice] };
  await read(
    page,
    `<!doctype html><title>Home – Riverbend</title><script type="application/ld+json">${JSON.stringify(graph)}</script>
<body><a href="mailto:hello@practice.example?subject=Hi">Write</a><a href="tel:+15035550199">Call</a>`,
  );
  await expect(page.getByText('Found on your page: name of the practice, phone number, email address')).toBeVisible();
  await expect(page.getByLabel('Name of the practice')).toHaveValue('Riverbend');
  await expect(page.getByLabel('Phone number').first()).toHaveValue('503-555-0142');
  await expect(page.getByLabel('Email address').first()).toHaveValue('hello@practice.example');
  await expect(page.getByLabel('Tuesday')).toHaveValue('09:00-12:00 13:00-17:00');
  await expect(page.getByLabel('Wednesday')).toHaveValue('');
  await expect(snippet(page)).toHaveValue(/opening-hours="Mo-Tu 09:00-12:00 13:00-17:00, Fr 09:00-13:00"/);
});

test('says when a text has no widget, and keeps the text', async ({ page }) => {
  await page.goto(`${site.origin}/build/`);
  await read(page, '<p>Riverbend</p>');
  await expect(page.getByText('We found no widget and no contact details.')).toBeVisible();
  await expect(page.getByLabel('Snippet or page source')).toHaveValue('<p>Riverbend</p>');
});

test('works when it is opened from a file', async ({ page }) => {
  await page.goto(pathToFileURL(`${root}packages/site/dist/build/index.html`).href);
  await page.getByLabel('Name of the practice').fill('Riverbend');
  await expect(page.frameLocator('iframe').getByRole('heading', { name: 'Riverbend' })).toBeVisible();
});

test('prints a snippet that is Spanish throughout, as the command does', async ({ page }) => {
  await page.goto(`${site.origin}/build/es.html`);
  await page.getByLabel('Nombre del consultorio').fill('Riverbend');
  await page.getByLabel('Número de teléfono').first().fill('+1-503-555-0142');
  const code = page.getByRole('textbox', { name: 'Código', exact: true });
  await expect(code).toHaveValue(/<div lang="es">[^]*Si necesita ayuda ahora mismo/);
  await expect(code).not.toHaveValue(/If you need help/);
});

test('says beside the button that a part was copied', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
  await page.goto(`${site.origin}/build/`);
  await page.getByLabel('Name of the practice').fill('Riverbend');
  await page.getByLabel('Phone number').first().fill('+1-503-555-0142');
  const button = page.getByRole('button', { name: 'Copy: Snippet' });
  await button.click();
  await expect(page.locator('p', { has: button }).getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await snippet(page).inputValue());
});

test('gives the steps and the parts for a Wix Custom Element', async ({ page }) => {
  await page.goto(`${site.origin}/build/`);
  await page.getByLabel('Name of the practice').fill('Riverbend');
  await page.getByLabel('Phone number').first().fill('+1-503-555-0142');
  await page.getByLabel('Your site builder').selectOption({ label: 'Wix, Custom Element' });
  await expect(page.getByRole('listitem').filter({ hasText: 'Open the page in the editor.' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Tag name' })).toHaveValue('haven-contact-card');
  const attributes = page.getByRole('table', { name: 'Attributes' });
  await expect(attributes.getByRole('row', { name: 'telephone +1-503-555-0142' })).toBeVisible();
  await expect(snippet(page)).toHaveCount(0);
});

test('offers no form that a builder does not take, and says why', async ({ page }) => {
  await page.goto(`${site.origin}/build/`);
  await page.getByLabel('Your site builder').selectOption({ label: 'WordPress, author or contributor' });
  await expect(page.getByRole('radio', { name: /^Frame/ })).toHaveCount(0);
  await expect(page.getByText('WordPress removes frames when an author saves.')).toBeVisible();
});

test('asks in Spanish, keeps the answers when the language changes, and has no word in English', async ({ page }) => {
  await page.goto(`${site.origin}/build/`);
  const name = 'Consultorio';
  await page.getByLabel('Name of the practice').fill(name);
  const english: string[] = [];
  const texts = page.locator('embed-builder').locator('h1, h2, legend, label, button, .hint, option, summary');
  const collect = async (target: string[]): Promise<void> => {
    for (const widget of await page.getByRole('radio').and(page.locator('[name=widget]')).all()) {
      await widget.check();
      await unfold(page);
      for (const button of await page.locator('fieldset > p > button:not(.quiet)').all()) await button.click();
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
    /^(?:Example|Ejemplo|Formspree|Netlify Forms|Basin|Web3Forms|Formspark|Google Forms|HubSpot|Squarespace|Webflow|Shopify|Framer|GoDaddy|Weebly|Google Sites|Wix \(Velo\)|Contact Form 7.*|Id|[\d.]*)$/;
  expect([...new Set(spanish)].filter((text) => english.includes(text) && !same.test(text))).toEqual([]);
});

for (const [width, colorScheme] of [
  [320, 'light'],
  [1100, 'dark'],
] as const)
  test(`fits and is accessible at ${width} pixels, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.goto(`${site.origin}/build/`);
    for (const title of ['Sign-up form', 'Circle diagram', 'Reflection prompt', 'Contact card']) {
      await choose(page, title);
      await unfold(page);
      for (const button of await page.getByRole('button', { name: /^Add to/ }).all()) await button.click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await findPageViolations(page)).toEqual([]);
    }
  });

test('names every allowed value in words, and asks for every setting or gives the reason', async ({ page }) => {
  const schemas = JSON.parse(readFileSync(`${root}packages/elements/dist/schemas.json`, 'utf8')) as Record<
    string,
    { title: string; properties: Record<string, { title: string }> }
  >;
  await page.goto(`${site.origin}/build/`);
  for (const { title, properties } of Object.values(schemas)) {
    await choose(page, title);
    for (const [key, setting] of Object.entries(properties))
      if (!/^[@$]/.test(key) && !(key in notAsked))
        await expect(page.locator('.answers').getByText(setting.title).first(), `${title}: ${key}`).toBeAttached();
    for (const option of await page.locator('.answers section:last-child option').allTextContents())
      expect(option).toMatch(/^[A-Z\d]/);
  }
});
