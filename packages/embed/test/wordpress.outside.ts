/** The printed snippets in a real WordPress: what it stores and shows of them, by role, editor and theme. */
import { expect, test, type BrowserContext, type FrameLocator, type Page } from '@playwright/test';
import type { Fallback } from '@havenkit/elements/foundation';
import { render } from '../src/node/render.js';
import { snippet, type SnippetOptions } from '../src/snippet.js';
import { widgets } from '../src/widgets.js';
import { configurations, files, serve } from './embedded.page.js';
import { startWordPress, type WordPress } from './wordpress/site.js';

type Widget = keyof typeof configurations;
type Role = 'administrator' | 'author';

/** How WordPress keeps a content: in a Custom HTML block, or as the classic editor does, with paragraphs made of lines. */
const editors = {
  'a Custom HTML block': (html: string) => `<!-- wp:html -->\n${html}\n<!-- /wp:html -->`,
  'the classic editor': (html: string) => html,
};

let site: WordPress;
test.beforeAll(async () => {
  site = await startWordPress();
});
test.afterAll(() => site.close());

async function snippetOf(widget: Widget, form: SnippetOptions['form']): Promise<string> {
  const { fallback } = (await import(`@havenkit/elements/${widget}/fallback`)) as { fallback: Fallback };
  const heights = [
    { width: 14, height: 40 },
    { width: 40, height: 30 },
  ];
  const room = { mouse: heights, touch: heights };
  const configuration = configurations[widget];
  return snippet({ widget, configuration, language: 'en', form, files, room, fallback, render }).html;
}

const allSnippets = async (form: SnippetOptions['form']): Promise<string> =>
  (await Promise.all((widgets as Widget[]).map((widget) => snippetOf(widget, form)))).join('\n');

/** Publishes a post as the block editor does. @returns its address */
async function publish(context: BrowserContext, role: Role, content: string): Promise<string> {
  const { request } = context;
  await request.get(`${site.origin}/wp-login.php`);
  const form = { log: role, pwd: 'password', testcookie: '1' };
  await request.post(`${site.origin}/wp-login.php`, { form });
  const nonce = await (await request.get(`${site.origin}/wp-admin/admin-ajax.php?action=rest-nonce`)).text();
  const response = await request.post(`${site.origin}/index.php?rest_route=/wp/v2/posts`, {
    headers: { 'X-WP-Nonce': nonce },
    data: { title: 'Growing Secure', status: 'publish', content },
  });
  expect(response.status(), await response.text()).toBe(201);
  const { link } = (await response.json()) as { link: string };
  // Visitors are not logged in.
  await context.clearCookies();
  return link;
}

/** Everything that a visitor can do with the four widgets. */
async function useWidgets(
  page: Page,
  inside: (widget: Widget) => Page | FrameLocator,
  sent: readonly string[],
): Promise<void> {
  const card = inside('contact-card');
  await expect(
    card
      .getByText(/503-555-0142/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
  const circle = inside('circle-diagram');
  const stop = circle.getByRole('button', { name: 'A nod to go' });
  await stop.click();
  await expect(stop).toHaveAttribute('aria-current', 'step');
  const prompt = inside('reflection-prompt');
  await prompt.getByLabel('Your thoughts').fill('In the rain');
  const form = inside('signup-form');
  const labeled = (label: string) => form.getByLabel(label).filter({ visible: true });
  await labeled('In a group').check();
  await labeled('Evenings').check();
  await labeled('Your name').fill('Zoë');
  await labeled('Email me').check();
  await labeled('Email address').fill('zoe@example.com');
  await form.getByRole('checkbox', { name: 'I agree' }).filter({ visible: true }).check();
  await form.getByRole('button', { name: 'Sign up' }).filter({ visible: true }).click();
  await expect.poll(() => sent.length).toBe(1);
  await expect(form.getByRole('heading', { name: 'We got your sign-up' })).toBeVisible();
  expect(sent).toHaveLength(1);
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const theme of ['twentytwentythree', 'twentytwentyone'])
  for (const [editor, save] of Object.entries(editors))
    for (const form of ['element', 'frame'] as const)
      test(`an administrator's ${form}s in ${editor} work in the theme ${theme}`, async ({ page, context }) => {
        site.useTheme(theme);
        site.setFooter('');
        const address = await publish(context, 'administrator', save(await allSnippets(form)));
        const { sent, problems } = await serve(page, {});
        for (const width of [390, 1100]) {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(address);
          await expect(page.getByText('Growing Secure').first()).toBeVisible();
          expect(await overflow(page)).toBe(0);
        }
        const inside = (widget: Widget): Page | FrameLocator =>
          form === 'frame' ? page.frameLocator(`iframe[src*="${widget}"]`) : page;
        await useWidgets(page, inside, sent);
        // The fallback content is not shown beside its widget.
        await expect(page.getByText('When did you wait and not help?').filter({ visible: true })).toHaveCount(
          form === 'frame' ? 0 : 1,
        );
        expect(problems).toEqual([]);
      });

for (const [editor, save] of Object.entries(editors)) {
  test(`an administrator's HTML in ${editor} works without scripts`, async ({ browser }) => {
    site.useTheme('twentytwentythree');
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const address = await publish(context, 'administrator', save(await allSnippets('html')));
    const { sent } = await serve(page, {});
    await page.goto(address);
    await expect(page.getByRole('link', { name: /503-555-0142/ }).first()).toHaveAttribute(
      'href',
      'tel:+1-503-555-0142',
    );
    await expect(page.getByText('A nod to go')).toBeVisible();
    await page.getByLabel('In a group').check();
    await page.getByLabel('Your name').fill('Zoë');
    await page.getByLabel('Email me').check();
    await page.getByLabel('Email address').fill('zoe@example.com');
    await page.getByRole('checkbox', { name: 'I agree' }).check();
    await page.getByRole('button', { name: 'Sign up' }).click();
    await expect.poll(() => sent.length).toBe(1);
    await context.close();
  });

  test(`an author's placeholders in ${editor} work where the administrator has put the loader on the site`, async ({
    page,
    context,
  }) => {
    site.useTheme('twentytwentythree');
    site.setFooter(`<script defer src="${files}loader.classic.js"></script>`);
    const placeholders = [
      '<div data-haven="contact-card" data-name="Riverbend Family Center" data-telephone="+1-503-555-0142"><p>Call us.</p></div>',
      '<div data-haven="circle-diagram"><p>The circle</p></div>',
      '<div data-haven="reflection-prompt"><p>A moment</p></div>',
      `<div data-haven="signup-form" data-name="Growing" data-formats="individual group" data-endpoint="${configurations['signup-form'].endpoint}"><p>Call us to sign up.</p></div>`,
    ].join('\n');
    const address = await publish(context, 'author', save(placeholders));
    const { sent, problems } = await serve(page, {});
    await page.goto(address);
    await useWidgets(page, () => page, sent);
    expect(problems).toEqual([]);
  });

  test(`an author's element in ${editor} leaves its fallback content, and is not shown as code`, async ({
    page,
    context,
  }) => {
    site.useTheme('twentytwentythree');
    site.setFooter('');
    const address = await publish(context, 'author', save(await snippetOf('contact-card', 'element')));
    await serve(page, {});
    await page.goto(address);
    await expect(page.getByRole('link', { name: /503-555-0142/ }).first()).toHaveAttribute(
      'href',
      'tel:+1-503-555-0142',
    );
    await expect(page.locator('haven-contact-card')).toHaveCount(0);
  });
}
