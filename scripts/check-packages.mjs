// Packs every published package as npm would, and looks at what is inside: publint, types (attw), the manifest, the
// licence, and that all versions are one.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';

const packages = ['tokens', 'elements', 'embed', 'receiver'];
/** Files that have to be in a tarball, besides package.json. */
const wanted = {
  tokens: ['dist/theme.css', 'dist/native.css', 'README.md', 'LICENSE'],
  elements: [
    'dist/custom-elements.json',
    'dist/circle-diagram/define.js',
    'dist/reflection-prompt/define.js',
    'dist/signup-form/define.js',
    'dist/signup-form/signup.schema.json',
    'dist/contact-card/define.js',
    'README.md',
    'LICENSE',
  ],
  embed: [
    'dist/circle-diagram.js',
    'dist/contact-card.js',
    'dist/reflection-prompt.js',
    'dist/signup-form.js',
    'dist/haven.classic.js',
    'dist/locales/es.js',
    'dist/integrity.json',
    'bin/havenkit.mjs',
    'README.md',
    'LICENSE',
  ],
  receiver: [
    'dist/index.js',
    'dist/node.js',
    'dist/cli.js',
    'dist/signup.schema.json',
    'Dockerfile',
    'README.md',
    'LICENSE',
  ],
};
/** Links of a Markdown text to files beside it: what is not a link to somewhere else, or within the page. */
const relativeLinks = (text) =>
  [...text.matchAll(/\]\((?!#|[a-z]+:)([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => decodeURI(link));

/** Nothing of these may be: sources of tests, or paths of the machine that built them. */
const unwanted = /\.(test|spec|node-test)\.|(^|\/)(test-support|tests)\//;

const folder = mkdtempSync(join(tmpdir(), 'havenkit-'));
const problems = [];
const versions = new Map();

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) problems.push(`${command} ${args.join(' ')}\n${stdout}${stderr}`);
}

try {
  for (const name of packages) {
    const directory = `packages/${name}`;
    const manifest = JSON.parse(readFileSync(`${directory}/package.json`, 'utf8'));
    versions.set(manifest.name, manifest.version);
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', folder], {
        cwd: directory,
        encoding: 'utf8',
      }),
    );
    const files = packed.files.map((file) => file.path);
    for (const file of wanted[name])
      if (!files.includes(file)) problems.push(`${manifest.name}: ${file} is not in the tarball`);
    for (const file of files)
      if (unwanted.test(file)) problems.push(`${manifest.name}: ${file} should not be in the tarball`);
    for (const file of files.filter((file) => file.endsWith('.md')))
      for (const link of relativeLinks(readFileSync(join(directory, file), 'utf8')))
        if (!files.includes(posix.join(posix.dirname(file), link)))
          problems.push(`${manifest.name}: ${file} links to ${link}, which is not in the tarball`);
    const tarball = join(folder, packed.filename);
    run('publint', ['--strict', directory]);
    // Plain scripts and JSON have no types to look at.
    if (name !== 'embed')
      run('attw', [
        tarball,
        '--profile',
        'esm-only',
        '--exclude-entrypoints',
        'custom-elements.json',
        'theme.css',
        'native.css',
        'tokens.json',
        'signup.schema.json',
      ]);
    console.log(`${manifest.name} ${manifest.version}: ${files.length} files, ${packed.size} bytes packed`);
  }
  const source = /version = '(.+)'/.exec(readFileSync('packages/elements/src/foundation/version.ts', 'utf8'))?.[1];
  if (source !== versions.get('@havenkit/elements'))
    problems.push(`version.ts says ${source}, package.json ${versions.get('@havenkit/elements')}`);
} finally {
  rmSync(folder, { recursive: true });
}

for (const problem of problems) console.error(problem);
if (problems.length) process.exitCode = 1;
