import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const require = createRequire(import.meta.url);
const font = readFileSync(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));
const bold = readFileSync(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'));

const names: Record<string, object> = {
  'our own circle': {},
  'a partner with long names': {
    title: 'Unterwegs zwischen Geborgenheit und Abenteuer, jeden Tag',
    base: { label: 'Zuhause, wo immer wir gerade sind', text: 'Von hier geht es los.' },
    arcs: ['hin', 'her'].map((id) => ({
      id,
      label: `Der Weg ${id}`,
      stops: Array.from({ length: 6 }, (_, index) => ({
        id: `${id}${index}`,
        label: `Aufmerksamkeitsbedürfnis Nummer ${index + 1} auf dem Weg`,
        text: 'Ein Kind schaut sich um.',
        try: 'Winken Sie.',
      })),
    })),
    attribution: 'Mit freundlicher Genehmigung.',
  },
};

/** Opens a page with a circle from the built file. */
async function open(page: Page, config: object = {}, count = 1): Promise<void> {
  await page.setContent(
    `<!doctype html><html lang="en"><title>Circle</title><body>${'<haven-circle-diagram></haven-circle-diagram>'.repeat(count)}`,
  );
  await page.evaluate((config) => {
    for (const one of document.querySelectorAll('haven-circle-diagram')) Object.assign(one, { config });
  }, config);
  await page.addScriptTag({ path: 'packages/embed/dist/circle-diagram.classic.js' });
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
}

async function download(page: Page, name: string): Promise<{ name: string; content: Buffer }> {
  const summary = page.getByText('Take it with you');
  if (!(await page.getByRole('button', { name, exact: true }).isVisible())) await summary.click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
}

test.describe('on paper', () => {
  for (const format of ['Letter', 'A4'])
    for (const [name, config] of Object.entries(names).slice(0, 1))
      test(`${name} is one page of ${format}, with the ring, all the text and space to write`, async ({ page }) => {
        await open(page, config);
        const pdf = await page.pdf({ format, margin: { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' } });
        expect(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
      });

  test('the printed page has all the text and no buttons', async ({ page }) => {
    await open(page);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.picture svg')).toBeVisible();
    for (const heading of await page.getByRole('heading', { level: 4 }).all()) await expect(heading).toBeVisible();
    await expect(page.getByRole('heading', { level: 4 })).toHaveCount(8);
    for (const text of await page.locator('.panel p').all()) await expect(text).toBeVisible();
    await expect(page.locator('.notes hr')).toHaveCount(4);
    for (const button of await page.getByRole('button', { includeHidden: true }).all())
      await expect(button).toBeHidden();
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect(page.locator('.picture')).toHaveCount(0);
  });

  test('the print button prints only the handout', async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => {
        const { body } = document;
        Object.assign(window.top!, {
          printed: {
            frame: window !== window.top,
            text: body.shadowRoot?.textContent,
            pictures: body.shadowRoot?.querySelectorAll('.picture svg').length,
            title: document.title,
            brand: getComputedStyle(body.shadowRoot!.querySelector('h3')!).getPropertyValue('--haven-brand'),
          },
        });
      };
    });
    await page.goto('about:blank');
    await open(page);
    await page.locator('haven-circle-diagram').evaluate((element) => element.setAttribute('brand', '#b00020'));
    await page.getByText('Take it with you').click();
    await page.getByRole('button', { name: 'Print' }).click();
    const printed = await page.evaluate(() => (window as unknown as { printed: { text: string } }).printed);
    expect(printed).toMatchObject({ frame: true, pictures: 1, title: 'A road out, and a road home', brand: '#b00020' });
    expect(printed.text).toContain('A safe place to hide');
    await expect(page.locator('.picture')).toHaveCount(0);
  });
});

test.describe('as a picture', () => {
  let ready: Promise<void> | undefined;
  test.beforeAll(() => (ready ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')))));

  for (const [name, config] of Object.entries(names)) {
    test(`${name} is an SVG that renders outside the page, with all its text inside the view box`, async ({ page }) => {
      await open(page, config);
      const { name: file, content } = await download(page, 'Drawing (SVG)');
      expect(file).toMatch(/^[\p{L}\d-]+\.svg$/u);
      const svg = content.toString('utf8');
      const fonts = { fontBuffers: [font, bold], defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' };
      const painted = new Resvg(svg, { font: fonts, fitTo: { mode: 'width', value: 1000 } }).render();
      const { pixels, width } = painted;
      const colours = new Set<string>();
      for (let at = 0; at < pixels.length; at += 4) colours.add(pixels.subarray(at, at + 3).join());
      expect(width).toBe(1000);
      expect(colours.size).toBeGreaterThan(50);

      const [left = 0, top = 0, wide = 0, high = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
      const words = new Resvg(svg.replace(/<rect[^>]*\/>/, '').replace(/<path[^>]*\/>/g, ''), {
        font: fonts,
      }).innerBBox();
      // The origin of the image is that of the view box.
      expect(words!.x).toBeGreaterThanOrEqual(0);
      expect(words!.y).toBeGreaterThanOrEqual(0);
      expect(words!.x + words!.width).toBeLessThanOrEqual(wide);
      expect(words!.y + words!.height).toBeLessThanOrEqual(high);
      expect(words!.width).toBeGreaterThan(wide / 2);
      expect([left, top]).toEqual([-24, -24]);
    });

    test(`${name} is a PNG in two sizes`, async ({ page }) => {
      await open(page, config);
      const sizes = [];
      for (const button of ['Picture (PNG)', 'Large picture (PNG)']) {
        const { name: file, content } = await download(page, button);
        expect(file).toMatch(/\.png$/);
        expect(content.subarray(1, 4).toString()).toBe('PNG');
        sizes.push([content.readUInt32BE(16), content.readUInt32BE(20)]);
        expect(content.length).toBeGreaterThan(20_000);
      }
      const [[width = 0, height = 0] = [], large] = sizes;
      expect(width).toBeGreaterThan(2000);
      // Twice as large, as far as browsers take it: 16 million pixels in Safari.
      const scale = Math.min(2, Math.sqrt(16e6 / (width * height)));
      expect(large![0]).toBeCloseTo(scale * width, -1);
      expect(large![1]).toBeCloseTo(scale * height, -1);
    });
  }

  test('works where the page may load no images', async ({ page }) => {
    await page.route('http://circle.example/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'Content-Security-Policy': "default-src 'none'; script-src 'self'" },
        body: '<!doctype html><title>x</title><script src="/circle.js"></script><haven-circle-diagram></haven-circle-diagram>',
      }),
    );
    await page.route('http://circle.example/circle.js', (route) =>
      route.fulfill({ path: 'packages/embed/dist/circle-diagram.classic.js' }),
    );
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    await page.goto('http://circle.example/');
    for (const button of ['Picture (PNG)', 'Drawing (SVG)'])
      expect((await download(page, button)).content.length).toBeGreaterThan(3000);
    expect(refused.filter((text) => !text.includes('favicon'))).toEqual([]);
  });
});

test('the traveler moves without layout or paint, with the CPU slowed down four times', async ({ page, browser }) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  await open(page);
  // Starts at a stop, not at home: leaving home enables "Previous", which paints.
  await page.getByRole('button', { name: 'Next' }).click();
  await page
    .locator('.traveller')
    .evaluate((traveler) => Promise.all(traveler.getAnimations().map(({ finished }) => finished)));
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await browser.startTracing(page, { categories: ['devtools.timeline', 'blink.user_timing'] });
  // `npm run bench` measures the frame rate.
  await page.evaluate(async () => {
    const circle = document.querySelector('haven-circle-diagram') as HTMLElement & {
      next(): void;
      updateComplete: Promise<unknown>;
    };
    circle.next();
    await circle.updateComplete;
    const [journey] = circle.shadowRoot!.querySelector('.traveller')!.getAnimations();
    if (!journey) throw new Error('Nothing moves.');
    // Waits until the new stop has been painted once.
    const frame = (): Promise<number> => new Promise(requestAnimationFrame);
    await frame();
    await frame();
    await frame();
    performance.mark('travelling');
    while (journey.playState === 'running' && Number(journey.currentTime) < 400) await frame();
    performance.mark('arrived');
  });
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: { name: string; ts: number; tid: number; pid: number }[];
  };
  const at = (name: string): number => traceEvents.find((event) => event.name === name)!.ts;
  const during = traceEvents.filter(({ ts }) => ts > at('travelling') && ts < at('arrived'));
  expect(during.filter(({ name }) => /^(Layout|Paint|PaintImage)$/.test(name)).map(({ name }) => name)).toEqual([]);
});

test('with reduced motion nothing moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('status')).toContainText('Step 1 of 8');
  expect(await page.locator('.traveller').evaluate((one) => one.getAnimations().length)).toBe(0);
  expect(await page.locator('.level').evaluate((one) => one.getAnimations().length)).toBe(0);
});

test('fifty circles on one page all respond', async ({ page }) => {
  await open(page, {}, 50);
  const circles = page.locator('haven-circle-diagram');
  await expect(circles).toHaveCount(50);
  for (const at of [0, 25, 49]) {
    await circles.nth(at).getByRole('button', { name: 'Next' }).click();
    await expect(circles.nth(at).getByRole('status')).toContainText('Step 1 of 8');
  }
  await expect(circles.nth(1).getByRole('status')).toHaveText('You are home');
});

test('in forced colors the road, the cup and the selected stop are visible', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await open(page);
  await page.getByRole('button', { name: 'Next' }).click();
  const surface = await page.locator('.card').evaluate((one) => getComputedStyle(one).backgroundColor);
  const painted = await page.evaluate(() => {
    const root = document.querySelector('haven-circle-diagram')!.shadowRoot!;
    const style = (selector: string): CSSStyleDeclaration => getComputedStyle(root.querySelector(selector)!);
    return {
      out: style('.road path').stroke,
      back: getComputedStyle(root.querySelectorAll('.road path')[2]!).stroke,
      cup: style('.cup > span').borderTopColor,
      level: style('.level').backgroundColor,
      traveller: style('.traveller').backgroundColor,
      chosen: style('[aria-current]').backgroundColor,
    };
  });
  for (const [name, colour] of Object.entries(painted)) expect(colour, name).not.toBe(surface);
  // The primary button stands out by its border, and stays readable when hovered.
  const next = page.getByRole('button', { name: 'Next' });
  await expect(next).toHaveCSS('border-top-width', '3px');
  for (const point of [() => page.mouse.move(0, 0), () => next.hover()]) {
    await point();
    const [text, ground] = await next.evaluate((one) => [
      getComputedStyle(one).color,
      getComputedStyle(one).backgroundColor,
    ]);
    expect(text).not.toBe(ground);
  }
  // The saved picture has a background and lines, too.
  const saved = await page.evaluate(() => document.querySelector('haven-circle-diagram')!.toSVG());
  expect(new Set(saved.match(/rgb\([^)]*\)/g)).size).toBeGreaterThan(1);
  await page.screenshot({ path: test.info().outputPath('forced.png') });
});
