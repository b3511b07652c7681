import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { contrastRatio, controlPairs, textPairs, type ColorPair, type Rgb } from '@havenkit/tokens/contrast';
import * as styles from '@havenkit/tokens/styles';
import { tokenNames } from '@havenkit/tokens/tokens';

/** Preferences, input devices and print, as emulated by Chromium. */

const native = readFileSync(new URL('../dist/native.css', import.meta.url), 'utf8');

const brands = ['oklch(0.46 0.08 175)', '#0b5fff', '#ffd400', '#c8102e', '#7a3b69', '#888', 'black', 'white'];
for (let red = 0; red < 256; red += 51)
  for (let green = 0; green < 256; green += 51)
    for (let blue = 0; blue < 256; blue += 51) brands.push(`rgb(${red} ${green} ${blue})`);

const content = `<main class="haven-native">
  <button>Save</button> <button class="primary">Call</button> <button class="quiet">Copy</button>
  <button disabled>Full</button> <button class="primary" disabled>Full</button> <a href="#a">link</a>
  <input aria-label="Name"> <div class="notice danger">Not sent</div></main>`;

async function show(page: Page, colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
  await page.setContent(`<!doctype html><html lang="en"><title>Modes</title>
    <style>:root { color-scheme: ${colorScheme} } ${native}</style>${content}`);
}

/** Paints every color of the theme for each brand. */
async function paint(page: Page): Promise<{ brand: string; colors: Map<string, Rgb> }[]> {
  const names = tokenNames.filter((name) => name.startsWith('--haven-color-'));
  const painted = await page.evaluate(
    ([brands, names]) => {
      const main = document.querySelector('main')!;
      const probes = names.map((name) => {
        const probe = document.createElement('i');
        probe.style.color = `var(${name})`;
        main.append(probe);
        return getComputedStyle(probe);
      });
      const canvas = Object.assign(document.createElement('canvas'), { width: names.length, height: brands.length });
      const context = canvas.getContext('2d')!;
      brands.forEach((brand, y) => {
        main.style.setProperty('--haven-brand', brand);
        probes.forEach(({ color }, x) => {
          context.fillStyle = color;
          context.fillRect(x, y, 1, 1);
        });
      });
      return [...context.getImageData(0, 0, canvas.width, canvas.height).data];
    },
    [brands, names] as const,
  );
  return brands.map((brand, y) => ({
    brand,
    colors: new Map(
      names.map((name, x) => {
        const start = (y * names.length + x) * 4;
        return [name.replace('--haven-color-', ''), painted.slice(start, start + 3) as unknown as Rgb];
      }),
    ),
  }));
}

const shortfalls = (
  painted: Awaited<ReturnType<typeof paint>>,
  pairs: readonly ColorPair[],
  minimum: number,
): string[] =>
  painted.flatMap(({ brand, colors }) =>
    pairs.flatMap(([foreground, background]) => {
      const ratio = contrastRatio(colors.get(foreground)!, colors.get(background)!);
      return ratio < minimum ? [`${foreground} on ${background}: ${ratio.toFixed(2)} with ${brand}`] : [];
    }),
  );

for (const scheme of ['light', 'dark'] as const) {
  test(`more contrast, ${scheme}: text reaches 7 and controls 4.5, for ${brands.length} brands`, async ({ page }) => {
    await page.emulateMedia({ contrast: 'more' });
    await show(page, scheme);
    const painted = await paint(page);
    expect(shortfalls(painted, textPairs, 7)).toEqual([]);
    expect(shortfalls(painted, controlPairs, 4.5)).toEqual([]);
    const lines: ColorPair[] = [
      ['border', 'surface'],
      ['border', 'surface-subtle'],
    ];
    expect(shortfalls(painted, lines, 4.5)).toEqual([]);
  });

  test(`forced colors, ${scheme}: the theme consists of system colors`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme });
    await show(page, scheme);
    const painted = await paint(page);
    for (const { colors } of painted) expect(colors).toEqual(painted[0]?.colors);
    const disabled = (pair: ColorPair): boolean => pair[0].startsWith('disabled');
    expect(
      shortfalls(
        painted.slice(0, 1),
        textPairs.filter((pair) => !disabled(pair)),
        4.5,
      ),
    ).toEqual([]);
    expect(shortfalls(painted.slice(0, 1), controlPairs, 3)).toEqual([]);
  });
}

const stylesOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => {
    const { color, backgroundColor, borderTopColor, borderTopStyle, outlineStyle } = getComputedStyle(element);
    return { color, backgroundColor, borderTopColor, borderTopStyle, outlineStyle };
  });

test('forced colors: the primary button stands out, and every control keeps its border', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await show(page);
  const [primary, plain] = [
    await stylesOf(page, '.primary:enabled'),
    await stylesOf(page, 'button:not([class]):enabled'),
  ];
  expect(primary.backgroundColor).not.toBe(plain.backgroundColor);
  for (const selector of ['button:not([class]):enabled', '.quiet', 'input', '.notice']) {
    const { borderTopColor, borderTopStyle, backgroundColor } = await stylesOf(page, selector);
    expect(borderTopStyle).toBe('solid');
    expect(borderTopColor).not.toBe(backgroundColor);
  }
  await page.locator('input').focus();
  expect((await stylesOf(page, 'input')).outlineStyle).toBe('solid');
});

test('forced colors: a shadow root without system colors grays out every disabled button', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.setContent('<!doctype html><html lang="en"><title>Forced colors</title><main></main></html>');
  const { themeColor, themeFill, themeDisabled, themeSize, base, button, buttonPrimary, buttonDisabled } = styles;
  await page.evaluate(
    (css) => {
      const root = document.querySelector('main')!.attachShadow({ mode: 'open' });
      root.innerHTML = `<p><button disabled>A</button><button aria-disabled="true">B</button>
        <button class="primary" aria-disabled="true">C</button><i style="color: GrayText"></i></p>`;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [sheet];
    },
    themeColor + themeFill + themeDisabled + themeSize + base + button + buttonPrimary + buttonDisabled,
  );
  const { color } = await stylesOf(page, 'i');
  for (const button of await page.locator('button').all()) await expect(button).toHaveCSS('color', color);
});

/** The value of a color inside the native styles. */
const token = (page: Page, name: string): Promise<string> =>
  page.evaluate((name) => {
    const probe = document.createElement('i');
    probe.style.color = `var(--haven-color-${name})`;
    document.querySelector('main')!.append(probe);
    return getComputedStyle(probe).color;
  }, name);

test('hovered and pressed controls change, disabled ones do not', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await show(page);
  const primary = page.locator('.primary:enabled');
  await primary.hover();
  await expect(primary).toHaveCSS('background-color', await token(page, 'brand-fill-hover'));
  await page.mouse.down();
  await expect(primary).toHaveCSS('background-color', await token(page, 'brand-fill-active'));
  await expect(primary).toHaveCSS('color', await token(page, 'on-brand'));
  await page.mouse.up();
  const plain = page.locator('button:not([class]):enabled');
  await plain.hover();
  await expect(plain).toHaveCSS('background-color', await token(page, 'brand-subtle'));
  await expect(plain).toHaveCSS('color', await token(page, 'brand-hover'));
  const link = page.locator('a');
  await link.hover();
  await expect(link).toHaveCSS('color', await token(page, 'brand-hover'));
  await expect(link).toHaveCSS('text-decoration-thickness', '2px');
  for (const disabled of await page.locator('button:disabled').all()) {
    await disabled.hover({ force: true });
    await expect(disabled).toHaveCSS('background-color', await token(page, 'disabled-surface'));
    await expect(disabled).toHaveCSS('color', await token(page, 'disabled-text'));
  }
});

test('a touch leaves no hover style behind', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await show(page);
  const primary = page.locator('.primary:enabled');
  const before = await stylesOf(page, '.primary:enabled');
  await primary.tap();
  await expect(primary).toHaveCSS('background-color', before.backgroundColor);
  await context.close();
});

test('reduced motion disables transitions', async ({ page }) => {
  await show(page);
  await expect(page.locator('.primary:enabled')).toHaveCSS('transition-duration', '0.15s');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(page.locator('.primary:enabled')).toHaveCSS('transition-duration', '0s');
});

test('print is light, even if the page is dark', async ({ page }) => {
  await show(page, 'dark');
  const text = (): Promise<Rgb | undefined> => paint(page).then(([first]) => first?.colors.get('text'));
  expect(contrastRatio((await text())!, [0, 0, 0])).toBeGreaterThan(7);
  await page.emulateMedia({ media: 'print' });
  expect(contrastRatio((await text())!, [255, 255, 255])).toBeGreaterThan(7);
});
