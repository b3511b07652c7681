// The CDN files: each contains everything that it needs, Lit included, as an ES module and as a classic script.
import { copyFileSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import virtual from '@rollup/plugin-virtual';
import { minify } from '@swc/core';
import { transform } from 'lightningcss';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { reducedJson } from './packages/embed/build/reduced-json.mjs';
import { scriptHashes } from './packages/embed/build/script-hashes.mjs';
import { trustedTypesPolicy } from './packages/embed/build/trusted-types-policy.mjs';
import { entries, widgets } from './packages/embed/entries.mjs';
import { createsPolicy, policyName } from './packages/embed/lib/policies.js';

const banner = '/*! Havenkit, MIT License. Includes Lit, Copyright Google LLC, BSD-3-Clause License. */';

/** The template plugin's own tool for CSS does not know nesting. */
const minifyCSS = (css) =>
  transform({ filename: 'template.css', code: Buffer.from(css), minify: true }).code.toString();

/**
 * Lets Chromium compile the whole file while it is downloaded, outside the page's main thread. Otherwise it compiles each
 * function when it is called, on the main thread. Other browsers ignore it. `haven.js` is as large as it may be.
 */
const compileHint = '//# allFunctionsCalledOnLoad\n';

/**
 * @param {import('rollup').ModuleFormat} format
 * @param {string} preamble - the file's first line
 */
const minifier = (format, preamble) => ({
  name: 'minifier',
  renderChunk: (code) =>
    minify(code, {
      // In a module it removes the function around the code, whose names would then be the page's.
      module: format === 'es',
      ecma: 2022,
      // Passes are repeated until one changes nothing. Some code stays as it is: brotli finds more that is alike.
      compress: { passes: 0, collapse_vars: false, negate_iife: false },
      mangle: true,
      // ASCII, because a page may declare another encoding for a classic script.
      format: { preamble, asciiOnly: true, comments: { regex: '^!' } },
      sourceMap: true,
    }),
});

/** The files export nothing, so that the same code works as a module and as a classic script. */
const classicScript = {
  name: 'classic-script',
  writeBundle: ({ file }) => copyFileSync(file, file.replace(/\.js$/, '.classic.js')),
};

export default Object.entries(entries).map(([path, source]) => {
  const isForAllKinds = /^(?:locales|languages)\b/.test(path);
  const isWidget = source.includes('/define');
  const isLoader = path.startsWith('loader');
  // Only a module knows its own address as a module, so the loader is two files.
  const format = path === 'loader.js' ? 'es' : 'iife';
  return {
    input: 'entry',
    output: {
      file: `packages/embed/dist/${path}`,
      format,
      banner: isWidget || path === 'doctor.js' ? banner : '',
      // A file can be imported on a server, where it does nothing.
      intro: isLoader ? '' : 'if (!globalThis.HTMLElement) return;',
      // The map of the module serves both loaders, which have no byte to spare for its address.
      sourcemap: isLoader ? path === 'loader.js' && 'hidden' : true,
      // As a classic script, the loader works without strict mode, too, and has no byte to spare.
      strict: !isLoader,
    },
    plugins: [
      virtual({ entry: source }),
      scriptHashes(widgets),
      reducedJson(),
      trustedTypesPolicy(createsPolicy(path) ? policyName(path) : undefined),
      nodeResolve({ browser: true, exportConditions: ['production'] }),
      minifyTemplateLiterals({
        exclude: ['**/node_modules/**', '**/foundation/styles.js'],
        failOnError: true,
        options: { minifyOptions: { minifyCSS, decodeEntities: false } },
      }),
      minifier(format, widgets.some((widget) => path === `${widget}.js`) ? compileHint : ''),
      !isForAllKinds && !isLoader && classicScript,
    ],
    onwarn(warning) {
      throw new Error(warning.message);
    },
  };
});
