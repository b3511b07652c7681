// The CDN files: each contains everything that it needs, Lit included, as an ES module and as a classic script.
import { copyFileSync, globSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform } from 'lightningcss';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { trustedTypesPolicy } from './packages/embed/trusted-types-policy.mjs';

const sources = 'packages/embed/src';
const target = 'packages/embed/dist';

const banner = '/*! Havenkit, MIT License. Includes Lit, Copyright Google LLC, BSD-3-Clause License. */';

/** The template plugin's own tool for CSS does not know nesting. */
const minifyCSS = (css) =>
  transform({ filename: 'template.css', code: Buffer.from(css), minify: true }).code.toString();

/** The files export nothing, so that the same code works as a module and as a classic script. */
const classicScript = {
  name: 'classic-script',
  writeBundle: ({ file }) => copyFileSync(file, file.replace(/\.js$/, '.classic.js')),
};

export default globSync(`${sources}/**/*.js`).map((input) => {
  const path = relative(sources, input).replaceAll('\\', '/');
  const name = basename(path, '.js');
  const isLocale = path.startsWith('locales/');
  return {
    input,
    output: {
      file: `${target}/${path}`,
      format: 'iife',
      banner: isLocale ? '' : banner,
      // A file can be imported on a server, where it does nothing.
      intro: 'if (!globalThis.HTMLElement) return;',
      sourcemap: true,
    },
    plugins: [
      trustedTypesPolicy(name === 'haven' ? 'havenkit' : `havenkit-${name}`),
      nodeResolve({ browser: true, exportConditions: ['production'] }),
      minifyTemplateLiterals({
        exclude: ['**/node_modules/**', '**/foundation/styles.js'],
        failOnError: true,
        options: { minifyOptions: { minifyCSS } },
      }),
      terser({
        ecma: 2022,
        module: true,
        compress: { passes: 2 },
        // ASCII, because a page may declare another encoding for a classic script.
        format: { ascii_only: true, comments: /^!/ },
      }),
      !isLocale && classicScript,
    ],
    onwarn(warning) {
      throw new Error(warning.message);
    },
  };
});
