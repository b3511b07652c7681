import { expect, test, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { findPageViolations } from '../../elements/test-support/page-accessibility.js';
import { readingEaseInSpanish, readingGrade } from '@havenkit/elements/reading-grade';
import { startServer } from '../server.mjs';
import { open, pages, widgets } from './example-pages.js';

let site: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => {
  site = await startServer();
});
test.afterAll(() => site.close());

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Pixels of unused space between the card, or its fallback content, and the footer. */
async function spaceAfterCard(content: Locator, page: Page): Promise<number> {
  const [above, below] = [await content.boundingBox(), await page.locator('footer').boundingBox()];
  return below!.y - above!.y - above!.height;
}

for (const { title, path, name, number } of pages)
  test.describe(title, () => {
    test('shows the card from the built file, and makes no request to a third party', async ({ page }) => {
      const { problems, requests } = await open(page, site.origin + path);
      const card = page.locator('haven-contact-card');
      await expect(card.getByRole('heading').first()).toHaveText(name);
      await expect(card.locator('[part=telephone]').getByText(number.replace('+1-', ''))).toBeVisible();
      await expect(card.locator('[part=crisis]').getByText('988').last()).toBeVisible();
      expect(problems).toEqual([]);
      for (const url of requests) expect(url.startsWith(site.origin) || url.startsWith('data:')).toBe(true);
      expect(await page.context().cookies()).toEqual([]);
    });

    for (const width of [256, 320, 1100])
      test(`fits and is accessible at ${width} pixels`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        await open(page, site.origin + path);
        expect(await overflow(page)).toBe(0);
        expect(await findPageViolations(page)).toEqual([]);
      });

    for (const media of [
      { colorScheme: 'dark' },
      { forcedColors: 'active' },
      { contrast: 'more' },
      { reducedMotion: 'reduce' },
    ] as const)
      test(`is accessible with ${JSON.stringify(media)}`, async ({ page }) => {
        await page.emulateMedia(media);
        await open(page, site.origin + path);
        // The visitor's forced colors replace the page's, but axe measures the page's.
        expect(await findPageViolations(page, undefined, 'forcedColors' in media ? ['color-contrast'] : [])).toEqual(
          [],
        );
      });

    test('works from right to left', async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 800 });
      await open(page, site.origin + path);
      await page.evaluate(() => (document.documentElement.dir = 'rtl'));
      expect(await overflow(page)).toBe(0);
      const heading = await page.locator('haven-contact-card').getByRole('heading').first().boundingBox();
      expect(heading!.x + heading!.width).toBeGreaterThan(240);
    });

    test('shows its fallback content without scripts or without the file', async ({ browser, page }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const plain = await context.newPage();
      await plain.goto(site.origin + path);
      const links = plain.getByRole('link', { name: number });
      // At the top, under the form and on the card.
      await expect(links).toHaveCount(3);
      for (const link of await links.all()) await expect(link).toHaveAttribute('href', `tel:${number}`);
      await expect(plain.locator('haven-contact-card').getByRole('link', { name: number })).toBeVisible();
      expect(await spaceAfterCard(plain.locator('haven-contact-card > p'), plain)).toBeLessThan(120);
      await expect(plain.locator('haven-circle-diagram li').last()).toBeVisible();
      // The lines are far enough apart to write on by hand.
      const lines = await plain
        .locator('haven-reflection-prompt > hr')
        .evaluateAll((all) => all.map((line) => line.getBoundingClientRect().bottom));
      expect(lines[1]! - lines[0]!).toBeGreaterThan(30);
      await context.close();

      await page.route('**/cdn/**', (route) => route.abort());
      await page.goto(site.origin + path);
      await expect(page.locator('haven-contact-card').getByRole('link', { name: number })).toBeVisible();
    });

    test('works with the keyboard alone', async ({ page }) => {
      await open(page, site.origin + path);
      // A group of radio buttons is one tab stop.
      const count = await page.locator(widgets.join()).evaluateAll((all) => {
        const controls = all.flatMap((widget) => [
          ...widget.shadowRoot!.querySelectorAll<HTMLInputElement>(
            'a, button, summary, input:not([tabindex="-1"]), select, textarea',
          ),
        ]);
        const stops = controls.filter((control) => control.checkVisibility());
        return new Set(stops.map((control) => (control.type === 'radio' ? control.name : control))).size;
      });
      let reached = 0;
      for (let press = 0; press < count; press++) {
        await page.keyboard.press('Tab');
        const { size, outline } = await page.evaluate(() => {
          let active: Element | null = document.activeElement;
          while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
          const seen = ((window as unknown as { seen?: Set<unknown> }).seen ??= new Set());
          seen.add(active);
          // A choice shows the focus around its whole label.
          const outlined = active?.closest('label') ?? active;
          return { size: seen.size, outline: outlined && getComputedStyle(outlined).outlineStyle };
        });
        reached = size;
        expect(outline).toBe('solid');
      }
      expect(reached).toBe(count);
    });

    test('prints numbers in full and no buttons', async ({ page }) => {
      await open(page, site.origin + path);
      await page.emulateMedia({ media: 'print' });
      const card = page.locator('haven-contact-card');
      await expect(card.locator('[part=telephone]').getByText(number.replace('+1-', ''))).toBeVisible();
      await expect(card.locator('[part=crisis]').getByText('1-833-852-6262').last()).toBeVisible();
      for (const button of await card.getByRole('button', { includeHidden: true }).all())
        await expect(button).toBeHidden();
      expect(await spaceAfterCard(card.locator('.card'), page)).toBeLessThan(120);
      await expect(page.locator('body')).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    });

    // WCAG 2.2 SC 1.4.12: no content is lost with this spacing.
    for (const width of [320, 1100])
      test(`fits text with increased spacing, at ${width} pixels`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        await open(page, site.origin + path);
        const cut = await page.evaluate(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
            word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
          const root = document.querySelector('haven-contact-card')!.shadowRoot!;
          for (const target of [document, root]) target.adoptedStyleSheets.push(sheet);
          return [...root.querySelectorAll<HTMLElement>('*')]
            .filter(({ scrollWidth, clientWidth }) => clientWidth && scrollWidth > clientWidth + 1)
            .map(({ localName, textContent }) => `${localName}: ${textContent.trim()}`);
        });
        expect(cut).toEqual([]);
        expect(await overflow(page)).toBe(0);
      });

    const usual = new Set(['true 320', 'false 768']);
    for (const touch of [false, true])
      for (const width of [320, 420, 768, 1100])
        test(
          `nothing moves when the widgets appear late, ${touch ? 'on a phone' : 'with a mouse'} at ${width} pixels`,
          {
            tag: usual.has(`${touch} ${width}`) ? [] : '@thorough',
          },
          async ({ browser }) => {
            const context = await browser.newContext({
              viewport: { width, height: 800 },
              hasTouch: touch,
              isMobile: touch,
            });
            const page = await context.newPage();
            let release = (): void => undefined;
            const released = new Promise<void>((resolve) => (release = resolve));
            await page.route('**/cdn/*-*.js', async (route) => {
              await released;
              await route.continue();
            });
            await page.goto(site.origin + path, { waitUntil: 'commit' });
            // The page and its styles have loaded, but not the script.
            await page.waitForFunction(() => document.readyState !== 'loading' && document.styleSheets.length > 0);
            await expect(page.locator('footer')).toBeVisible();
            await page.evaluate(() => {
              Object.assign(window, { shifts: 0 });
              new PerformanceObserver((list) => {
                for (const entry of list.getEntries())
                  (window as unknown as { shifts: number }).shifts += (
                    entry as PerformanceEntry & { value: number }
                  ).value;
              }).observe({ type: 'layout-shift', buffered: true });
              // Shows the content after the card, which would move.
              scrollTo(0, document.documentElement.scrollHeight);
            });
            const before = await page.locator('footer').boundingBox();
            release();
            for (const widget of widgets) await expect(page.locator(widget).getByRole('heading').first()).toBeVisible();
            await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
            expect(await page.locator('footer').boundingBox()).toEqual(before);
            expect(await page.evaluate(() => (window as unknown as { shifts: number }).shifts)).toBe(0);
            await context.close();
          },
        );
  });

test("the partner's fallback content stays on the page when the configuration cannot be loaded", async ({ page }) => {
  await page.route('**/practice.json', (route) => route.abort());
  await page.goto(`${site.origin}/partner/`);
  await expect(page.locator('haven-contact-card').getByText('For the site owner')).toBeVisible();
  await expect(page.locator('haven-contact-card').getByRole('link', { name: '+1-503-555-0142' })).toBeVisible();
});

test("the practice's page has the same details as its configuration", async ({ page }) => {
  await page.goto(site.origin);
  const data: unknown = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
  expect(data).toEqual(JSON.parse(readFileSync('packages/site/pages/practice.json', 'utf8')));
});

test("the practice's page shows no details that its configuration lacks", async ({ page }) => {
  await open(page, `${site.origin}/`);
  await expect(page.locator('haven-contact-card').locator('dl, table')).toHaveCount(0);
});

test('each page has its own circle, and the drawing of the practice names no program', async ({ page }) => {
  await open(page, `${site.origin}/`);
  const circle = page.locator('haven-circle-diagram');
  await expect(circle.getByRole('heading', { level: 3 }).first()).toHaveText('A road out, and a road home');
  await expect(circle.getByText('Circle of Security')).toHaveCount(0);
  await expect(circle.getByText('not affiliated')).toHaveCount(0);
  await expect(page.locator('footer')).toContainText('Circle of Security International has not endorsed them.');
  await open(page, `${site.origin}/partner/`);
  await circle.getByRole('button', { name: '¿Me cuidas?' }).click();
  await expect(circle.locator('[aria-live]')).toContainText('Paso 5 de 6');
  await expect(circle.locator('.shown .panel')).toContainText('Póngase a su altura');
  await expect(circle.getByText('No está afiliado')).toBeVisible();
});

test('a sign-up from the page is stored once, and the page shows its reference', async ({ page }) => {
  const { problems } = await open(page, `${site.origin}/`);
  const form = page.locator('haven-signup-form .card');
  await form.getByLabel('One-on-one').check();
  await form.getByLabel('Evenings').check();
  await form.getByLabel('Your name').fill('Ana Ortiz');
  await form.getByLabel('Call me').check();
  // The minifier has kept the space between the words.
  await expect(form.getByLabel('Email address\u00a0(optional)', { exact: true })).toBeVisible();
  await form.getByLabel('Phone number').fill('(919) 555-0142');
  await form.getByLabel('Your name').focus();
  await form.getByLabel('Yes', { exact: true }).check();
  await form.getByLabel('I agree').check();
  const [request] = await Promise.all([
    page.waitForRequest('**/signups'),
    form.getByRole('button', { name: 'Sign up' }).click(),
  ]);
  await expect(form.getByText(/^Your reference number: [\dA-Z]{4}-[\dA-Z]{4}$/)).toBeVisible();
  const again = await page.request.post(`${site.origin}/signups`, {
    data: request.postData()!,
    headers: { 'Content-Type': 'application/json' },
  });
  expect(again.status()).toBe(200);
  await expect(form.getByText(((await again.json()) as { reference: string }).reference)).toBeVisible();
  expect(problems).toEqual([]);
});

test('without scripts the fallback form stores a sign-up once', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const references = [];
  for (let attempt = 0; attempt < 2; attempt++) {
    await page.goto(site.origin);
    await page.getByLabel('Your name').fill('Ana Ortiz');
    await page.getByLabel('Phone number').fill('(919) 555-0142');
    await page.getByLabel('I agree that').check();
    await page.getByRole('button', { name: 'Sign up' }).click();
    await expect(page.getByRole('heading', { name: 'We got your sign-up' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Call +1-919-791-5611' })).toBeVisible();
    references.push(await page.getByText('Your reference number:').textContent());
    await page.getByRole('link', { name: 'Go back to the website' }).click();
    await expect(page).toHaveURL(`${site.origin}/`);
  }
  expect(references[0]).toBe(references[1]);
  await context.close();
});

test('without scripts the consent text is sent as it is shown', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const path of ['/', '/partner/']) {
    await page.goto(site.origin + path);
    const sent = await page.locator('input[name="consentText"]').inputValue();
    expect(sent).toContain(await page.locator('.practice').innerText());
    await expect(page.locator('label', { has: page.locator('[name="consent"]') })).toHaveText(sent);
  }
  await context.close();
});

test("the partner's full group offers the waiting list", async ({ page }) => {
  // Before the group's last session.
  await page.clock.setFixedTime('2027-01-10T12:00:00Z');
  await open(page, `${site.origin}/partner/`);
  const form = page.locator('haven-signup-form .card');
  await form.getByLabel('Sábados en línea').check();
  await form.getByLabel('Su nombre').fill('Ana');
  await form.getByLabel('Por correo electrónico').check();
  await form.getByLabel('Correo electrónico', { exact: true }).fill('ana@home.example');
  await form.getByLabel('Acepto').check();
  await form.getByRole('button', { name: 'Unirse a la lista de espera' }).click();
  await expect(form.getByRole('heading', { name: 'Usted está en la lista de espera' })).toBeVisible();
  // No empty space is left where the form was.
  const heights = await page
    .locator('haven-signup-form')
    .evaluate((host) =>
      [host, host.shadowRoot?.querySelector('.card')].map((element) => element?.getBoundingClientRect().height),
    );
  expect(heights[0]).toBe(heights[1]);
});

test("the partner's card is in Spanish, with its hours in its own time zone", async ({ page }) => {
  await open(page, `${site.origin}/partner/`);
  const card = page.locator('haven-contact-card');
  await expect(card.getByRole('heading', { name: 'Horario' })).toBeVisible();
  await expect(card.getByRole('rowheader', { name: 'Lun a jue' })).toBeVisible();
  await expect(card.getByText(/^(Abierto|Cerrado) ahora/)).toBeVisible();
});

test('the text needs at most eight years of school', async ({ page }) => {
  await page.goto(site.origin);
  expect(readingGrade(await page.locator('main').innerText())).toBeLessThanOrEqual(8);
  await open(page, `${site.origin}/`);
  expect(readingGrade(await page.locator('haven-contact-card .crisis').innerText())).toBeLessThanOrEqual(8);
  await page.getByRole('button', { name: 'Show all text' }).click();
  expect(readingGrade(await page.locator('haven-circle-diagram .map').innerText())).toBeLessThanOrEqual(8);
  await open(page, `${site.origin}/partner/`);
  await page.getByRole('button', { name: 'Mostrar todo el texto' }).click();
  expect(readingEaseInSpanish(await page.locator('haven-circle-diagram .map').innerText())).toBeGreaterThanOrEqual(65);
});
