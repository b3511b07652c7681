import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';

/** A clone of the repository: its tracked files, and the installed packages. */
let clone: string;
const packages = ['tokens', 'elements', 'embed', 'receiver'];

const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { cwd: clone, encoding: 'utf8' });
const read = (file: string): string => readFileSync(join(clone, file), 'utf8');

test.beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'havenkit-release-'));
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter(Boolean)) {
    if (!globSync(file).length) continue;
    mkdirSync(join(clone, dirname(file)), { recursive: true });
    cpSync(file, join(clone, file));
  }
  symlinkSync(join(process.cwd(), 'node_modules'), join(clone, 'node_modules'));
  run('git', 'init', '--quiet', '--initial-branch=main');
});
test.afterAll(() => rmSync(clone, { recursive: true }));

test('the first changeset gives every package the next version and a changelog', () => {
  const changes = packages.map((name) => `'@havenkit/${name}': minor\n`).join('');
  writeFileSync(join(clone, '.changeset/kind-parents-smile.md'), `---\n${changes}---\n\nThe circle has a new stop.\n`);
  run('npx', 'changeset', 'version');
  run('node', 'scripts/set-version.mjs');
  for (const name of packages) {
    expect(JSON.parse(read(`packages/${name}/package.json`))).toMatchObject({ version: '0.2.0' });
    const changelog = read(`packages/${name}/CHANGELOG.md`);
    expect(changelog).toMatch(/## 0\.2\.0[^]+The circle has a new stop\.[^]+## 0\.1\.0/);
  }
  expect(read('README.md')).toContain('@havenkit/embed@0.2.0/');
  run('node', 'packages/elements/generate-version.mjs');
  expect(read('packages/elements/src/foundation/element/version.ts')).toContain("'0.2.0'");
});

test('a package cannot be packed before it is built, or after its sources have changed', () => {
  for (const name of packages) {
    const cwd = join(clone, 'packages', name);
    expect(JSON.parse(read(`packages/${name}/package.json`)).scripts.prepack).toBe(
      'node ../../scripts/require-build.mjs',
    );
    const prepack = () => spawnSync('node', ['../../scripts/require-build.mjs'], { cwd, encoding: 'utf8' });
    rmSync(join(cwd, 'dist'), { recursive: true, force: true });
    expect(prepack()).toMatchObject({ status: 1, stderr: expect.stringContaining('dist is missing') });

    for (const built of [join(clone, 'packages/elements/dist'), join(cwd, 'dist')]) {
      mkdirSync(built, { recursive: true });
      writeFileSync(join(built, 'index.js'), '');
    }
    expect(prepack()).toMatchObject({ status: 0 });

    const source = join(cwd, name === 'embed' ? '../elements/dist/new.js' : 'src/new.ts');
    writeFileSync(source, '');
    const later = Date.now() / 1000 + 60;
    utimesSync(source, later, later);
    expect(prepack()).toMatchObject({ status: 1, stderr: expect.stringContaining('dist is older') });
  }
  rmSync(join(clone, 'packages/tokens/dist'), { recursive: true });
  const { stderr } = spawnSync('npm', ['pack', '--dry-run'], { cwd: join(clone, 'packages/tokens'), encoding: 'utf8' });
  expect(stderr).toContain('Run `npm run build` first.');
});
