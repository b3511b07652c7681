/** Runs `npm run new-widget` in a copy of the repository: the widget builds, passes its checks and runs without other edits. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';

const root = join(import.meta.dirname, '../../..');
const copy = join(root, 'reports/new-widget');
const bin = join(root, 'node_modules/.bin');
const widget = 'packages/elements/src/kindness-note';
const readmes = ['README.md', 'packages/elements/README.md', 'packages/embed/README.md'];

const execute = promisify(execFile);

/** Runs a program in the copy. Throws with its output if it fails. */
async function run(program: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, PATH: `${bin}:${process.env['PATH']}`, ENGINES: 'chromium', FORCE_COLOR: '0' };
  const result = await execute(program, args, { cwd: copy, env }).catch((error: unknown) => {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${program} ${args.join(' ')}\n${stdout}${stderr}`);
  });
  return result.stdout + result.stderr;
}

const read = (path: string): string => readFileSync(join(copy, path), 'utf8');

/** The text of every source file in the copy by path, without the generated tables of widgets. */
async function sources(): Promise<Record<string, string>> {
  const files = (await run('git', 'ls-files', '--cached', '--others', '--exclude-standard')).trim().split('\n');
  const withoutTable = (text: string): string => text.replace(/<!-- widgets -->[^]*<!-- \/widgets -->/, '');
  return Object.fromEntries(files.map((file) => [file, withoutTable(read(file))]));
}

test.describe.configure({ mode: 'serial' });
// Long enough for a busy machine.
test.setTimeout(600_000);

let before: Record<string, string>;

test.beforeAll(async () => {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(join(copy, 'node_modules/@havenkit'), { recursive: true });
  const skipped =
    /^(node_modules|reports|storybook-static|docs|\.git)$|(^|\/)node_modules$|^packages\/(receiver|site)$/;
  const copyFolder = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (skipped.test(path)) continue;
      if (entry.isDirectory()) copyFolder(path);
      else cpSync(join(root, path), join(copy, path));
    }
  };
  copyFolder('');
  // All other packages resolve to the repository's node_modules.
  for (const name of ['tokens', 'elements', 'embed']) {
    symlinkSync(join(copy, 'packages', name), join(copy, 'node_modules/@havenkit', name), 'junction');
    // Its dependencies in other versions than the repository's.
    const own = join('packages', name, 'node_modules');
    if (!existsSync(join(root, own))) continue;
    mkdirSync(join(copy, own));
    for (const entry of readdirSync(join(root, own)))
      symlinkSync(join(root, own, entry), join(copy, own, entry), 'junction');
  }
  await run('git', 'init', '--quiet');
  before = await sources();
  await run('node', 'scripts/new-widget/index.mjs', 'kindness-note');
});
test.afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('it builds without an edit to another file', async () => {
  await run('npm', 'run', 'build', '-w', '@havenkit/elements');
  await run('npm', 'run', 'build', '-w', '@havenkit/embed');
  const after = await sources();
  const created = Object.keys(after).filter((file) => !(file in before));
  for (const file of Object.keys(before)) expect(after[file], file).toBe(before[file]);
  for (const file of created) expect(file).toMatch(/^(packages\/elements\/src|stories)\/kindness-note/);
  expect(created).toContain(`${widget}/locales/es.ts`);
});

test('it is in the manifest, the exports, the tables and the shared files', async () => {
  expect(read('packages/elements/dist/custom-elements.json')).toContain('"haven-kindness-note"');
  const resolved = await run(
    'node',
    '--input-type=module',
    '--eval',
    `await import('@havenkit/elements/kindness-note/define');
     console.log((await import('@havenkit/elements/kindness-note')).KindnessNote.tag);`,
  );
  expect(resolved.trim()).toBe('haven-kindness-note');
  for (const readme of readmes) expect(read(readme)).toContain('kindness-note');
  expect(read('packages/embed/dist/haven.js')).toContain('haven-kindness-note');
  expect(read('packages/embed/dist/locales/es.js')).toContain('kindness-note');
  const files = JSON.parse(read('packages/embed/dist/integrity.json')) as Record<string, { brotli: number }>;
  expect(files['kindness-note.classic.js']?.brotli).toBeLessThan(12_000);
});

test('its code passes the checks', { tag: '@thorough' }, async () => {
  const files = [widget, 'stories/kindness-note.stories.ts'];
  await run('eslint', ...files);
  await run('prettier', '--check', ...files);
  await run('node', 'scripts/new-widget/tables.mjs', '--check');
  await run('tsc', '-p', 'tsconfig.json');
});

test('it passes its own test', async () => {
  expect(await run('wtr', '--files', `${widget}/**/*.test.ts`)).toContain('all tests passed');
});

test('the schema of its configuration is published, and agrees with the widget', async () => {
  const schema = JSON.parse(read('packages/elements/dist/kindness-note/schema.json')) as { properties: object };
  expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(['name', 'text', 'brand', '$schema']));
  await run('playwright', 'test', '--grep', 'kindness-note', 'packages/elements/test/configuration-');
});

test('its CDN file runs on a page', async ({ page }) => {
  await page.setContent('<!doctype html><html lang="en"><haven-kindness-note text="Well done."></haven-kindness-note>');
  await page.addScriptTag({ content: read('packages/embed/dist/kindness-note.classic.js') });
  await expect(page.getByRole('heading', { name: 'Kindness note' })).toBeVisible();
  await expect(page.getByText('Well done.')).toBeVisible();
});

test('its snippet has its content for pages without scripts', async () => {
  writeFileSync(join(copy, 'note.json'), '{"text": "Well done."}');
  const snippet = await run(
    'node',
    'packages/embed/bin/havenkit.mjs',
    'snippet',
    'note.json',
    '--widget',
    'kindness-note',
  );
  expect(snippet).toContain('<haven-kindness-note text="Well done.">\n<h2>Kindness note</h2>\n<p>Well done.</p>');
});

test('its story is in the index of Storybook', async () => {
  const index = await run(
    'node',
    '--input-type=module',
    '--eval',
    `import { buildIndex } from 'storybook/internal/core-server';
     console.log(JSON.stringify(await buildIndex({ configDir: '.storybook' })));`,
  );
  expect(index).toContain('widgets-kindness-note--default');
});

test('without its Spanish strings the build fails', async () => {
  rmSync(join(copy, widget, 'locales/es.ts'));
  await expect(run('npm', 'run', 'build', '-w', '@havenkit/elements')).rejects.toThrow(
    'Missing in packages/elements: src/kindness-note/locales/es.ts',
  );
});

test('a name that is taken or invalid is refused', async () => {
  await expect(run('node', 'scripts/new-widget/index.mjs', 'contact-card')).rejects.toThrow('exists already');
  await expect(run('node', 'scripts/new-widget/index.mjs', 'Kindness')).rejects.toThrow('Usage');
  expect(existsSync(join(copy, 'packages/elements/src/Kindness'))).toBe(false);
});
