/** Whoever types into the form without a script goes on typing in the widget: nothing is lost while files arrive. */
import { expect, test } from '@playwright/test';
import { files, home, pageWith, serve } from './embedded.page.js';

const form = '<form><p><label>Your name <input type="text" name="name"></label></p></form>';
const settings = { name: 'Growing', endpoint: '/signups', telephone: '+1-503-555-0142' };
const attributes = (prefix: string): string =>
  Object.entries(settings)
    .map(([name, value]) => ` ${prefix}${name}="${value}"`)
    .join('');

for (const [what, snippet, first] of [
  ['an element', `<haven-signup-form${attributes('')}>${form}</haven-signup-form>`, 'signup-form.classic.js'],
  ['a placeholder', `<div data-haven="signup-form"${attributes('data-')}>${form}</div>`, 'loader.classic.js'],
  [
    'a placeholder with room',
    `<div data-haven="signup-form"${attributes('data-')}><div>${form}</div></div>`,
    'loader.classic.js',
  ],
] as const)
  test(`in ${what}`, async ({ page }) => {
    await serve(page, { '/': pageWith(`${snippet}<script defer src="${files}${first}"></script>`) });
    /** Lets a file arrive. */
    const arrivals: Record<string, () => void> = {};
    for (const file of new Set([first, 'signup-form.js'])) {
      const arrived = new Promise<void>((resolve) => (arrivals[file] = resolve));
      await page.route(files + file, async (route) => {
        await arrived;
        await route.fallback();
      });
    }
    await page.goto(home, { waitUntil: 'commit' });
    await page.getByLabel('Your name').click();
    await page.keyboard.type('Ana');
    arrivals[first]!();
    await expect(page.locator('haven-signup-form')).toBeAttached();
    if (first === 'loader.classic.js') {
      await page.keyboard.type(' María');
      arrivals['signup-form.js']!();
    }
    const field = page.locator('haven-signup-form .card').getByLabel('Your name');
    await expect(field).toBeFocused();
    await page.keyboard.type(' Ortiz');
    await expect(field).toHaveValue(first === 'loader.classic.js' ? 'Ana María Ortiz' : 'Ana Ortiz');
  });
