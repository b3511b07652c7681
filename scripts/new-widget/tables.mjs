/**
 * Writes the tables of widgets in the READMEs, between `<!-- widgets -->` and `<!-- /widgets -->`, from the widgets' own
 * READMEs. With `--check` it writes nothing and fails if one is out of date.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = join(import.meta.dirname, '../..');

/** Title and purpose of a widget, from the heading and the first sentence of its README. */
function describe(definition) {
  const name = basename(dirname(definition));
  const folder = `packages/elements/src/${name}`;
  const text = readFileSync(join(root, folder, 'README.md'), 'utf8');
  const [, title, paragraph] = /^# (.+)\n\n([^]+?)\n\n/.exec(text) ?? [];
  const purpose = new RegExp(`^\`<haven-${name}>\` (.+?)[.:;](\\s|$)`).exec(paragraph?.replaceAll('\n', ' '))?.[1];
  if (!purpose) throw new Error(`${folder}/README.md needs a heading and a sentence with \`<haven-${name}>\` first.`);
  return { folder, name, title, purpose, tag: `\`<haven-${name}>\`` };
}

/** The columns of each table, by its file. */
const tables = {
  'README.md': {
    widget: ({ title, folder }) => `[${title}](${folder}/README.md)`,
    purpose: (widget) => widget.purpose,
  },
  'packages/elements/README.md': {
    import: ({ name }) => `\`@havenkit/elements/${name}/define\``,
    registers: ({ tag }) => tag,
    purpose: ({ purpose }) => purpose,
  },
  'packages/embed/README.md': { file: ({ name }) => `\`${name}.js\``, 'what it registers': ({ tag }) => tag },
};

const row = (cells) => `| ${cells.join(' | ')} |`;

/** @returns {Promise<string[]>} files whose table was out of date */
export async function writeTables({ check = false } = {}) {
  const widgets = globSync('packages/elements/src/*/define.ts', { cwd: root }).sort().map(describe);
  const outdated = [];
  for (const [file, columns] of Object.entries(tables)) {
    const path = join(root, file);
    const text = readFileSync(path, 'utf8');
    const headings = Object.keys(columns);
    const rows = widgets.map((widget) => row(Object.values(columns).map((column) => column(widget))));
    const table = [row(headings), row(headings.map(() => '-')), ...rows].join('\n');
    const updated = text.replace(/(<!-- widgets -->\n)[^]*(\n<!-- \/widgets -->)/, `$1\n${table}\n$2`);
    const formatted = await format(updated, { ...(await resolveConfig(path)), filepath: path });
    if (formatted === text) continue;
    outdated.push(file);
    if (!check) writeFileSync(path, formatted);
  }
  return outdated;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  const outdated = await writeTables({ check });
  for (const file of outdated)
    console.log(check ? `${file}: its table of widgets is out of date; run npm run format` : file);
  if (check && outdated.length) process.exitCode = 1;
}
