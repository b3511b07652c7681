/**
 * Creates a widget that builds, and passes lint and tests: `npm run new-widget kindness-note`. It writes new files, and
 * the tables of widgets in the READMEs. Everything else finds the widget by its folder or in the manifest.
 */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { writeTables } from './tables.mjs';

const [name = ''] = process.argv.slice(2);
const folder = `packages/elements/src/${name}`;

/** @returns {string | undefined} why the name cannot be used */
function problem() {
  if (!/^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(name)) return 'Usage: npm run new-widget <name>, such as kindness-note';
  if (existsSync(folder)) return `${folder} exists already.`;
  return undefined;
}

const camelCase = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const spaced = name.replaceAll('-', ' ');
const capitalized = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Replaces every spelling of the template's name. */
const fill = (text) =>
  text
    .replaceAll('widget-name', name)
    .replaceAll('WidgetName', capitalized(camelCase))
    .replaceAll('widgetName', camelCase)
    .replaceAll('Widget name', capitalized(spaced))
    .replaceAll('the widget name', `the ${spaced}`);

async function createFile(target, text) {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, await format(text, { ...(await resolveConfig(target)), filepath: target }), { flag: 'wx' });
  console.log(target);
}

async function createFiles() {
  const languages = new Set(globSync('packages/elements/src/*/locales/*.ts').map((path) => basename(path, '.ts')));
  languages.delete('en');
  const template = join(import.meta.dirname, 'template');
  for (const source of globSync('**/*.txt', { cwd: template })) {
    const target = fill(source).replace(/\.txt$/, '');
    const text = fill(readFileSync(join(template, source), 'utf8'));
    if (basename(target) !== 'translation.ts') await createFile(target, text);
    else
      for (const code of languages)
        await createFile(join(dirname(target), `${code}.ts`), text.replace('const translation', `const ${code}`));
  }
}

process.chdir(join(import.meta.dirname, '../..'));
const message = problem();
if (message) {
  console.error(message);
  process.exitCode = 1;
} else {
  await createFiles();
  for (const file of await writeTables()) console.log(`${file} (its table of widgets)`);
  console.log(
    `\nNext: translate the strings in ${folder}/locales, then npm run build and npm test -- --only unit ${name}`,
  );
}
