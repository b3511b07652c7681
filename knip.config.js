/** Finds files, exports and dependencies that nothing uses. */
export default {
  ignoreExportsUsedInFile: true,
  workspaces: {
    '.': {
      entry: [
        'scripts/{*,new-widget/*}.mjs',
        // Node's test runner gets its reporter on the command line.
        'scripts/reporters/*.mjs',
        'web-test-runner.config.mjs',
        '.puppeteerrc.cjs',
        'stories/**/*.{stories,spec}.ts',
      ],
      project: ['*.{js,mjs,cjs,ts}', 'scripts/**/*.mjs', 'stories/**', '.storybook/**'],
      // The system's own.
      ignoreBinaries: ['dpkg-query', 'localedef'],
      ignoreDependencies: [
        // Started by scripts/check-packages.mjs by the names of their programs.
        'publint',
        '@arethetypeswrong/cli',
        // Bundled by a test.
        '@lit-labs/ssr-client',
      ],
    },
    'packages/tokens': {
      entry: ['src/contrast.ts'],
      project: ['**/*.{js,mjs,ts}'],
    },
    'packages/elements': {
      entry: [
        // What `exports` names, and what the generated languages import.
        'src/*/!(*.view|*.styles).ts',
        'src/contact-card/model/practice.ts',
        'src/signup-form/model/endpoint.ts',
        'src/*/locales/*.ts',
        '{src,test,test-support}/**/*.{test,spec}.ts',
        'test-support/index.ts',
        // Bundled by a test for its page.
        'test/faults/{store,widget}-driver.ts',
        '*.mjs',
      ],
      project: ['*.mjs', '{src,test-support,test}/**/*.ts'],
    },
    'packages/embed': {
      entry: [
        '*.mjs',
        '{bench,build}/*.mjs',
        // Compiled to lib/, from where the command and the bundled files import them.
        'src/{snippets,commands/index}.ts',
        'src/{loader/{loader,languages},frame/frame,frame/frame-host,doctor/doctor}.ts',
        'test/**/*.{test,spec}.ts',
        'test/fixtures/**',
      ],
      project: ['**/*.{js,mjs,ts}'],
      // Only for `havenkit snippet --browser`, which says so when it is missing.
      ignoreDependencies: ['playwright-core'],
      // Installed by scripts/machine/wordpress.mjs.
      ignoreBinaries: ['mariadb', 'mariadb-install-db', 'php'],
      // Templates for site builders import the builders' modules.
      ignore: ['recipes/**'],
    },
    'packages/receiver': {
      entry: ['src/{index,node,cli}.ts', 'bench.mjs', 'tests/*.node-test.ts', 'tests/fixtures/*.js'],
      project: ['*.mjs', '{src,tests}/**/*.ts'],
    },
    'packages/site': {
      entry: [
        'src/{embed-builder/main,widget-questions/main,preview/preview,measure/measure}.ts',
        'test/**/*.{spec,outside}.ts',
      ],
      project: ['**/*.{js,mjs,ts}'],
      // Made by the build.
      ignoreDependencies: ['havenkit'],
      // Installed by scripts/machine/wordpress.mjs.
      ignoreBinaries: ['php'],
    },
  },
};
