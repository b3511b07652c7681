/** The bench's contract in a real WordPress: what it stores and shows of the snippets, by role, editor and theme. */
import { expect, test, type Browser, type Page } from '@playwright/test';
import { themes } from '../../../scripts/machine/wordpress.mjs';
import { contentOf } from './bench/content.js';
import { useEverything } from './bench/contract.js';
import { forms, type Content, type Host } from './bench/host.js';
import { wordpress } from './bench/wordpress.js';
import { files, home, pageWith, serve, type Traffic } from './embedded.page.js';
import { SignupForm } from './signup.page.js';
import { startWordPress, type WordPress } from './wordpress/site.js';
import { contentOfPost, editors, Writer, type Editor, type Post, type Role } from './wordpress/writer.js';

/** What the bench says about each editor, and about authors. */
const [blockHost, classicHost, authorHost] = wordpress as [Host, Host, Host];
const hosts: Readonly<Record<Editor, Host>> = { block: blockHost, classic: classicHost };
const names: Readonly<Record<Editor, string>> = { block: 'a Custom HTML block', classic: 'the classic editor' };

let site: WordPress;
const writers = new Map<Role, Writer>();
test.beforeAll(async () => {
  site = await startWordPress();
});
test.afterAll(async () => {
  for (const writer of writers.values()) await writer.close();
  // It has not started when something is missing.
  await (site as WordPress | undefined)?.close();
});

/** A person of a role, who logs in once. */
async function writerOf(browser: Browser, role: Role): Promise<Writer> {
  const writer = writers.get(role) ?? (await Writer.logIn(browser, site, role));
  writers.set(role, writer);
  return writer;
}

/** What a person pastes: where an administrator has put the loader on the site once, without its script. */
const pastedOf = ({ form, markup, pasted }: Content): string => (form === 'loader' ? markup : pasted);

/** Saves a snippet, on a site with the loader if it needs that. */
async function save(browser: Browser, role: Role, editor: Editor, content: Content): Promise<Post> {
  site.setFooter(content.form === 'loader' ? content.scripts.join('') : '');
  return (await writerOf(browser, role)).save(editor, pastedOf(content));
}

/** Opens a page as a visitor, with the files and the endpoint that its snippets name. */
async function visit(page: Page, address: string): Promise<Traffic> {
  const traffic = await serve(page, {});
  // WordPress makes pictures of emoji that the computer has no font for.
  await page.route(/^https:\/\/s\.w\.org\//, (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  );
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Growing Secure' }).first()).toBeVisible();
  return traffic;
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Everything that a visitor of the post can do. On a phone, nothing is too wide. */
async function use(page: Page, host: Host, content: Content, { address }: Post): Promise<void> {
  await page.setViewportSize({ width: 390, height: 900 });
  const traffic = await visit(page, address);
  expect(await overflow(page)).toBe(0);
  await page.setViewportSize({ width: 1100, height: 900 });
  expect(await overflow(page)).toBe(0);
  await useEverything(host, content.form, page, traffic);
  await host.after?.(page, content);
}

for (const editor of editors)
  for (const form of forms)
    test.describe(`${form} in ${names[editor]}`, () => {
      test.use({ javaScriptEnabled: form !== 'html' });

      for (const theme of themes)
        test(`an administrator's work in the theme ${theme}`, async ({ browser, page }) => {
          site.useTheme(theme);
          const content = await contentOf(form, true);
          await use(page, hosts[editor], content, await save(browser, 'administrator', editor, content));
        });

      if (form === 'loader' || form === 'html')
        test("an author's work", async ({ browser, page }) => {
          site.useTheme(themes[0]!);
          const content = await contentOf(form, true);
          await use(page, authorHost, content, await save(browser, 'author', editor, content));
        });
    });

/** Words that are shown, with plain quotes and dashes. */
const words = (text: string): string =>
  text
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]|--/g, '-')
    .replaceAll('×', 'x')
    .replace(/\p{Extended_Pictographic}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What the fallback content of the four widgets says. */
async function wordsOfFallback(page: Page): Promise<string> {
  const { pasted } = await contentOf('html');
  await serve(page, { '/': pageWith(pasted) });
  await page.goto(home);
  return words(await page.locator('body').innerText());
}

/** Where a post has its content, in every theme. */
const contentOfPage = '.entry-content';
const removed = 'script, style, iframe, form, input, select, textarea, button';

for (const editor of editors) {
  for (const [form, name] of [
    ['element', 'elements'],
    ['html', 'HTML'],
  ] as const)
    test(`visitors see the fallback content of an author's ${name} in ${names[editor]}, and no code`, async ({
      browser,
      page,
    }) => {
      const expected = await wordsOfFallback(page);
      site.useTheme(themes[0]!);
      const { address } = await save(browser, 'author', editor, await contentOf(form, true));
      const { problems, requested } = await visit(page, address);
      const post = page.locator(contentOfPage);
      expect(words(await post.innerText())).toBe(expected);
      await expect(post.getByRole('link', { name: 'Call +1-503-555-0142' })).toHaveAttribute(
        'href',
        'tel:+1-503-555-0142',
      );
      await expect(post.getByRole('heading', { name: 'Out & back', level: 2 })).toBeVisible();
      // Without its fields, nothing looks like a form that could be sent.
      await expect(new SignupForm(post).button).toHaveCount(0);
      await expect(post.locator(removed)).toHaveCount(0);
      expect(await post.innerHTML()).not.toContain('<haven-');
      expect(requested.filter((path) => path.startsWith('/havenkit/'))).toEqual([]);
      expect(problems).toEqual([]);
    });

  test(`visitors see links in place of an author's frames in ${names[editor]}`, async ({ browser, page }) => {
    site.useTheme(themes[0]!);
    const { address } = await save(browser, 'author', editor, await contentOf('frame', true));
    const { problems } = await visit(page, address);
    const post = page.locator(contentOfPage);
    await expect(post.locator(removed)).toHaveCount(0);
    expect(words(await post.innerText())).toBe(
      'Out & back Riverbend Family Center A quiet moment Sign up for Growing <Secure>',
    );
    await post.getByRole('link', { name: 'Riverbend Family Center' }).click();
    const call = page.getByRole('link', { name: /503-555-0142/ }).filter({ visible: true });
    await expect(call.first()).toBeVisible();
    expect(page.url()).toContain(`${files}frame.html#`);
    expect(problems).toEqual([]);
  });

  test(`in ${names[editor]}, WordPress stores what an editor pastes, and of a contributor the same as of an author`, async ({
    browser,
  }) => {
    for (const form of forms) {
      const content = await contentOf(form, true);
      const stored = async (role: Role): Promise<string> => (await save(browser, role, editor, content)).stored.trim();
      const pasted = contentOfPost[editor](pastedOf(content)).trim();
      expect(await stored('administrator')).toBe(pasted);
      expect(await stored('editor')).toBe(pasted);
      expect(await stored('contributor')).toBe(await stored('author'));
    }
  });

  for (const [role, form, host] of [
    ['administrator', 'element', hosts[editor]],
    ['author', 'loader', authorHost],
  ] as const)
    test(`what an ${role} pastes by hand into ${names[editor]} is stored in the same way, and works`, async ({
      browser,
      page,
    }) => {
      site.useTheme(themes[0]!);
      const content = await contentOf(form, true);
      const { stored } = await save(browser, role, editor, content);
      const post = await (await writerOf(browser, role)).publishIn(editor, pastedOf(content));
      expect(post.stored.trim()).toBe(stored.trim());
      await use(page, host, content, post);
    });
}
