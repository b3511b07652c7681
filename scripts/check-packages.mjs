/** Packs every published package with npm, and checks its content. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { namedVersions, versionedFiles } from './named-versions.mjs';

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const shell = process.platform === 'win32';

const widgets = readJson('packages/elements/dist/custom-elements.json')
  .modules.flatMap(({ declarations = [] }) => declarations)
  .flatMap(({ tagName }) => tagName?.replace(/^haven-/, '') ?? []);

/** Files that publint does not check, because no `exports` or only wildcards match them. */
const expected = {
  '@havenkit/elements': widgets.flatMap((widget) => [
    `dist/${widget}/define.js`,
    `dist/${widget}/schema.json`,
    `src/${widget}/README.md`,
  ]),
  '@havenkit/embed': [
    ...widgets.map((widget) => `dist/${widget}.js`),
    ...Object.keys(readJson('packages/embed/dist/integrity.json')).map((file) => `dist/${file}`),
  ],
};

/** Entry points behind the wildcards of an `exports` map, whose types are checked, too. */
const wildcardEntries = {
  '@havenkit/elements': [
    ...widgets.flatMap((widget) => [widget, `${widget}/define`]),
    ...globSync('packages/elements/dist/locales/*.js').map((path) => `locales/${basename(path, '.js')}`),
  ],
};

/** Tests and their support files. */
const unexpected = /\.(test|spec|node-test|bench)\.|(^|\/)(test|tests|test-support)\//;

/** Paths of a Markdown text's links, other than those within the page or to another site. */
const relativeLinks = (text) =>
  [...text.matchAll(/\]\((?!#|[a-z]+:)([^)#\s]+)[^)]*\)/g)].map(([, link]) => decodeURI(link));

/** Paths of the files in the repository that a Markdown text links to or shows: documents and pictures, which are not packed. */
const repositoryLinks = (text) =>
  [
    ...text.matchAll(
      /\]\(https:\/\/(?:github\.com\/havenkit\/havenkit\/(?:blob|tree)|raw\.githubusercontent\.com\/havenkit\/havenkit)\/main\/([^)#\s]+)/g,
    ),
  ].map(([, path]) => decodeURI(path));

function checkFiles(name, directory, files) {
  const problems = [];
  for (const file of ['README.md', 'CHANGELOG.md', 'LICENSE', ...(expected[name] ?? [])])
    if (!files.includes(file)) problems.push(`${file} is missing`);
  for (const file of files) {
    if (unexpected.test(file)) problems.push(`${file} should not be published`);
    if (!file.endsWith('.md')) continue;
    for (const link of relativeLinks(readFileSync(join(directory, file), 'utf8'))) {
      const target = posix.join(posix.dirname(file), link);
      if (!files.includes(target)) problems.push(`${file} links to ${link}, which is not in the package`);
    }
    for (const path of repositoryLinks(readFileSync(join(directory, file), 'utf8')))
      if (!existsSync(path)) problems.push(`${file} links to ${path}, which is not in the repository`);
  }
  return problems.map((problem) => `${name}: ${problem}`);
}

/** Runs a check. @returns its output if it fails */
function runCheck(program, ...args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', shell });
  return status === 0 ? [] : [`${program} ${args.join(' ')}\n${stdout}${stderr}${error?.message ?? ''}`];
}

/** Checks the types of a package's entry points. Plain scripts, style sheets and JSON have none. */
function checkTypes(name, directory, exports) {
  if (!Object.values(exports).some(({ types }) => types)) return [];
  const untyped = Object.keys(exports).filter((key) => !exports[key].types && key !== './package.json');
  const option = (flag, entries = []) => (entries.length ? [flag, ...entries] : []);
  return runCheck(
    'attw',
    ...['--pack', directory, '--profile', 'esm-only'],
    ...option('--include-entrypoints', wildcardEntries[name]),
    ...option(
      '--exclude-entrypoints',
      untyped.map((key) => key.slice(2)),
    ),
  );
}

const problems = [];
for (const path of globSync('packages/*/package.json').sort()) {
  const { name, version, private: unpublished, exports } = readJson(path);
  if (unpublished) continue;
  const directory = dirname(path);
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--silent'], { cwd: directory, encoding: 'utf8', shell }),
  );
  const files = packed.files.map((file) => file.path);
  problems.push(
    ...checkFiles(name, directory, files),
    ...runCheck('publint', '--strict', directory),
    ...checkTypes(name, directory, exports),
  );
  console.log(`${name} ${version}: ${files.length} files, ${packed.size} bytes packed`);
}
const { version } = readJson('packages/elements/package.json');
for (const file of versionedFiles)
  for (const [, name, named] of readFileSync(file, 'utf8').matchAll(namedVersions))
    if (named !== version) problems.push(`${file} has ${name}${named}: run \`npm run set-version\``);

for (const problem of problems) console.error(problem);
if (problems.length) process.exitCode = 1;
