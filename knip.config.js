import { readFileSync } from 'node:fs';

/**
 * Sources of what a package exports: `exports` names built files, which need not be there.
 *
 * @param {string} name
 * @param {string} extension - of its sources
 */
function exported(name, extension) {
  const { exports = {} } = JSON.parse(readFileSync(new URL(`packages/${name}/package.json`, import.meta.url), 'utf8'));
  return Object.values(exports)
    .map((target) => target.default ?? target)
    .filter((target) => /^\.\/dist\/.*\.js$/.test(target))
    .map((target) => target.replace(/^\.\/dist\/(.*)\.js$/, `src/$1${extension}`).replace('*', '**/*'));
}

/** Finds files, exports and dependencies that nothing uses. */
export default {
  ignoreExportsUsedInFile: true,
  workspaces: {
    '.': {
      // Node's test runner gets its reporter on the command line.
      entry: [
        'scripts/*.mjs',
        'scripts/reporters/*.mjs',
        'web-test-runner.config.mjs',
        '.puppeteerrc.cjs',
        'stories/**/*.{stories,spec}.ts',
      ],
      project: ['*.{js,mjs,cjs,ts}', 'scripts/**', 'stories/**', '.storybook/**'],
      // Debian's own, asked only there.
      ignoreBinaries: ['dpkg-query'],
      // Started by scripts/check-packages.mjs by the names of their programs.
      ignoreDependencies: ['publint', '@arethetypeswrong/cli'],
    },
    'packages/tokens': {
      entry: exported('tokens', '.ts').filter((file) => file.includes('contrast')),
      project: ['**/*.{js,mjs,ts}'],
    },
    'packages/elements': {
      entry: [
        ...exported('elements', '.ts'),
        'src/**/*.test.ts',
        'test/**/*.spec.ts',
        // Bundled by a test for its page.
        'test/faults/store-desk.ts',
        'test/faults/widget-desk.ts',
        'test-support/{index,*.test}.ts',
        'custom-elements-manifest.config.mjs',
      ],
      project: ['*.mjs', '{src,test-support,test}/**/*.ts'],
    },
    'packages/embed': {
      // Templates for site builders, whose modules are theirs.
      ignore: ['recipes/**'],
      // Its build runs from the root, where knip does not follow it.
      entry: [...exported('embed', '.js'), '{integrity,bench/*}.mjs', 'test/**/*.{test,spec}.ts', 'test/fixtures/**'],
      project: ['**/*.{js,mjs,ts}'],
    },
    'packages/receiver': {
      entry: [...exported('receiver', '.ts'), 'src/cli.ts', 'bench.mjs', 'tests/*.node-test.ts', 'tests/fixtures/*.js'],
      project: ['*.mjs', '{src,tests}/**/*.ts'],
    },
    'packages/site': {
      project: ['**/*.{js,mjs,ts}'],
    },
  },
};
