/** The zip file for site owners: unpacked on a site, it works as its README.txt says. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { selfHostZip } from '../build/self-host.mjs';
import { widgets } from '../src/widgets.js';
import { pageWith } from './embedded.page.js';

const dist = 'packages/embed/dist';

test('has every file, byte for byte, in one folder', () => {
  const unpacked = unzipSync(selfHostZip());
  const names = globSync('**/*.*', { cwd: dist }).map((name) => `havenkit/${name.replaceAll('\\', '/')}`);
  expect(Object.keys(unpacked).sort()).toEqual([...names, 'havenkit/README.txt'].sort());
  for (const name of names)
    expect(readFileSync(name.replace('havenkit', dist)).equals(unpacked[name]!), name).toBe(true);
});

test('every widget runs on a site with the unpacked folder, with the lines of README.txt', async ({ page }) => {
  const unpacked = unzipSync(selfHostZip());
  const lines = strFromU8(unpacked['havenkit/README.txt']!).match(/<div>[^]+?<\/script>/g) ?? [];
  expect(lines).toHaveLength(widgets.length);
  await page.route('https://riverbend.example/**', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const file = unpacked[name];
    if (file) return route.fulfill({ body: Buffer.from(file), contentType: 'text/javascript' });
    return name
      ? route.fulfill({ status: 404, body: '' })
      : route.fulfill({ body: pageWith(lines.join('\n')), contentType: 'text/html; charset=utf-8' });
  });
  await page.goto('https://riverbend.example/');
  for (const widget of widgets)
    await expect
      .poll(() => page.evaluate((tag) => customElements.get(tag) !== undefined, `haven-${widget}`))
      .toBe(true);
  await expect(page.getByRole('heading', { name: 'A road out, and a road home' })).toBeVisible();
  await expect(page.getByRole('textbox')).toBeVisible();
});
