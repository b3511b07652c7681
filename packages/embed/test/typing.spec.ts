/** A visitor may start in the form without a script and continue in the widget. Nothing is lost or sent while files load. */
import { expect, test, type Page } from '@playwright/test';
import { files, home, pageWith, serve } from './embedded.page.js';

const form = `<form method="post" action="/signups"><p><label>Your name <input type="text" name="name"></label></p>
<p><label><input type="radio" name="format" value="group"> In a group</label></p><p><button>Sign up</button></p></form>`;
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
] as const) {
  /** Opens the page, and gives what lets each file arrive. */
  async function open(page: Page): Promise<{ arrivals: Record<string, () => void>; sent: string[] }> {
    const { sent } = await serve(page, { '/': pageWith(`${snippet}<script defer src="${files}${first}"></script>`) });
    const arrivals: Record<string, () => void> = {};
    for (const file of new Set([first, 'signup-form.js'])) {
      const arrived = new Promise<void>((resolve) => (arrivals[file] = resolve));
      await page.route(files + file, async (route) => {
        await arrived;
        await route.fallback();
      });
    }
    await page.goto(home, { waitUntil: 'commit' });
    return { arrivals, sent };
  }

  test(`a visitor keeps typing while the widget replaces the form in ${what}`, async ({ page }) => {
    const { arrivals } = await open(page);
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

  for (const [target, role] of [
    ['Sign up', 'button'],
    ['In a group', 'radio'],
  ] as const)
    test(`a ${role} held down while the widget in ${what} loads does nothing, and can be pressed again`, async ({
      page,
    }) => {
      const { arrivals, sent } = await open(page);
      await page.getByRole(role, { name: target }).hover();
      await page.mouse.down();
      for (const arrive of Object.values(arrivals)) arrive();
      const inWidget = page.locator('haven-signup-form .card').getByRole(role, { name: target });
      await expect(inWidget).toBeVisible();
      await page.mouse.up();
      expect(sent).toEqual([]);
      await expect(page).toHaveURL(home);
      await inWidget.click();
      if (role === 'radio') await expect(inWidget).toBeChecked();
      else await expect(page.locator('haven-signup-form .card').getByText('Enter your name').first()).toBeVisible();
    });
}
