import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const require = createRequire(import.meta.url);
const font = readFileSync(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));
const bold = readFileSync(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'));

const configurations: Record<string, object> = {
  'the default circle': {},
  'a circle with long labels': {
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
    for (const circle of document.querySelectorAll('haven-circle-diagram')) Object.assign(circle, { config });
  }, config);
  await page.addScriptTag({ path: 'packages/embed/dist/circle-diagram.classic.js' });
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
}

async function download(page: Page, name: string): Promise<{ name: string; content: Buffer }> {
  const summary = page.getByText('Print or download');
  if (!(await page.getByRole('button', { name, exact: true }).isVisible())) await summary.click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
}

test.describe('on paper', () => {
  for (const format of ['Letter', 'A4'])
    for (const [name, config] of Object.entries(configurations).slice(0, 1))
      test(`${name} is one page of ${format}, with the ring, all text and space to write`, async ({ page }) => {
        await open(page, config);
        const pdf = await page.pdf({ format, margin: { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' } });
        expect(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
      });

  test('prints all text and no buttons', async ({ page }) => {
    await open(page);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.picture svg')).toBeVisible();
    for (const heading of await page.getByRole('heading', { level: 4 }).all()) await expect(heading).toBeVisible();
    await expect(page.getByRole('heading', { level: 4 })).toHaveCount(8);
    for (const text of await page.locator('.panel p').all()) await expect(text).toBeVisible();
    await expect(page.locator('.notes hr')).toHaveCount(4);
    for (const button of await page.locator('button:not(.stop)').all()) await expect(button).toBeHidden();
    // The button of a stop is plain text.
    for (const stop of await page.locator('.stop').all()) {
      await expect(stop).toHaveCSS('border-top-width', '0px');
      await expect(stop).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
      expect((await stop.boundingBox())?.height).toBeLessThan(20);
    }
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
    await page.getByText('Print or download').click();
    await page.getByRole('button', { name: 'Print the steps' }).click();
    const printed = await page.evaluate(() => (window as unknown as { printed: { text: string } }).printed);
    expect(printed).toMatchObject({ frame: true, pictures: 1, title: 'A road out, and a road home', brand: '#b00020' });
    expect(printed.text).toMatch(/6\s+A safe place to hide/);
    await expect(page.locator('.picture')).toHaveCount(0);
  });
});

test.describe('as a picture', () => {
  let ready: Promise<void> | undefined;
  test.beforeAll(() => (ready ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')))));

  for (const [name, config] of Object.entries(configurations)) {
    test(`${name} is an SVG that another program paints, with all text inside its view box`, async ({ page }) => {
      await open(page, config);
      const { name: file, content } = await download(page, 'Download drawing (SVG)');
      expect(file).toMatch(/^[\p{L}\d-]+\.svg$/u);
      const svg = content.toString('utf8');
      const fonts = { fontBuffers: [font, bold], defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' };
      const painted = new Resvg(svg, { font: fonts, fitTo: { mode: 'width', value: 1000 } }).render();
      const { pixels, width } = painted;
      const colors = new Set<string>();
      for (let start = 0; start < pixels.length; start += 4) colors.add(pixels.subarray(start, start + 3).join());
      expect(width).toBe(1000);
      expect(colors.size).toBeGreaterThan(50);

      const [left = 0, top = 0, viewWidth = 0, viewHeight = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '')
        .split(' ')
        .map(Number);
      const textBox = new Resvg(svg.replace(/<rect[^>]*\/>/, '').replace(/<path[^>]*\/>/g, ''), {
        font: fonts,
      }).innerBBox();
      // The box is relative to the view box.
      expect(textBox!.x).toBeGreaterThanOrEqual(0);
      expect(textBox!.y).toBeGreaterThanOrEqual(0);
      expect(textBox!.x + textBox!.width).toBeLessThanOrEqual(viewWidth);
      expect(textBox!.y + textBox!.height).toBeLessThanOrEqual(viewHeight);
      expect(textBox!.width).toBeGreaterThan(viewWidth / 2);
      expect([left, top]).toEqual([-24, -24]);
    });

    test(`${name} is a PNG that is sharp on paper`, async ({ page }) => {
      await open(page, config);
      const { name: file, content } = await download(page, 'Download image (PNG)');
      expect(file).toMatch(/\.png$/);
      expect(content.subarray(1, 4).toString()).toBe('PNG');
      expect(content.length).toBeGreaterThan(20_000);
      const [width, height] = [content.readUInt32BE(16), content.readUInt32BE(20)];
      // 300 dots per inch on a page of 8.5 inches, up to Safari's limit of 16 million pixels.
      expect(width).toBeGreaterThan(2550);
      expect(width * height).toBeLessThanOrEqual(16e6);
      await expect(page.locator('[aria-live]')).toHaveText('Look for the picture in your downloads.');
      await expect(page.locator('.tools p')).toHaveText('Look for the picture in your downloads.');
    });
  }

  test('is painted on a page that allows no images', async ({ page }) => {
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
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    await page.goto('http://circle.example/');
    for (const button of ['Download image (PNG)', 'Download drawing (SVG)'])
      expect((await download(page, button)).content.length).toBeGreaterThan(3000);
    expect(messages.filter((text) => !text.includes('favicon'))).toEqual([]);
  });
});

test('the traveler moves without layout or paint, with the CPU slowed down four times', async ({ page, browser }) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  await open(page);
  // Starts at a stop: the first step from home enables "Previous", which needs a paint.
  await page.getByRole('button', { name: 'Next' }).click();
  await page
    .locator('.traveler')
    .evaluate((element) => Promise.all(element.getAnimations().map(({ finished }) => finished)));
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
    const [journey] = circle.shadowRoot!.querySelector('.traveler')!.getAnimations();
    if (!journey) throw new Error('The traveler has no animation.');
    // By then the new stop has been painted.
    const frame = (): Promise<number> => new Promise(requestAnimationFrame);
    await frame();
    await frame();
    await frame();
    performance.mark('departed');
    while (journey.playState === 'running' && Number(journey.currentTime) < 400) await frame();
    performance.mark('arrived');
  });
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: { name: string; ts: number; tid: number; pid: number }[];
  };
  const timeOf = (name: string): number => traceEvents.find((event) => event.name === name)!.ts;
  const during = traceEvents.filter(({ ts }) => ts > timeOf('departed') && ts < timeOf('arrived'));
  expect(during.filter(({ name }) => /^(Layout|Paint|PaintImage)$/.test(name)).map(({ name }) => name)).toEqual([]);
});

test('the traveler follows the road from one stop to the next', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  await open(page);
  const positions = await page.locator('haven-circle-diagram').evaluate(async (circle) => {
    const element = circle as HTMLElement & { next(): void; updateComplete: Promise<unknown> };
    element.next();
    await element.updateComplete;
    const [journey] = element.shadowRoot!.querySelector('.traveler')!.getAnimations();
    return (journey!.effect as KeyframeEffect).getKeyframes().map(({ translate }) => translate);
  });
  expect(positions).toHaveLength(25);
  expect(new Set(positions).size).toBe(25);
});

test('nothing moves with reduced motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.locator('[aria-live]')).toContainText('Step 1 of 8');
  expect(await page.locator('.traveler').evaluate((element) => element.getAnimations().length)).toBe(0);
  expect(await page.locator('.level').evaluate((element) => element.getAnimations().length)).toBe(0);
});

test('fifty circles on a page all work', async ({ page }) => {
  await open(page, {}, 50);
  const circles = page.locator('haven-circle-diagram');
  await expect(circles).toHaveCount(50);
  for (const index of [0, 25, 49]) {
    await circles.nth(index).getByRole('button', { name: 'Next' }).click();
    await expect(circles.nth(index).locator('[aria-live]')).toContainText('Step 1 of 8');
  }
  await expect(circles.nth(1).locator('[aria-live]')).toHaveText('Start: Home with you');
});

test('the road, the cup and the chosen stop are visible in forced colors', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await open(page);
  await page.getByRole('button', { name: 'Next' }).click();
  const surface = await page.locator('.card').evaluate((element) => getComputedStyle(element).backgroundColor);
  const painted = await page.evaluate(() => {
    const root = document.querySelector('haven-circle-diagram')!.shadowRoot!;
    const style = (selector: string): CSSStyleDeclaration => getComputedStyle(root.querySelector(selector)!);
    return {
      // After the ground, each way is followed by its arrowhead.
      out: getComputedStyle(root.querySelectorAll('.road path')[1]!).fill,
      back: getComputedStyle(root.querySelectorAll('.road path')[3]!).fill,
      cup: style('.cup > span').borderTopColor,
      level: style('.level').backgroundColor,
      traveler: style('.traveler').backgroundColor,
      chosen: style('[aria-pressed=true] .label').backgroundColor,
    };
  });
  for (const [name, color] of Object.entries(painted)) expect(color, name).not.toBe(surface);
  // The main action stands out by its border, and is readable even when hovered.
  const next = page.getByRole('button', { name: 'Next' });
  await expect(next).toHaveCSS('border-top-width', '3px');
  for (const movePointer of [() => page.mouse.move(0, 0), () => next.hover()]) {
    await movePointer();
    const { color, backgroundColor } = await next.evaluate((element) => {
      const { color, backgroundColor } = getComputedStyle(element);
      return { color, backgroundColor };
    });
    expect(color).not.toBe(backgroundColor);
  }
  // The saved picture has a background and lines, too.
  const svg = await page.evaluate(() => document.querySelector('haven-circle-diagram')!.toSVG());
  expect(new Set(svg.match(/rgb\([^)]*\)/g)).size).toBeGreaterThan(1);
  await page.screenshot({ path: test.info().outputPath('forced.png') });
});

test('many circles are laid out together, in as many layouts as one', async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const layouts = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'LayoutCount')?.value ?? NaN;
  };
  for (const width of [390, 1000]) {
    await page.setViewportSize({ width, height: 800 });
    await open(page, {}, 20);
    const before = await layouts();
    await page.evaluate(async () => {
      const circles = [...document.querySelectorAll('haven-circle-diagram')];
      document.body.replaceChildren(...circles.map((circle) => document.createElement(circle.localName)));
      await Promise.all(
        [...document.body.children].map(
          (circle) => (circle as Element & { updateComplete: Promise<boolean> }).updateComplete,
        ),
      );
    });
    expect((await layouts()) - before).toBeLessThan(10);
  }
});
