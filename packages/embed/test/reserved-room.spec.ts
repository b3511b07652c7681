/** The space that a README recommends to reserve is enough at every width and in both languages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { widgets } from '../entries.mjs';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '..', path), 'utf8');
const readmes = ['README.md', ...widgets.map((widget) => `../elements/src/${widget}/README.md`)].map(read);
const styles = readmes
  .flatMap((text) => [...text.matchAll(/```css\n([^`]*)```/g)].map(([, css]) => css!))
  .filter((css) => css.includes('min-block-size'));

/** Attributes with which a widget is as tall as the README assumes. */
const attributes: Readonly<Record<string, string>> = {
  'haven-contact-card': 'name="Riverbend Family Center" clinician="Ana Ortiz, LMFT" telephone="+1-503-555-0142"',
  'haven-signup-form': 'endpoint="https://a.example/signups" name="Growing Secure" telephone="+1-503-555-0142"',
};

test('a README recommends a space for every widget', () => {
  expect(styles.map((css) => /^[\w-]+/.exec(css)?.[0]).sort()).toEqual(widgets.map((widget) => `haven-${widget}`));
});

for (const css of styles) {
  const tag = /^[\w-]+/.exec(css)![0];
  test(`${tag} needs no more space than is reserved for it`, async ({ page }) => {
    await page.route('https://page.example/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Page</title>
          <style>body { margin: 1rem; font: 1rem system-ui } ${css}</style><${tag} ${attributes[tag] ?? ''}></${tag}>`,
      }),
    );
    await page.goto('https://page.example/');
    await page.addScriptTag({ content: read('dist/haven.classic.js') });
    await page.addScriptTag({ content: read('dist/locales/es.js') });
    const widget = page.locator(tag);
    for (const lang of ['en', 'es']) {
      await page.evaluate((value) => (document.documentElement.lang = value), lang);
      await expect(widget.locator(`[lang="${lang}"]`).first()).toBeVisible();
      for (const width of [320, 367, 368, 420, 479, 480, 560, 640, 752, 768, 1100]) {
        await page.setViewportSize({ width, height: 900 });
        await expect
          .poll(
            () =>
              widget.evaluate((element: HTMLElement) => {
                const reserved = parseFloat(getComputedStyle(element).minBlockSize);
                element.style.setProperty('min-block-size', '0');
                const needed = element.offsetHeight;
                element.style.removeProperty('min-block-size');
                return needed > 200 ? Math.max(0, needed - reserved) : 'nothing is shown';
              }),
            { message: `${lang}, ${width} px` },
          )
          .toBe(0);
      }
    }
  });
}
