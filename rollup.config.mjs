// The CDN files: each holds everything that it needs, Lit included, as an ES module and as a classic script.
import { globSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform } from 'lightningcss';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { smallLit } from './packages/embed/small-lit.mjs';

const sources = 'packages/embed/src';
const target = 'packages/embed/dist';

/** Makes the CSS of a widget (`*.styles.js`) as short as the theme's is: by the same tool, which knows nesting. */
const shortStyles = {
  name: 'short-styles',
  transform: {
    order: 'pre',
    handler(code, id) {
      if (!/\.styles\.js$/.test(id)) return null;
      const short = (css) => transform({ filename: id, code: Buffer.from(css), minify: true }).code.toString();
      return { code: code.replace(/css\s*`([^`]*)`/g, (_, css) => JSON.stringify(short(css))), map: null };
    },
  },
};

/**
 * Leaves out what nothing in the file uses: custom properties of the theme, looks of a class (`&.quiet { … }`), and of what
 * cannot be used.
 */
const onlyUsedStyles = {
  name: 'only-used-styles',
  renderChunk(code) {
    const named = (name) => new RegExp(`(?<![.\\w-])${name}\\b`).test(code);
    const looks = code
      .replace(/&\.([\w-]+)\{[^{}]*\}/g, (all, name) => (named(name) ? all : ''))
      .replace(/&&:is\(:disabled[^{}]*\{[^{}]*\}/, (all) => (/disabled=["$]/.test(code) ? all : ''));
    const used = new Set([...looks.matchAll(/var\((--haven-[\w-]+)/g)].map(([, name]) => name));
    // In forced colours the browser repaints all but drawings and what has `forced-color-adjust: none`.
    const painted = code.includes('createElementNS') ? /-(on-brand|brand-fill.*|focus|disabled-text|surface|text|text-muted|brand|companion)$/ : /-(on-brand|brand-fill.*|focus)$/;
    const declarations = (css, keep) => css.replace(/(--haven-[\w-]+):[^;{}"']+;?/g, (all, name) => (keep(name) ? all : ''));
    return {
      code: declarations(looks, (name) => used.has(name)).replace(/\(forced-colors:active\)\{:host\{[^}]*/g, (css) =>
        declarations(css, (name) => painted.test(name)),
      ),
      map: null,
    };
  },
};

/**
 * Names of our own that nobody outside sees: no attribute, no key of a configuration or of words, nothing of the browser's.
 */
const ownNames =
  'report|renderModel|performUpdate|attributeKeys|pageConfiguration|updateIn|renderBefore|strings|items|rendered|complete|regular|special|spans|through|contactPoints|clinicians|panel|columns|labels|places|middle|half|dashed|arrows|road|texts|paths|arrange|named|tone';

/** @type {import('@rollup/plugin-terser').Options} */
const short = {
  ecma: 2022,
  module: true,
  compress: { passes: 3, unsafe: true, unsafe_arrows: true, unsafe_methods: true, pure_getters: true },
  mangle: { properties: { regex: new RegExp(`^(${ownNames})$`), builtins: true } },
  format: { comments: /^!/ },
};

const banner = (name) => `/*! Havenkit ${name} | MIT License | includes Lit (BSD-3-Clause) */`;

export default globSync(`${sources}/**/*.js`).map((input) => {
  const path = relative(sources, input).replace(/\.js$/, '');
  const name = basename(path);
  const output = { banner: banner(name), compact: true };
  const classic = { ...output, format: 'iife', strict: true };
  return {
    input,
    // A locale file only registers words: written as a classic script it works as a module too.
    output:
      dirname(path) === 'locales'
        ? { ...classic, banner: undefined, file: `${target}/${path}.js` }
        : [
            { ...output, format: 'es', file: `${target}/${path}.js` },
            { ...classic, file: `${target}/${path}.classic.js` },
          ],
    plugins: [
      // Each file asks for a Trusted Types policy of its own name.
      smallLit(name === 'haven' ? 'havenkit' : `havenkit-${name}`),
      nodeResolve({ browser: true, exportConditions: ['production'] }),
      shortStyles,
      minifyTemplateLiterals(),
      onlyUsedStyles,
      terser(dirname(path) === 'locales' ? { ...short, compress: { passes: 3 }, mangle: true } : short),
    ],
    onwarn(warning) {
      throw new Error(warning.message);
    },
  };
});
