/** `havenkit snippet`: what it prints, and what it says about a configuration. */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { requireBrowsers } from '../../../scripts/machine/browsers.mjs';
import { parsePageFont } from '../src/page-font.js';
import { configurations, files, home, pageWith, serve } from './embedded.page.js';

const execute = promisify(execFile);
const card = { name: 'Riverbend', telephone: '+1-503-555-0142' };

/** Runs the command on a configuration, and returns what it prints. */
async function print(
  configuration: object,
  widget: string,
  ...options: readonly string[]
): Promise<{ html: string; notes: string[] }> {
  const file = test.info().outputPath('configuration.json');
  writeFileSync(file, JSON.stringify(configuration));
  const args = ['packages/embed/bin/havenkit.mjs', 'snippet', file, '--widget', widget, ...options];
  const { stdout, stderr } = await execute(process.execPath, args);
  return { html: stdout, notes: stderr.trim().split('\n').filter(Boolean) };
}
const frame = ['--form', 'frame', '--files', files];
const html = ['--form', 'html'];
const titleOf = (snippet: string): string | undefined => / title="([^"]*)"/.exec(snippet)?.[1];

test('relative links count from the page', async () => {
  const about = { ...card, url: '../about' };
  const shown = await print(about, 'contact-card', ...html, '--page', 'https://practice.example/en/home');
  expect(shown.html).toContain('<a href="https://practice.example/about">practice.example</a>');
  await expect(print(about, 'contact-card', ...html)).rejects.toThrow('--page: expected the address');
  await expect(print(about, 'contact-card', '--page', 'home')).rejects.toThrow('--page: expected an address');
  // What shows no address of its own stays relative.
  const form = await print({ ...configurations['signup-form'], endpoint: '/signups' }, 'signup-form', ...html);
  expect(form.html).toContain('action="/signups"');
});

test("leaves out an editor's schema", async () => {
  for (const options of [[], frame, html]) {
    const plain = await print(card, 'contact-card', ...options);
    expect(await print({ $schema: 'https://cdn.example/schema.json', ...card }, 'contact-card', ...options)).toEqual(
      plain,
    );
  }
});

test('names the settings that a form cannot have', async () => {
  const settings = { ...card, src: '/card.json', source: 'page', links: 'never', colorScheme: 'dark' };
  const starts = async (...options: string[]): Promise<(string | undefined)[]> =>
    (await print(settings, 'contact-card', ...options)).notes.map((note) => note.split(':')[0]).sort();
  expect(await starts(...html)).toEqual(['colorScheme', 'links', 'source', 'src']);
  expect(await starts(...frame)).toEqual(['Tip', 'source', 'src']);
  const circle = { hash: true, for: 'other' };
  const { notes } = await print(circle, 'circle-diagram', ...html);
  expect(notes).toEqual(['for: is ignored, because it needs a script', 'hash: is ignored, because it needs a script']);
});

test('leaves out an attribute that is off', async () => {
  const { html: shown, notes } = await print({ hash: false }, 'circle-diagram');
  expect(shown).toContain('<haven-circle-diagram>');
  expect(notes).toEqual([expect.stringContaining('Tip: with --browser')]);
});

test('takes the language from the configuration, in any spelling', async () => {
  const british = await print({ ...card, lang: 'en-gb' }, 'contact-card', ...html);
  expect(british.html).toContain('lang="en-GB"');
  expect(british.notes).toEqual([]);
  const mexican = await print({ ...card, lang: 'en' }, 'contact-card', '--lang', 'ES-mx', '--files', files);
  expect(mexican.html).toContain(`${files}locales/es/contact-card.js`);
  expect(mexican.html).toContain('lang="es-MX"');
  await expect(print({ ...card, lang: 'English!' }, 'contact-card')).rejects.toThrow('lang: expected');
});

test('the circle without a script does not ask to choose a step', async () => {
  for (const [lang, introduction, choose] of [
    ['en', 'come back to rest.</p>', 'Choose'],
    ['es', 'muchas veces al día.</p>', 'Elija'],
  ] as const) {
    const circle = await print({}, 'circle-diagram', ...html, '--lang', lang);
    expect(circle.html).toContain(introduction);
    expect(circle.html).not.toContain(choose);
  }
});

test('a frame is named after what it shows', async () => {
  const { name: _, ...nameless } = card;
  const employee = [{ name: 'Ana Ortiz', honorificSuffix: 'LMFT' }];
  expect(titleOf((await print(card, 'contact-card', ...frame)).html)).toBe('Riverbend');
  expect(titleOf((await print({ ...nameless, employee }, 'contact-card', ...frame)).html)).toBe('Ana Ortiz');
  expect(titleOf((await print(nameless, 'contact-card', ...frame)).html)).toBe('Call +1-503-555-0142');
});

test('measures the room with a browser', async () => {
  test.setTimeout(300_000);
  const [chromium] = requireBrowsers(['chromium']);
  const font = ['--font', '18px Georgia, serif'];
  const browser = ['--browser', chromium!.executablePath, ...font];
  const { html } = await print(card, 'contact-card', ...browser, '--files', files);
  expect(html).toMatch(/\.havenkit-\w+ haven-contact-card\{--havenkit-room:[\d.]+em\}/);
});

test('prints a placeholder for the loader, with room for its widget', async () => {
  test.setTimeout(300_000);
  const [chromium] = requireBrowsers(['chromium']);
  const room = ['--browser', chromium!.executablePath, '--font', 'serif'];
  const { html, notes } = await print(card, 'contact-card', '--form', 'loader', ...room);
  expect(html).toMatch(/\.havenkit-\w+ \[data-haven=contact-card\]\{--havenkit-room:[\d.]+em\}/);
  expect(html).toMatch(/<div data-haven="contact-card" data-name="Riverbend" [^>]*style="min-height:max\([^"]+\)">/);
  expect(html).toMatch(
    /<script defer integrity="sha384-[^"]+" crossorigin="anonymous" src="[^"]+loader\.classic\.js">/,
  );
  expect(notes.at(-1)).toContain('the script is needed only once on the site');
});

test('--font is the size and the names of one font', async () => {
  expect(parsePageFont(' 18px  Georgia, serif')).toEqual({ size: 18, family: 'Georgia, serif' });
  expect(parsePageFont('"Open Sans"')).toEqual({ size: 16, family: '"Open Sans"' });
  for (const wrong of ['', '18', '18px', '200px serif', 'serif; color: red'])
    expect(() => parsePageFont(wrong), wrong).toThrow('--font: expected a size from 8px to 64px');
  await expect(print(card, 'contact-card', '--font', 'serif')).rejects.toThrow('it is used only with --browser');
});

/** What is too small to press, and whether the page scrolls sideways. */
const layout = (page: Page): Promise<{ small: string[]; wide: boolean }> =>
  page.evaluate(() => ({
    small: [
      ...document.querySelectorAll(
        'a, button, select, textarea, input:not([type=radio], [type=checkbox], [type=hidden]), fieldset label',
      ),
    ]
      .filter((element) => element.getBoundingClientRect().height < 44)
      .map(({ outerHTML }) => outerHTML),
    wide: document.documentElement.scrollWidth > innerWidth,
  }));

for (const [widget, configuration] of Object.entries(configurations))
  test(`the ${widget} without a script fits every page, in light and dark, and can be pressed`, async ({ page }) => {
    const { html: snippet } = await print({ ...configuration, brand: 'teal' }, widget, ...html);
    const scheme = '<meta name="color-scheme" content="light dark">';
    for (const direction of ['ltr', 'rtl'])
      for (const width of [320, 390, 1100]) {
        await page.setViewportSize({ width, height: 800 });
        await serve(page, { '/': pageWith(`${scheme}<div dir="${direction}">${snippet}</div>`) });
        await page.goto(home);
        expect(await layout(page)).toEqual({ small: [], wide: false });
      }
    const background = (): Promise<string> =>
      page.locator('[class^=havenkit]').evaluate((element) => getComputedStyle(element).backgroundColor);
    const light = await background();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background()).not.toBe(light);
  });
