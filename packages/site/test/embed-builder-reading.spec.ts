/** What the embed builder reads from a pasted snippet or page. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parsePage } from '@havenkit/embed/snippets';
import { expect } from '@playwright/test';
import { root, test } from './embed-builder.page.js';

/** What `havenkit snippet` prints. */
const printed = (widget: string, file: string, ...options: string[]): string =>
  execFileSync('node', ['packages/embed/bin/havenkit.mjs', 'snippet', file, '--widget', widget, ...options], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();

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
    test(`reads ${widget} back, and prints its ${form} as the command does`, async ({ builder, page }, testInfo) => {
      const configuration = JSON.parse(readFileSync(`${root}packages/site/pages/partner/${file}`, 'utf8')) as object;
      const complete = { ...configuration, ...(widget === 'signup-form' && { endpoint: 'https://receiver.example/' }) };
      const path = testInfo.outputPath('configuration.json');
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(complete));
      await builder.open();
      // Plain HTML has no settings to read.
      await builder.read(printed(widget, path, ...(form === 'html' ? [] : forms[form])));
      await expect(page.getByText(`Loaded: ${title}.`)).toBeVisible();
      if (form === 'html') await page.getByRole('radio', { name: /^Plain HTML/ }).check();
      const [made, expected] = [await builder.snippet.inputValue(), printed(widget, path, ...forms[form])];
      // The class counts the settings in their order.
      const withoutClass = (html: string): string => html.replaceAll(/havenkit-[\da-f]{8}/g, 'havenkit');
      if (form === 'frame') expect(addressIn(made)).toEqual(addressIn(expected));
      else expect(meaning(withoutClass(made))).toEqual(meaning(withoutClass(expected)));
    });

/** The configuration in the address of a frame. */
const addressIn = (html: string): unknown =>
  JSON.parse(decodeURIComponent(/frame\.html#([^"]+)/.exec(html)?.[1] ?? '""'));

test('starts from a page: its JSON-LD, or its links and title', async ({ builder, page }) => {
  await builder.open();
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
  await builder.read(
    `<!doctype html><title>Home – Riverbend</title><script type="application/ld+json">${JSON.stringify(graph)}</script>
<body><a href="mailto:hello@practice.example?subject=Hi">Write</a><a href="tel:+15035550199">Call</a>`,
  );
  await expect(page.getByText('Found on your page: name of the practice, phone number, email address')).toBeVisible();
  await expect(page.getByLabel('Name of the practice')).toHaveValue('Riverbend');
  await expect(page.getByLabel('Phone number').first()).toHaveValue('503-555-0142');
  await expect(page.getByLabel('Email address').first()).toHaveValue('hello@practice.example');
  await expect(page.getByLabel('Tuesday')).toHaveValue('09:00-12:00 13:00-17:00');
  await expect(page.getByLabel('Wednesday')).toHaveValue('');
  await expect(builder.snippet).toHaveValue(/opening-hours="Mo-Tu 09:00-12:00 13:00-17:00, Fr 09:00-13:00"/);
});

test('says when a text has no widget, and keeps the text', async ({ builder, page }) => {
  await builder.open();
  await builder.read('<p>Riverbend</p>');
  await expect(page.getByText('We found no widget and no contact details.')).toBeVisible();
  await expect(page.getByLabel('Snippet or page source')).toHaveValue('<p>Riverbend</p>');
});

test('reads the files and the color scheme of a frame', async ({ builder, page }) => {
  await builder.open();
  const fragment = { widget: 'contact-card', name: 'Riverbend', colorScheme: 'dark' };
  await builder.read(`<iframe src="${files}frame.html#${encodeURIComponent(JSON.stringify(fragment))}"></iframe>`);
  await expect(page.getByLabel('Address of the files on your site')).toHaveValue(files);
  await expect(page.getByLabel('Color scheme of your page')).toHaveValue('dark');
  await expect(builder.snippet).toHaveValue(/colorScheme%22%3A%22dark/);
});

test('keeps what has no field of its own: an address in parts, and hours of a season', async ({ builder, page }) => {
  await builder.open();
  const practice = {
    '@type': 'MedicalBusiness',
    name: 'Riverbend',
    address: { '@type': 'PostalAddress', streetAddress: '1 Main St', addressLocality: 'Asheville' },
    openingHoursSpecification: [
      { dayOfWeek: 'Monday', opens: '09:00', closes: '17:00', validFrom: '2026-06-01', validThrough: '2026-08-31' },
    ],
  };
  await builder.read(`<script type="application/ld+json">${JSON.stringify(practice)}</script>`);
  await builder.unfold();
  const address = page.getByRole('group', { name: 'Address', exact: true });
  await expect(address).toContainText('As in your snippet or page: 1 Main St, Asheville');
  await expect(builder.snippet).toHaveValue(/"streetAddress":"1 Main St"|streetAddress&quot;:&quot;1 Main St/);
  await expect(builder.snippet).toHaveValue(/validThrough/);
  await address.getByRole('button', { name: 'Remove address' }).click();
  await expect(builder.field('Address (optional)')).toHaveValue('');
  await expect(builder.snippet).not.toHaveValue(/streetAddress/);
});

test('says when a page has nothing new, and survives a broken link', async ({ builder, page }) => {
  await builder.open();
  await builder.read('<title>Riverbend</title><a href="tel:%E0%A4%A">Call</a>');
  await expect(builder.field('Phone number')).toHaveValue('%E0%A4%A');
  await page.getByLabel('Snippet or page source').fill('<title>Riverbend</title>');
  await builder.press('Read it');
  await expect(page.getByText('Everything we found on your page has an answer already.')).toBeVisible();
});

for (const [what, html, name] of [
  [
    'a part that is also in the footer',
    '<title>Cedar Fork Family Therapy | Asheville</title><h1>Family therapy in Asheville</h1><footer>© 2026 Cedar Fork Family Therapy</footer>',
    'Cedar Fork Family Therapy',
  ],
  [
    'a part that is also in the logo',
    '<title>Counseling for children | Riverbend</title><img class="logo" alt="Riverbend" src="a.png">',
    'Riverbend',
  ],
  ['the longest part otherwise', '<title>Cedar Fork Family Therapy | Asheville</title>', 'Cedar Fork Family Therapy'],
  ['no word for a page', '<title>Riverbend - Contact us</title>', 'Riverbend'],
  ['no word for a page in Spanish', '<title>Bienvenidos – Río</title>', 'Río'],
  [
    'what the page says its site is called',
    '<title>Cedar Fork Family Therapy | Asheville</title><meta property="og:site_name" content="Cedar Fork">',
    'Cedar Fork',
  ],
] as const)
  test(`takes the name from the title: ${what}`, async ({ builder }) => {
    await builder.open();
    await builder.read(`${html}<a href="tel:+15035550142">Call</a>`);
    await expect(builder.field('Name of the practice')).toHaveValue(name);
  });

test('takes no name from a title that is only that of the page', async ({ builder, page }) => {
  await builder.open();
  await builder.read('<title>Home</title><a href="tel:+15035550142">Call</a>');
  await expect(builder.field('Phone number')).toHaveValue('+15035550142');
  await expect(builder.field('Name of the practice')).toHaveValue('');
  await expect(page.getByText('Found on your page: phone number. Check them.')).toBeVisible();
});

test('says that the JSON-LD of a page cannot be read', async ({ builder, page }) => {
  await builder.open();
  await builder.read('<title>Riverbend</title><script type="application/ld+json">{"name": "Riverbend",}</script>');
  await expect(
    page.getByText('Found on your page: name of the practice. Check them. Your page also has data'),
  ).toBeVisible();
});
