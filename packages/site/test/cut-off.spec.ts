/** What the embed builder reads of a snippet that was cut off. */
import { expect, test as base } from '@playwright/test';
import fc from 'fast-check';
import { runs } from '../../elements/test-support/runs.js';
import { closedTag, decodedPart, wholePart } from '../src/embed-builder/read/cut-off.js';
import { test } from './embed-builder.page.js';

base('whatever JSON is cut, what is whole of it is JSON with nothing that was not there', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), fc.nat(), (value, at) => {
      const json = JSON.stringify(value);
      const part = wholePart(json.slice(0, at % json.length));
      if (part === undefined) return;
      const read = JSON.parse(part) as Record<string, unknown>;
      for (const key of Object.keys(read)) expect(Object.keys(value)).toContain(key);
      // Everything but the last one is the same.
      for (const key of Object.keys(read).slice(0, -1)) expect(read[key]).toEqual(JSON.parse(json)[key]);
    }),
    { numRuns: runs(1000) },
  );
  expect(wholePart('{"a":1}')).toBeUndefined();
  expect(wholePart('{"a":[1,{"b":"c, d"},{"e":"f')).toBe('{"a":[1,{"b":"c, d"}]}');
  expect(wholePart('{"a":1,]')).toBeUndefined();
});

base('no text makes the reader throw, and one that is whole is not cut', () => {
  fc.assert(fc.property(fc.string(), (text) => closedTag(text)?.endsWith('>') ?? true));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, at) => {
      const encoded = encodeURIComponent(text);
      return text.startsWith(decodedPart(encoded.slice(0, at % (encoded.length + 1))));
    }),
  );
  expect(closedTag('<p title="a>b">c</p><haven-contact-card name="A"></haven-contact-card>')).toBeUndefined();
  expect(closedTag('<script>if (a <b && c) {}')).toBeUndefined();
  expect(closedTag(`<a ${'x'.repeat(5_000_000)}`)).toBeUndefined();
  expect(closedTag('<a "'.repeat(100_000))).toBeUndefined();
});

const card = {
  name: 'Riverbend “Family” & Sons',
  telephone: '+1-503-555-0142',
  address: '1 Main St',
  contactPoint: [
    { name: 'New families', telephone: '+1-503-555-0143' },
    { name: 'Fees', telephone: '+1-503-555-0144' },
  ],
};
const state = (form: string): string =>
  `#${encodeURIComponent(JSON.stringify({ widget: 'contact-card', form, files: 'https://practice.example/h/', configurations: { 'contact-card': card } }))}`;

for (const [form, after] of [
  ['element', /New families(?:"|&quot;)/],
  ['loader', /New families(?:"|&quot;)/],
  ['frame', /New%20families%22/],
] as const)
  test(`says that a snippet was cut off, and uses the rest: ${form}`, async ({ builder, page }) => {
    await builder.open({ file: state(form) });
    await expect(builder.snippet).toHaveValue(after);
    const snippet = await builder.snippet.inputValue();
    const end = snippet.search(after) + (after.exec(snippet)?.[0].length ?? 0);
    await builder.open({ file: '?again' });
    await builder.read(snippet.slice(0, end + 3));
    await expect(
      page.getByText('The snippet for Contact card is cut off. We used the part that is there.'),
    ).toBeVisible();
    await expect(builder.field('Name of the practice')).toHaveValue(card.name);
    await expect(builder.field('Phone number')).toHaveValue(card.telephone);
    await expect(page.getByLabel('Snippet or page source')).not.toHaveValue('');
  });

test('reads as much as it can wherever a snippet was cut', async ({ builder, page }) => {
  await builder.open({ file: state('element') });
  await expect(builder.snippet).toHaveValue(/Fees/);
  const snippet = await builder.snippet.inputValue();
  const tagEnd = snippet.indexOf('>', snippet.indexOf('<haven-contact-card'));
  await builder.open({ file: '?again' });
  await page.getByText('Start from your page, or edit a snippet').click();
  for (let end = snippet.indexOf('<haven-contact-card') + 8; end <= tagEnd; end += 23) {
    await page.getByLabel('Snippet or page source').fill(snippet.slice(0, end));
    await builder.press('Read it');
    await expect(page.locator('header [aria-live]')).toContainText('is cut off');
  }
});

test('reads what is left of a snippet without its beginning', async ({ builder, page }) => {
  await builder.open();
  await builder.read('bend" telephone="+1-503-555-0142" email="a@b.example"><a>Call</a></haven-contact-card></div>');
  await expect(page.getByText('Loaded: Contact card. The snippet for Contact card is cut off.')).toBeVisible();
  await expect(builder.field('Phone number')).toHaveValue('+1-503-555-0142');
});

for (const [what, text] of [
  ['the name of the widget', '<div lang="en">\n<haven-cont'],
  ['the widget', '<div class="havenkit-0a1b2c3d" lang="en">\n<style><!-- .havenkit'],
  [
    'what is before the scripts',
    '</div></div>\n<script defer src="https://a.example/contact-card.classic.js"></script>\n</div>',
  ],
] as const)
  test(`says that ${what} is missing`, async ({ builder, page }) => {
    await builder.open();
    await builder.read(text);
    await expect(page.getByText('This snippet is cut off: its widget is missing.')).toBeVisible();
  });

test('reads the beginning of code for Wix, and of a configuration', async ({ builder, page }) => {
  await builder.open();
  await builder.read('const attributes = {\n  "name": "Riverbend",\n  "opening-hours": "Mo-Fr 09:');
  await expect(page.getByText('The snippet for Contact card is cut off.')).toBeVisible();
  await expect(builder.field('Name of the practice')).toHaveValue('Riverbend');
  await page.getByLabel('Snippet or page source').fill('{ "name": "Oak", "telephone": ');
  await builder.press('Read it');
  await expect(builder.field('Name of the practice')).toHaveValue('Oak');
});

test('says in Spanish that a snippet was cut', async ({ builder, page }) => {
  await builder.open({ file: 'es.html' });
  await page.locator('summary').first().click();
  await page.locator('#snippet-to-read').fill('<haven-contact-card name="Río" telephone="+1');
  await builder.press('Leer');
  await expect(page.getByText('El fragmento de Tarjeta de contacto está cortado. Leímos lo que hay.')).toBeVisible();
});
