/** The space that the README tells a page to reserve fits each widget, at every width and in both languages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '..', path), 'utf8');
const styles = [...read('README.md').matchAll(/```css\n([^`]*)```/g)].map(([, css]) => css!);

const tags: Readonly<Record<string, string>> = {
  'haven-contact-card': 'name="Riverbend Family Center" clinician="Ana Ortiz, LMFT" telephone="+1-503-555-0142"',
  'haven-circle-diagram': '',
  'haven-reflection-prompt': '',
  'haven-signup-form': 'endpoint="https://a.example/signups" name="Growing Secure" telephone="+1-503-555-0142"',
};

test('the README reserves space for every widget', () => {
  expect(styles.map((css) => /^[\w-]+/.exec(css)?.[0]).sort()).toEqual(Object.keys(tags).sort());
});

for (const css of styles) {
  const tag = /^[\w-]+/.exec(css)![0];
  test(`${tag} fits the space reserved for it`, async ({ page }) => {
    await page.route('https://page.example/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Page</title>
          <style>body { margin: 1rem; font: 1rem system-ui } ${css}</style><${tag} ${tags[tag]!}></${tag}>`,
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
