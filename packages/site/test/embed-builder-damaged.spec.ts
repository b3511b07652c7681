/** What the embed builder says about a snippet, a page or an address that it cannot read. */
import { expect } from '@playwright/test';
import { test } from './embed-builder.page.js';

const pasted = 'Snippet or page source';

const config = JSON.stringify({ title: 'Our road', arcs: [] }).replaceAll('"', '&quot;');
const circle = `<haven-circle-diagram config="${config}"></haven-circle-diagram>`;

test('does not claim to have read a configuration that is damaged', async ({ builder, page }) => {
  await builder.open();
  await builder.fillCard();
  const before = await builder.snippet.inputValue();
  const damaged = circle.replace('&quot;', '').replace('&quot;', '');
  await builder.read(damaged);
  await expect(
    page.getByText('We could not read the settings of Circle diagram: copy the whole snippet again.'),
  ).toBeVisible();
  await expect(page.getByText('Loaded:')).toHaveCount(0);
  await expect(page.getByLabel(pasted)).toHaveValue(damaged);
  await expect(page.getByRole('radio', { name: 'Contact card', exact: true })).toBeChecked();
  await expect(builder.snippet).toHaveValue(before);
});

test('reads the other widgets of a page with a damaged one', async ({ builder, page }) => {
  await builder.open();
  await builder.read(`${circle.replace('&quot;', '')}<haven-contact-card name="Riverbend"></haven-contact-card>`);
  await expect(page.getByText('Loaded: Contact card. We could not read the settings of Circle diagram')).toBeVisible();
  await expect(builder.field('Name of the practice')).toHaveValue('Riverbend');
  await expect(page.getByLabel(pasted)).not.toHaveValue('');
});

for (const [what, snippet] of [
  ['typographic quotation marks', '<haven-contact-card name=“Riverbend Family”></haven-contact-card>'],
  ['no settings', '<haven-contact-card></haven-contact-card>'],
] as const)
  test(`changes nothing for a card with ${what}`, async ({ builder, page }) => {
    await builder.open();
    await builder.fillCard();
    await builder.read(snippet);
    await expect(page.getByText('We could not read the settings of Contact card')).toBeVisible();
    await expect(builder.field('Name of the practice')).toHaveValue('Riverbend');
  });

test('says that the address of a frame was cut', async ({ builder, page }) => {
  await builder.open();
  await builder.read('<iframe src="https://practice.example/havenkit/frame.html#%7B%22widget%22%3A%22cont"></iframe>');
  await expect(page.getByText('We could not read the settings of the frame')).toBeVisible();
});

test('names settings that a widget does not have, and what was meant', async ({ builder, page }) => {
  await builder.open();
  await builder.fillCard();
  await builder.read('<haven-contact-card practice="Oak" phone="1" hours="Mo" shoe="9"></haven-contact-card>');
  await expect(
    page.getByText(
      'These settings are not known: practice (did you mean name?), phone (did you mean telephone?), hours (did you mean opening-hours?), shoe.',
    ),
  ).toBeVisible();
  await expect(page.getByText('Loaded:')).toHaveCount(0);
  await expect(builder.field('Name of the practice')).toHaveValue('Riverbend');
});

test('names what it did not know next to what it read', async ({ builder, page }) => {
  await builder.open();
  await builder.read('<haven-contact-card name="Oak" phone="+1-503-555-0142"></haven-contact-card>');
  await expect(
    page.getByText('Loaded: Contact card. These settings are not known: phone (did you mean telephone?).'),
  ).toBeVisible();
});

for (const [what, fragment] of [
  ['cut in a character', '#%E0%A4%A'],
  ['cut in the answers', `#${encodeURIComponent('{"widget":"contact-card","conf')}`],
  ['null', '#null'],
  ['a place on the page', '#section-2'],
] as const)
  test(`says that the address of the page cannot be read: ${what}`, async ({ builder, page }) => {
    await builder.open({ file: fragment });
    await expect(page.getByRole('banner')).toContainText(
      'The address of this page is incomplete, so your answers could not be read. Open your bookmark again, or paste your snippet.',
    );
  });

for (const [what, damage] of [
  ['widget', { widget: 'contact-cart' }],
  ['site builder', { builder: 'wicks' }],
] as const)
  test(`says that the address of the page has an unknown ${what}`, async ({ builder, page }) => {
    const state = { widget: 'contact-card', configurations: { 'contact-card': { name: 'Riverbend' } }, ...damage };
    await builder.open({ file: `#${encodeURIComponent(JSON.stringify(state))}` });
    await expect(page.getByRole('banner')).toContainText('so some of your answers could not be read');
    await expect(builder.field('Name of the practice')).toHaveValue('Riverbend');
  });

test('says nothing about an address without answers, or with all of them', async ({ builder, page }) => {
  const message = page.getByText(/could not be read|no se pudieron leer/);
  await builder.open({ file: '#' });
  await builder.fillCard();
  await expect(message).toHaveCount(0);
  await builder.reload();
  await expect(builder.field('Name of the practice')).toHaveValue('Riverbend');
  await expect(message).toHaveCount(0);
});

test('keeps the answers when a damaged address is followed', async ({ builder, page }) => {
  await builder.open();
  await builder.fillCard();
  await page.evaluate(() => (location.hash = '#%7B%22widget'));
  await expect(page.getByRole('banner')).toContainText('The address of this page is incomplete');
  await expect(builder.field('Name of the practice')).toHaveValue('Riverbend');
});

test('says in Spanish that the address of the page cannot be read', async ({ builder, page }) => {
  await builder.open({ file: 'es.html#null' });
  await expect(page.getByRole('banner')).toContainText('La dirección de esta página está incompleta');
});

for (const [what, text, message] of [
  ['is nested deeper than any page', '<div>'.repeat(200_000), 'This text is nested deeper than any page.'],
  ['is longer than any page', '<p>Riverbend</p>'.repeat(400_000), 'This text is longer than any page.'],
  ['is empty', ' \n', 'Paste a snippet or the source of your page first.'],
] as const)
  test(`says that a text ${what}`, async ({ builder, page }) => {
    await builder.open();
    await builder.read(text);
    await expect(page.getByText(message)).toBeVisible();
    await builder.fillCard();
  });

test('says that it reads, before it reads', async ({ builder, page }) => {
  await builder.open();
  await page.evaluate(() => {
    const seen: string[] = ((window as { seen?: string[] }).seen = []);
    const message = document.querySelector('header [aria-live]');
    new MutationObserver(() => seen.push(message?.textContent ?? '')).observe(message as Node, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await builder.read('<haven-contact-card name="Riverbend"></haven-contact-card>');
  await expect(page.getByText('Loaded: Contact card.')).toBeVisible();
  expect(await page.evaluate(() => (window as { seen?: string[] }).seen)).toEqual([
    'Reading …',
    'Loaded: Contact card.',
  ]);
});

test('reads code for Wix back', async ({ builder, page }) => {
  await builder.open();
  await builder.choose('Circle diagram');
  await builder.read(`// If the Custom Element has another id, write it here.
const id = '#customElement1';
const attributes = {
  "name": "Riverbend",
  "opening-hours": "Mo-Fr 09:00-17:00",
  "config": "{\\"address\\":\\"1 Main St\\"}",
  "lang": "es"
};
const events = [];`);
  await expect(page.getByText('Loaded: Contact card.')).toBeVisible();
  await expect(builder.field('Name of the practice')).toHaveValue('Riverbend');
  await expect(page.getByLabel('Tuesday')).toHaveValue('09:00-17:00');
  await expect(builder.snippet).toHaveValue(/1 Main St/);
  await expect(page.getByLabel('Language of the widget')).toHaveValue('es');
});

for (const [what, text] of [
  ['a configuration', '{ "name": "Riverbend", "telephone": "+1-503-555-0142" }'],
  ['a configuration in config', '{ "config": { "name": "Riverbend", "telephone": "+1-503-555-0142" } }'],
  [
    'the address of a frame',
    `https://practice.example/frame.html#${encodeURIComponent('{"widget":"contact-card","name":"Riverbend"}')}`,
  ],
] as const)
  test(`reads ${what}`, async ({ builder, page }) => {
    await builder.open();
    await builder.read(text);
    await expect(page.getByText('Loaded: Contact card.')).toBeVisible();
    await expect(builder.field('Name of the practice')).toHaveValue('Riverbend');
  });

test('says that a configuration is damaged', async ({ builder, page }) => {
  await builder.open();
  await builder.read('{ "name": Riverbend }');
  await expect(page.getByText('We could not read the settings of Contact card')).toBeVisible();
});

test('puts no foreign file into the snippet or the bookmark because of a link', async ({ builder, page }) => {
  await builder.open();
  const answers = {
    widget: 'contact-card',
    builder: 'other',
    language: '../../../../other@1.0.0/x',
    files: "https://other.example/'),alert(1),('",
    configurations: { 'contact-card': { name: 'Riverbend', telephone: '+1-503-555-0142' } },
  };
  await page.evaluate((hash) => (location.hash = hash), `#${encodeURIComponent(JSON.stringify(answers))}`);
  await expect(builder.snippet).toHaveValue(/Riverbend/);
  await expect(builder.snippet).not.toHaveValue(/other@1/);
  await expect(page.getByText('This code loads scripts from other.example.')).toBeVisible();
  await page.getByText('If the widget does not appear').click();
  const bookmark = decodeURIComponent(await page.getByRole('textbox', { name: /^Make a bookmark/ }).inputValue());
  // Nothing ends the text of the address before its end.
  expect(/"(https:[^"]*doctor\.js)",/.exec(bookmark)?.[1]).toContain("'),alert(1),('");
});

test('follows no link in its preview, so that no other page gets what is typed', async ({ builder, page }) => {
  await page
    .context()
    .route('https://other.example/**', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await builder.open();
  await builder.fillCard();
  await builder.unfold();
  await builder.field('Website').fill('https://other.example/');
  const popup = page.waitForEvent('popup');
  await builder.preview.getByRole('link', { name: /other\.example/ }).click();
  await expect.poll(async () => (await popup).url()).toBe('https://other.example/');
  await expect(builder.preview.getByRole('heading', { name: 'Riverbend' })).toBeVisible();
});
