// The embed builder: classic scripts, because a browser loads no module for a page that was opened from a file.
import { cpSync, globSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import virtual from '@rollup/plugin-virtual';
import { minify } from '@swc/core';
import { widgets } from '@havenkit/embed/builder';

const out = 'packages/site/dist/build';

const fallbacks = [
  ...widgets.map(
    (name, index) => `import { fallback as fallback${index} } from '@havenkit/elements/${name}/fallback';`,
  ),
  `export const fallbacks = { ${widgets.map((name, index) => `'${name}': fallback${index}`).join(', ')} };`,
].join('\n');

/** Pages, styles, and the widgets for the preview. */
const assets = {
  name: 'assets',
  writeBundle() {
    for (const file of globSync('packages/site/src/*/*.{html,css}'))
      cpSync(file, `${out}/${file.replace(/^.*[\\/]/, '')}`);
    cpSync(fileURLToPath(import.meta.resolve('@havenkit/tokens/native.css')), `${out}/native.css`);
    const files = new URL('.', import.meta.resolve('@havenkit/embed/contact-card.js'));
    mkdirSync(`${out}/files/locales`, { recursive: true });
    for (const file of ['haven.classic.js', 'locales/es.js'])
      cpSync(fileURLToPath(new URL(file, files)), `${out}/files/${file}`);
  },
};

export default Object.entries({ builder: 'embed-builder/main.js', preview: 'preview/preview.js' }).map(
  ([name, source]) => ({
    input: `packages/site/lib/${source}`,
    output: { file: `${out}/${name}.js`, format: 'iife' },
    plugins: [
      virtual({ 'havenkit:fallbacks': fallbacks }),
      json(),
      nodeResolve({ browser: true, exportConditions: ['production'] }),
      { name: 'minifier', renderChunk: (code) => minify(code, { compress: true, mangle: true }) },
      name === 'builder' && assets,
    ],
  }),
);
