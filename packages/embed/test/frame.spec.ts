/** A framed widget: what its address asks for, its height, its links, and what the page around it cannot read. */
import { expect, test, type Page } from '@playwright/test';
import { configurations, files, home, pageWith, serve } from './embedded.page.js';

const address = (request: unknown): string => `${files}frame.html#${encodeURIComponent(JSON.stringify(request))}`;
const card = { widget: 'contact-card', ...configurations['contact-card'] };
const host = `<script defer src="${files}frame-host.js"></script>`;
const frame = (request: unknown, attributes = ''): string =>
  `<iframe data-haven-frame title="Widget" width="100%" height="300" ${attributes} src="${address(request)}"></iframe>`;

/** Heights of the frame and of what is in it. */
async function heights(page: Page): Promise<{ frame: number; content: number; scrolls: boolean }> {
  const content = await page
    .frameLocator('[data-haven-frame]')
    .locator('body')
    .evaluate((body) => ({
      content: body.getBoundingClientRect().height,
      scrolls: document.documentElement.scrollHeight > innerHeight,
    }));
  return { frame: await page.locator('[data-haven-frame]').evaluate((each) => each.clientHeight), ...content };
}

/** Waits until every frame, and then the page, has painted twice, and messages sent before have arrived. */
async function settled(page: Page): Promise<void> {
  for (const each of [...page.frames().reverse()])
    await each.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

for (const [where, attributes] of Object.entries({
  'a frame of another origin': '',
  'a sandboxed frame without an origin': 'sandbox="allow-scripts"',
}))
  test(`takes the height of its content in ${where}, at every width, and never scrolls`, async ({ page }) => {
    await serve(page, { '/': pageWith(frame(card, attributes) + host) });
    await page.goto(home);
    const reported: number[] = [];
    await page.exposeFunction('report', (height: number) => reported.push(height));
    await page.evaluate(() =>
      addEventListener('message', ({ data }: MessageEvent<{ height?: number }>) => {
        const height = data.height;
        if (height) (window as unknown as { report(height: number): void }).report(height);
      }),
    );
    for (const width of [320, 390, 768, 1100]) {
      await page.setViewportSize({ width, height: 700 });
      await expect
        .poll(async () => {
          const { frame, content, scrolls } = await heights(page);
          return frame >= content && frame < content + 32 && !scrolls;
        })
        .toBe(true);
    }
    expect(reported.every((height) => height % 16 === 0)).toBe(true);
    // There is no resize loop: while nothing changes, no height is sent.
    const count = reported.length;
    await settled(page);
    expect(reported.length).toBe(count);
    expect(count).toBeLessThan(20);
  });

test('does not scroll where a theme gives frames padding and a border', async ({ page }) => {
  const theme = '<style>*, iframe { box-sizing: border-box } iframe { padding: 20px 5px; border: 5px solid }</style>';
  await serve(page, { '/': pageWith(theme + frame(card) + host) });
  await page.goto(home);
  await expect.poll(async () => (await heights(page)).frame).toBeGreaterThan(400);
  await expect.poll(async () => (await heights(page)).scrolls).toBe(false);
});

test('scrolls in a fixed box where the page does not follow its height', async ({ page }) => {
  await serve(page, { '/': pageWith(frame(card)) });
  await page.goto(home);
  const help = page.frameLocator('iframe').getByText('National Maternal Mental Health Hotline');
  await help.scrollIntoViewIfNeeded();
  await expect(help).toBeInViewport();
  expect(await heights(page)).toMatchObject({ frame: 300, scrolls: true });
});

test('follows no height that another window tells', async ({ page }) => {
  const other = '<iframe name="other" srcdoc="<p>Advertisement</p>"></iframe>';
  await serve(page, { '/': pageWith(frame(card) + other + host) });
  await page.goto(home);
  await expect.poll(async () => (await heights(page)).frame).toBeGreaterThan(400);
  const { frame: before } = await heights(page);
  const lies = [
    { type: 'havenkit:height', version: 1, height: 32 },
    { type: 'havenkit:height', version: 1, height: 160 },
    { type: 'havenkit:height', version: 2, height: 640 },
    null,
    'havenkit:height',
  ];
  for (const lie of lies) {
    await page.frame('other')!.evaluate((data) => parent.postMessage(data, '*'), lie);
    await page.evaluate((data) => postMessage(data, '*'), lie);
  }
  // From the frame itself, but no height that it could have.
  const own = page.frames().find((each) => each.url().startsWith(files))!;
  for (const height of [1e9, -16, 17, '640', NaN, null])
    await own.evaluate(
      (value) => parent.postMessage({ type: 'havenkit:height', version: 1, height: value }, '*'),
      height,
    );
  await settled(page);
  expect((await heights(page)).frame).toBe(before);
});

test('says what its address lacks', async ({ page }) => {
  await serve(page, {});
  for (const [hash, words] of [
    ['', 'Expected a JSON object'],
    ['#%', 'Expected a JSON object'],
    ['#[]', 'Expected a JSON object'],
    ['#null', 'Expected a JSON object'],
    [`#${encodeURIComponent('{"widget":"toString"}')}`, 'Expected a widget: circle-diagram, contact-card'],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(`${files}frame.html${hash}`);
    await expect(page.getByText(words)).toBeVisible();
  }
});

test('says that it needs a script, in both languages, where a frame may not run one', async ({ page }) => {
  await serve(page, { '/': pageWith(frame(card, 'sandbox')) });
  await page.goto(home);
  const paragraphs = page.frameLocator('iframe').locator('p');
  await expect(paragraphs).toHaveText(['This part needs JavaScript.', 'Esta parte necesita JavaScript.']);
  await expect(paragraphs.first()).toBeVisible();
});

test('shows another widget when its address changes, in its language', async ({ page }) => {
  const { problems, requested } = await serve(page, {});
  await page.goto(address(card));
  await expect(page.getByRole('heading', { name: 'Riverbend Family Center' })).toBeVisible();
  await page.evaluate((hash) => (location.hash = hash), encodeURIComponent('{"widget":"circle-diagram","lang":"es"}'));
  await expect(page.getByRole('button', { name: 'Siguiente' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  expect(requested.filter((path) => path.includes('locales'))).toEqual(['/havenkit/locales/es/circle-diagram.js']);
  expect(problems).toEqual([]);
});

test('shows its widget in English when the strings do not load, in a sandboxed frame, too', async ({ page }) => {
  const spanish = { ...card, lang: 'es' };
  for (const [broken, words] of [
    [[], 'Guardar contacto'],
    [['locales/es/contact-card.js'], 'Save contact'],
  ] as const)
    for (const attributes of ['', 'sandbox="allow-scripts"']) {
      // No CORS: the frame without an origin loads the strings all the same.
      const fileHeaders = { 'access-control-allow-origin': 'https://nobody.example' };
      await serve(page, { '/': pageWith(frame(spanish, attributes) + host) }, { broken, fileHeaders });
      await page.goto(home);
      await expect(page.frameLocator('iframe').getByRole('button', { name: words })).toBeVisible();
    }
});

test('opens websites in a tab of their own', async ({ page, context }) => {
  await serve(page, {
    '/': pageWith(frame({ ...card, url: 'https://practice.example/about' }) + host),
    '/about': pageWith('About us'),
  });
  await page.goto(home);
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    page.frameLocator('iframe').getByRole('link', { name: 'practice.example' }).click(),
  ]);
  await expect(opened.getByText('About us')).toBeVisible();
  expect(await opened.evaluate(() => window.opener as unknown)).toBe(null);
  await expect(page.frameLocator('iframe').getByRole('heading', { name: 'Riverbend Family Center' })).toBeVisible();
});

test('keeps what is typed into the prompt from the scripts of the page around it', async ({ page }) => {
  const secret = 'I was so tired today';
  await serve(page, { '/': pageWith(frame({ widget: 'reflection-prompt' }) + host) });
  await page.addInitScript(() => {
    if (window !== parent) return;
    const seen = ((window as unknown as { seen: string[] }).seen = [] as string[]);
    for (const type of ['keydown', 'input', 'beforeinput', 'focusin', 'paste', 'message'])
      addEventListener(
        type,
        (event) => seen.push(JSON.stringify((event as MessageEvent).data ?? (event as KeyboardEvent).key ?? '')),
        true,
      );
  });
  await page.goto(home);
  const widget = page.frameLocator('iframe');
  await widget.getByRole('textbox').pressSequentially(secret);
  await widget.getByRole('button', { name: 'Done' }).click();
  await expect(widget.getByText('Thank you for taking a moment')).toBeVisible();
  const readable = await page.evaluate(() => {
    const { contentDocument, contentWindow } = document.querySelector('iframe')!;
    let text = contentDocument ? 'a document, ' : 'no document, ';
    try {
      text += contentWindow!.document.body.textContent;
    } catch (error) {
      text += (error as Error).name;
    }
    return { text, seen: (window as unknown as { seen: string[] }).seen };
  });
  expect(readable.text).toBe('no document, SecurityError');
  expect(readable.seen).not.toEqual([]);
  expect(readable.seen.every((data) => /^\{"type":"havenkit:(ready|height)"/.test(data))).toBe(true);
  expect(readable.seen.join('')).not.toContain('tired');
});
