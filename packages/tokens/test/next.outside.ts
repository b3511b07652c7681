import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { testBuiltColors } from './built-colors.js';

/** An app with the published package. */
let root: string;

const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { cwd: root, encoding: 'utf8', env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } });

test.beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'havenkit-next-'));
  const tokens = join(import.meta.dirname, '..');
  const archive = run('npm', 'pack', tokens, '--silent').trim();
  await writeFile(join(root, 'package.json'), '{ "private": true }');
  run('npm', 'install', 'next@16', 'react@19', 'react-dom@19', `./${archive}`);
  await mkdir(join(root, 'app'));
  await writeFile(join(root, 'app/page.jsx'), 'export default () => <main className="haven-native" />;');
  await writeFile(
    join(root, 'app/layout.jsx'),
    `import '@havenkit/tokens/native.css';
import './page.css';
export default ({ children }) => <html lang="en"><body>{children}</body></html>;`,
  );
});
test.afterAll(() => rm(root, { recursive: true }));

async function buildWithNext(css: string): Promise<string> {
  await writeFile(join(root, 'app/page.css'), css);
  await rm(join(root, '.next'), { recursive: true, force: true });
  run('npx', 'next', 'build');
  const sheets = globSync('.next/static/**/*.css', { cwd: root });
  return (await Promise.all(sheets.map((sheet) => readFile(join(root, sheet), 'utf8')))).join('\n');
}

testBuiltColors('Next.js', buildWithNext);
