import { existsSync, readdirSync } from 'node:fs';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import {
  forbid,
  impureGlobals,
  impureSyntax,
  pure,
  replacedSyntax,
  unsafeImports,
  unsafeSyntax,
} from './eslint.syntax.js';

const tests = [
  'packages/*/{src,test,test-support}/**/*.{test,spec}.ts',
  'packages/*/test/**/*.ts',
  'packages/elements/src/*/test/**/*.ts',
  'stories/**/*.spec.ts',
];

const elements = 'packages/elements/src';
const widgets = readdirSync(elements).filter((name) => existsSync(`${elements}/${name}/define.ts`));

/** The floors. `target` must not import anything in `from`, except `except`. */
const floors = [
  { target: 'packages/tokens', from: 'packages', except: ['./tokens'] },
  { target: 'packages/elements', from: 'packages', except: ['./tokens', './elements'] },
  { target: 'packages/embed', from: 'packages', except: ['./tokens', './elements', './embed'] },
  {
    target: 'packages/receiver',
    from: 'packages',
    except: ['./elements/dist/signup-form/signup.schema.json', './receiver'],
  },
  { target: 'packages', from: 'stories', message: 'A package must not import a story.' },
  {
    target: 'stories',
    from: ['packages/*/!(dist)/**', 'packages/*/*'],
    message: 'A story may import only published names.',
  },
  {
    target: `${elements}/foundation`,
    from: elements,
    except: ['./foundation'],
    message: 'The foundation must not import a widget.',
  },
  ...widgets.map((widget) => ({
    target: `${elements}/${widget}`,
    from: elements,
    except: [`./${widget}`, './foundation'],
    message: 'A widget must not import another widget.',
  })),
  {
    target: `${elements}/*/{model,adapters,locales}/**`,
    from: [
      `${elements}/*/*.ts`,
      `${elements}/*/{controllers,store,views,test}/**`,
      `${elements}/foundation/{browser,element}/**`,
      // Strings need plural forms, which are a function without any state.
      `${elements}/foundation/localization/!(plural).ts`,
      `${elements}/foundation/**/*.view.ts`,
    ],
    message: 'A model must not import elements, views, styles, controllers or storage.',
  },
  {
    target: `${elements}/*/model/**`,
    from: `${elements}/*/adapters/**`,
    message: 'Adapters know the model, the model knows no adapter.',
  },
].map((zone) => ({ message: 'Imports run down only (see CONTRIBUTING.md).', ...zone }));

export default defineConfig(
  globalIgnores([
    '**/dist/',
    'packages/{embed,site}/lib/',
    'storybook-static/',
    'reports/',
    'coverage/',
    'test-results/',
    `${elements}/locales/`,
    `${elements}/*/configuration.ts`,
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      'no-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', 300],
    },
  },
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.js', '.mjs', '.json'], extensionAlias: { '.js': ['.ts', '.js'] } }),
      ],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: floors }],
    },
  },
  {
    // Another package is imported by its name.
    files: ['packages/*/{src,lib,bin}/**', 'packages/*/*.mjs'],
    plugins: { 'import-x': importX },
    rules: { 'import-x/no-relative-packages': 'error' },
  },
  {
    // Build scripts and configuration, run by Node.
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    // Templates that run in a site builder.
    files: ['packages/embed/recipes/**/*.js'],
    languageOptions: { globals: { $w: 'readonly', ...globals.browser } },
    rules: { 'no-unused-vars': ['error', { ignoreRestSiblings: true }] },
  },
  {
    // Scripts that tests load in a page.
    files: ['packages/*/test/fixtures/**/*.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // no-base-to-string forbids values that would print as [object Object]; others, such as numbers, are fine.
      '@typescript-eslint/restrict-template-expressions': 'off',
      // `() => emit()` may return nothing.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
      // An empty string often means "absent", so `||` is right.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // Callers in plain JavaScript break types, so checks that "cannot" fail are allowed.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // A type import must leave no import in the built file.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      // It suggests `!`, which no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // [...text] splits by code points, which encoding and folding need.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    // Configuration that its own tool compiles; it is not part of the TypeScript project.
    files: ['*.config.ts', '.storybook/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false }, globals: globals.node },
  },

  {
    files: ['packages/elements/src/**/*.ts', 'stories/**/*.ts'],
    plugins: { lit, wc, 'lit-a11y': litA11y },
    settings: { wc: { elementBaseClasses: ['LitElement', 'HavenElement'] } },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...wc.configs['flat/best-practice'].rules,
      ...litA11y.configs.recommended.rules,
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/no-value-attribute': 'error',
      // Every lifecycle callback exists in LitElement or HavenElement.
      'wc/guard-super-call': 'off',
      // <ul role="list"> is needed: without bullets, Safari no longer treats a list as one.
      'lit-a11y/no-redundant-role': 'off',
    },
  },
  {
    files: ['packages/{elements,embed,site}/**/*.{ts,js,mjs}', 'stories/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [unsafeImports] }],
      'no-restricted-syntax': ['error', ...unsafeSyntax],
    },
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...unsafeSyntax, ...replacedSyntax] },
  },
  {
    files: ['packages/elements/src/*/{model,adapters}/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [unsafeImports, { regex: '^(lit|lit-html|lit-element|@lit)(/|$)', message: pure }] },
      ],
      'no-restricted-syntax': ['error', ...unsafeSyntax, ...replacedSyntax, ...impureSyntax],
      'no-restricted-globals': ['error', ...impureGlobals.map((name) => ({ name, message: pure }))],
    },
  },
  {
    // In Node's test runner, `it` returns a promise that need not be awaited.
    files: ['packages/receiver/tests/**/*.ts'],
    rules: {
      'max-lines': ['error', 400],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['describe', 'it', 'before', 'after', 'beforeEach'], package: 'node:test' },
          ],
        },
      ],
    },
  },
  {
    files: [...tests, 'packages/elements/test-support/*.ts'],
    languageOptions: { globals: globals.mocha },
    rules: {
      'max-lines': ['error', 400],
      'no-restricted-imports': 'off',
      'no-restricted-syntax': [
        'error',
        ...forbid(
          'It would skip every other test.',
          'MemberExpression[object.name=/^(it|describe|test)$/][property.name=only]',
        ),
        ...forbid(
          'Wait for a condition, not for a fixed time.',
          'CallExpression[callee.name=aTimeout]',
          'CallExpression[callee.property.name=waitForTimeout]',
        ),
      ],
      // Tests reach into other floors for fixtures and helpers.
      'import-x/no-restricted-paths': 'off',
      'import-x/no-relative-packages': 'off',
      'no-restricted-globals': 'off',
      // Chai's assertions are expressions: expect(x).to.be.true.
      '@typescript-eslint/no-unused-expressions': 'off',
      // @open-wc/semantic-dom-diff declares that `equal` returns a promise; it does not.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: 'Equal', package: 'chai' }] },
      ],
      // A wrong assertion fails the test anyway.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // Fixtures contain bad markup on purpose.
      ...Object.fromEntries(
        Object.entries({ lit: lit.rules, wc: wc.rules, 'lit-a11y': litA11y.rules }).flatMap(([plugin, rules]) =>
          Object.keys(rules).map((rule) => [`${plugin}/${rule}`, 'off']),
        ),
      ),
    },
    plugins: { lit, wc, 'lit-a11y': litA11y },
  },
);
