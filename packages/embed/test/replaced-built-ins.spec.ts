/** On a page whose libraries have replaced built-ins, the widgets show, store and send the same as on any other page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { FourWidgetsPage } from './four-widgets.page.ts';

const require = createRequire(import.meta.url);
const read = (path: string): string => readFileSync(path, 'utf8');

/** Source texts of the libraries by name. */
const libraries: Readonly<Record<string, string>> = {
  'Prototype and MooTools More': read(join(import.meta.dirname, 'fixtures/replaced-built-ins.js')),
  MooTools: read(require.resolve('mootools')),
  Datejs: read(require.resolve('datejs/lib/date-en-US.js')),
  Sugar: read(require.resolve('sugar-1/sugar-full.js')),
};
const zones: Readonly<Record<string, string>> = {
  'zone.js 0.14.2': read(require.resolve('zone.js-0.14')),
  'zone.js 0.11': read(require.resolve('zone.js-0.11')),
};

/** One library that changes arrays and one zone are tested always. */
const tags = (name: string): string[] =>
  ['Prototype and MooTools More', 'zone.js 0.14.2'].includes(name) ? [] : ['@thorough'];

// A visitor whose clock does not show UTC.
test.use({ timezoneId: 'America/New_York' });

let expected: Record<string, unknown>;
test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage({ timezoneId: 'America/New_York' });
  expected = await (await FourWidgetsPage.open(page)).useEverything();
  await page.close();
  expect(expected['problems']).toEqual([]);
  expect(expected['contact-card']).toContain('Dec 24 – Jan 1');
});

for (const [name, script] of Object.entries(libraries))
  test(`${name}: every widget shows, stores and sends the same`, { tag: tags(name) }, async ({ page }) => {
    expect(await (await FourWidgetsPage.open(page, script)).useEverything()).toEqual(expected);
  });

for (const [name, script] of Object.entries(zones))
  test(
    `${name}: every widget works after it was moved, and so do the listeners of the page`,
    {
      tag: tags(name),
    },
    async ({ page }) => {
      const widgets = await FourWidgetsPage.open(page, script);
      await page.evaluate(() => {
        const heard: string[] = ((window as unknown as { heard: string[] }).heard = []);
        for (const type of ['keydown', 'beforeprint', 'hashchange', 'pageshow'])
          window.addEventListener(type, () => heard.push(type));
      });
      await widgets.move();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await widgets.press('Show');
      await page.evaluate(() => {
        for (const type of ['beforeprint', 'afterprint', 'hashchange', 'pageshow']) dispatchEvent(new Event(type));
      });
      expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([
        'keydown',
        'keydown',
        'beforeprint',
        'hashchange',
        'pageshow',
      ]);
      expect(await widgets.useEverything()).toEqual(expected);
    },
  );
