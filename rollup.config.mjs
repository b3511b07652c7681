// The CDN files: each holds everything that it needs, Lit included, as an ES module and as a classic script.
import { globSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { transform as esbuild } from 'esbuild';
import terser from '@rollup/plugin-terser';
import { transform } from 'lightningcss';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { minify } from 'terser';
import { internalNames } from './packages/embed/internal-names.mjs';
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
 * Leaves out what nothing in the file uses: rules for elements and classes that no template has, custom properties of the
 * theme, and colours for forced colours that the browser sees to.
 */
const onlyUsedStyles = {
  name: 'only-used-styles',
  renderChunk(code) {
    const element = (name) => /^(h\d|li)$/.test(name) || RegExp(`<${name}\\b|ment\\(.${name}\\b`).test(code);
    // As a class of an element, or together with another one.
    const named = (name) => RegExp(`class="[^"]*\\b${name}\\b|['"][\\w ]+ ${name}['"]`).test(code);
    const looks = code
      .replace(/&\.([\w-]+)\{[^{}]*\}/g, (all, name) => (named(name) ? all : ''))
      .replace(/&&:is\(:disabled[^{}]*\{[^{}]*\}/, (all) => (/disabled=["$]/.test(code) ? all : ''))
      // What no template has: fields that are switched off, and examples inside of fields.
      .replace(/&?:(disabled|has\(:disabled\)|:placeholder)\{[^{}]*\}/g, (all, state) =>
        RegExp(`[\\s"'](${state.match(/disabled|placeholder/)[0]})=`).test(code) ? all : '',
      )
      .replace(/(?<=["}])([a-z1-6,+]+)\{[^{}]*\}/g, (all, names) => (names.split(/[,+]/).some(element) ? all : ''))
      // What is nested needs no & where it is a descendant or a child.
      .replace(/(?<=[{};])&(?: |(?=>))/g, '')
      .replaceAll(',[type=submit]', (all) => (/type="?submit"?[ >]/.test(code) ? all : ''));
    const needed = new Set();
    // A property that is needed may need others.
    const need = (text) => {
      for (const [, name] of text.matchAll(/var\((--haven-[\w-]+)/g))
        if (needed.size !== needed.add(name).size)
          for (const [declaration] of looks.matchAll(RegExp(`${name}:[^;{}]+`, 'g'))) need(declaration);
    };
    need(looks.replace(/--haven-[\w-]+:[^;{}]+/g, ''));
    // In forced colours the browser repaints all but drawings.
    const painted = code.includes('createElementNS') ? /-color-(surface|text|brand|companion)$/ : /^$/;
    const keep = (css, test) =>
      css.replace(/(--haven-[\w-]+):[^;{}"']+;?/g, (all, name) => (test(name) ? all.replaceAll(', ', ',') : ''));
    return {
      code: keep(looks, (name) => needed.has(name))
        .replace(/\(forced-colors:active\)\{:host\{[^}]*/g, (css) => keep(css, (name) => painted.test(name)))
        .replaceAll('@media (forced-colors:active){:host{}}', ''),
      map: null,
    };
  },
};

/** A CDN file only runs in a browser; the same modules are imported on servers elsewhere. */
const inBrowser = {
  name: 'in-browser',
  transform: (code) => ({
    code: code
      .replace(/static \{ this\.(.*) \}/g, 'static $1')
      .replace('globalThis.HTMLElement ?? class {\n}', 'HTMLElement')
      .replaceAll("typeof window === 'object'", 'true'),
    map: null,
  }),
};

const thorough = {
  passes: 6,
  hoist_funs: true,
  unsafe: true,
  unsafe_arrows: true,
  unsafe_methods: true,
  pure_getters: true,
};

/**
 * Makes the code short by two tools, each of which knows what the other does not, in several ways: which one is the smallest
 * when it is compressed, nobody can tell beforehand.
 */
const shortest = {
  name: 'shortest',
  async renderChunk(code) {
    const first = await esbuild(code, {
      minify: true,
      target: 'es2022',
      legalComments: 'inline',
      mangleProps: RegExp(`^(${internalNames.join('|')})$`),
    });
    const ways = [
      {},
      { booleans: false },
      { hoist_props: false },
      { unsafe_methods: false },
      { unsafe_methods: false, passes: 3 },
      { inline: 1 },
    ];
    const results = await Promise.all(
      ways.map((way) =>
        minify(first.code, {
          ecma: 2022,
          module: true,
          compress: { ...thorough, ...way },
          format: { comments: /^!/ },
        }),
      ),
    );
    // One word for both compresses better; that nothing is assigned twice was checked before.
    const codes = results.map((result) => result.code.replace(/\bconst( (?=\w)|(?=[{[]))/g, 'let$1'));
    const size = (code) => brotliCompressSync(code).length;
    return { code: codes.reduce((least, other) => (size(other) < size(least) ? other : least)), map: null };
  },
};

const banner = '/*! Havenkit | MIT License */';

export default globSync(`${sources}/**/*.js`).map((input) => {
  const path = relative(sources, input).replace(/\.js$/, '');
  const name = basename(path);
  const output = { banner, compact: true };
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
      inBrowser,
      minifyTemplateLiterals(),
      onlyUsedStyles,
      dirname(path) === 'locales' ? terser({ ecma: 2022, module: true, compress: { passes: 3 } }) : shortest,
    ],
    onwarn(warning) {
      throw new Error(warning.message);
    },
  };
});
