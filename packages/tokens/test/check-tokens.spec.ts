import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { tokens } from '@havenkit/tokens/tokens';

const script = fileURLToPath(new URL('../check-tokens.mjs', import.meta.url));

/** Runs the check on the given files. */
function check(folder: string, files: Record<string, string>): { status: number | null; stderr: string } {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
}

const wrong = '.a {\n  color: var(--haven-color-txet);\n}\n';

for (const name of [
  'packages/tokens/src/native/a.css',
  'packages/elements/src/a/a.styles.ts',
  'packages/site/src/site.css',
  'stories/a.stories.ts',
  '.storybook/preview.css',
])
  test(`reports an unknown token in ${name}`, () => {
    const { status, stderr } = check(test.info().outputPath('tree'), { [name]: wrong });
    expect(status).toBe(1);
    expect(stderr).toContain(`${name}:2 unknown token --haven-color-txet`);
  });

test('accepts known tokens and prefixes, and skips tests and built files', () => {
  const { status, stderr } = check(test.info().outputPath('tree'), {
    'packages/elements/src/a/a.styles.ts':
      'css`a { color: var(--haven-color-text, red); margin: var(--haven-space-1) }`',
    'stories/a.stories.ts': '`var(--haven-space-${step})` // --haven-color-*',
    'packages/elements/src/a/a.test.ts': wrong,
    'packages/elements/dist/a.css': wrong,
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('finds no unknown token in the monorepo', () => {
  const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('the README lists every token with its value and purpose', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8').replace(/ +\|/g, ' |');
  for (const [name, { value, dark, description }] of Object.entries(tokens))
    expect(readme).toContain(
      `| ${[name, value, ...(dark ? [dark] : [])].map((code) => `\`${code}\``).join(' | ')} | ${description} |`,
    );
});
