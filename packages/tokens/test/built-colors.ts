import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { tokenNames } from '@havenkit/tokens/tokens';

const native = readFileSync(new URL('../dist/native.css', import.meta.url), 'utf8');
const colorNames = tokenNames.filter((name) => name.startsWith('--haven-color-'));

const content = '<!doctype html><html lang="en"><title>Colors</title><div class="part"><main class="haven-native">';

/** The colors of the theme on a page with these styles, as they are painted: red, green, blue and alpha from 0 to 255. */
async function colors(page: Page, css: string): Promise<number[][]> {
  await page.setContent(`${content}<style>${css}</style>`);
  return page.evaluate((names) => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    return names.map((name) => {
      const probe = document.createElement('i');
      probe.style.color = `var(${name})`;
      document.querySelector('main')!.append(probe);
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = getComputedStyle(probe).color;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data];
    });
  }, colorNames);
}

const pages: { title: string; css: string; visitor?: 'dark' }[] = [
  { title: 'a page without a color scheme', css: '', visitor: 'dark' },
  { title: 'a dark page', css: ':root { color-scheme: dark }' },
  { title: "a page that follows the visitor's preference", css: ':root { color-scheme: light dark }', visitor: 'dark' },
  { title: 'a dark part of a page', css: '.part { color-scheme: dark }' },
  { title: 'a dark page whose styles are in a layer', css: '@layer base { :root { color-scheme: dark } }' },
];

/**
 * Production builds lower CSS for older browsers by default. Tests that the colors are those of the CSS that is published.
 *
 * @param tool - its name, for the title
 * @param build - returns the CSS that the tool makes from native.css and a page's own styles
 */
export function testBuiltColors(tool: string, build: (css: string) => Promise<string>): void {
  for (const { title, css, visitor } of pages)
    test(`${title} has the same colors after a build with ${tool}`, async ({ page }) => {
      if (visitor) await page.emulateMedia({ colorScheme: visitor });
      const built = await build(css);
      // The tool has lowered it: otherwise this test proves nothing.
      expect(built).toContain('--haven-color-text');
      expect(built).not.toContain('light-dark(');
      const published = await colors(page, `${css}\n${native}`);
      const differences = (await colors(page, built)).map((color, index) =>
        Math.max(...color.map((value, channel) => Math.abs(value - published[index]![channel]!))),
      );
      // A tool may write a color in another color space, and rounds it.
      expect(Math.max(...differences), colorNames[differences.indexOf(Math.max(...differences))]).toBeLessThanOrEqual(
        1,
      );
      expect(new Set(published.join(' ').split(' ')).size).toBeGreaterThan(10);
    });
}
