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

/** The widget that a style is for. */
const tagOf = (css: string): string => /haven-[\w-]+/.exec(css)![0];

/** Attributes with which a widget is as tall as the README assumes. */
const attributes: Readonly<Record<string, string>> = {
  'haven-contact-card': 'name="Riverbend Family Center" clinician="Ana Ortiz, LMFT" telephone="+1-503-555-0142"',
  'haven-signup-form': 'endpoint="https://a.example/signups" name="Growing Secure" telephone="+1-503-555-0142"',
};

/** Widths of a column. The narrowest is that of a phone with large text. */
const widths = [288, 304, 330, 361, 400, 448, 506, 560, 645, 720, 790, 924, 1100];

/** In the page: the widths at which a widget is higher than the space that is reserved for it. */
async function missingSpace(element: HTMLElement, columns: number[]): Promise<string[]> {
  const missing: string[] = [];
  for (const width of columns) {
    element.parentElement!.style.width = `${width}px`;
    // The widget observes its size, and then renders.
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
    const reserved = parseFloat(getComputedStyle(element).minBlockSize);
    element.style.setProperty('min-block-size', '0');
    const needed = element.offsetHeight;
    element.style.removeProperty('min-block-size');
    if (needed < 200 || needed > reserved) missing.push(`${width} px: ${needed} of ${reserved} px`);
  }
  return missing;
}

test('a README recommends a space for every widget', () => {
  expect(styles.map(tagOf).sort()).toEqual(widgets.map((widget) => `haven-${widget}`));
});

for (const css of styles) {
  const tag = tagOf(css);
  for (const fontSize of [16, 18, 22])
    test(`${tag} needs no more space than is reserved for it, in text of ${fontSize} px`, async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.route('https://page.example/', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Page</title>
            <style>body { margin: 0; font: ${fontSize}px system-ui } ${css}</style>
            <div class="havenkit"><${tag} ${attributes[tag] ?? ''}></${tag}></div>`,
        }),
      );
      await page.goto('https://page.example/');
      await page.addScriptTag({ content: read('dist/haven.classic.js') });
      await page.addScriptTag({ content: read('dist/locales/es.js') });
      const widget = page.locator(tag);
      for (const lang of ['en', 'es']) {
        await page.evaluate((value) => (document.documentElement.lang = value), lang);
        await expect(widget.locator(`[lang="${lang}"]`).first()).toBeVisible();
        await expect.poll(() => widget.evaluate(missingSpace, widths), lang).toEqual([]);
      }
    });
}
