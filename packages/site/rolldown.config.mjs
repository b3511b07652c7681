// The embed builder: classic scripts, because a browser loads no module for a page that was opened from a file.
import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import virtual from '@rollup/plugin-virtual';
import { languages, widgets } from '@havenkit/embed/snippets';

const out = 'packages/site/dist/build';

/** Every language of the widgets, for what is shown without a script, too. */
const locales = languages.map((code) => `import '@havenkit/elements/locales/${code}';`);

/** What pages show without a script. */
const modules = {
  'havenkit:fallbacks': [
    ...locales,
    ...widgets.map((name, index) => `import * as widget${index} from '@havenkit/elements/${name}/fallback';`),
    `const all = { ${widgets.map((name, index) => `'${name}': widget${index}`).join(', ')} };`,
    'const named = (key) => Object.fromEntries(Object.entries(all).map(([name, module]) => [name, module[key]]));',
    "export const fallbacks = named('fallback');",
    "export const defaultWords = named('defaultWords');",
  ].join('\n'),
};

/** CDN files with every widget and language. */
const cdnFiles = [...languages.map((code) => `locales/${code}.js`), 'haven.classic.js'];

const embedded = (file) => readFileSync(fileURLToPath(import.meta.resolve(`@havenkit/embed/${file}`)), 'utf8');

/** Pages, styles, and the widgets that they show. */
const assets = {
  name: 'assets',
  writeBundle() {
    for (const file of globSync('packages/site/src/*/*.{html,css}'))
      cpSync(file, `${out}/${file.replace(/^.*[\\/]/, '')}`);
    cpSync(fileURLToPath(import.meta.resolve('@havenkit/tokens/native.css')), `${out}/native.css`);
    writeFileSync(`${out}/widgets.js`, cdnFiles.map(embedded).join('\n'));
  },
};

export default Object.entries({
  builder: 'embed-builder/main.js',
  preview: 'preview/preview.js',
  measure: 'measure/measure.js',
  questions: 'widget-questions/main.js',
}).map(([name, source]) => ({
  input: `packages/site/lib/${source}`,
  output: { file: `${out}/${name}.js`, format: 'iife', minify: true },
  resolve: { conditionNames: ['production', 'browser', 'import', 'default'] },
  plugins: [virtual(modules), name === 'builder' && assets],
}));
