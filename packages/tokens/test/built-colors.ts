import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { tokenNames } from '@havenkit/tokens/tokens';

const native = readFileSync(new URL('../dist/native.css', import.meta.url), 'utf8');
const colorNames = tokenNames.filter((name) => name.startsWith('--haven-color-'));

const content = '<!doctype html><html lang="en"><title>Colors</title><div class="part"><main class="haven-native">';

/** The computed colors of the theme on a page with these styles. */
async function colors(page: Page, css: string): Promise<string[]> {
  await page.setContent(`${content}<style>${css}</style>`);
  return page.evaluate(
    (names) =>
      names.map((name) => {
        const probe = document.createElement('i');
        probe.style.color = `var(${name})`;
        document.querySelector('main')!.append(probe);
        return getComputedStyle(probe).color;
      }),
    colorNames,
  );
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
      expect(await colors(page, built)).toEqual(await colors(page, `${css}\n${native}`));
    });
}
