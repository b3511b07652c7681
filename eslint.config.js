import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const tests = [
  'packages/*/{src,test,test-support}/**/*.{test,spec,page}.ts',
  'packages/*/test/**/*.ts',
  'stories/**/*.spec.ts',
];

/**
 * Two rules that a later block would replace, not add to, wherever it sets them again; so every block that needs
 * them names all it needs here.
 *
 * @param {{ imports?: [regex: string, message: string][], syntax?: [selector: string, message: string][] }} what
 */
const restrict = ({ imports = [], syntax = [] }) => ({
  'no-restricted-imports': ['error', { patterns: imports.map(([regex, message]) => ({ regex, message })) }],
  'no-restricted-syntax': [
    'error',
    ...syntax.map(([selector, message]) => ({ selector, message })),
    // The rule above does not look into import().
    ...imports.map(([regex, message]) => ({
      selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\u002f')}/]`,
      message,
    })),
  ],
});

// Strict CSP and Trusted Types are the normal case: markup only by templates, styles only by sheets and properties.

/** @type {[string, string][]} */
const unsafeImports = [
  ['^lit(-html)?/directives/(unsafe-|style-map)', 'It writes markup or a style attribute: refused by a strict CSP.'],
];
/** @type {[string, string][]} */
const unsafeSyntax = [
  [
    'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment)$/]',
    'Text never becomes markup (Trusted Types): use a template.',
  ],
  ["CallExpression[callee.object.name='document'][callee.property.name=/^write/]", 'No document.write.'],
  [
    'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle\\s*=/]',
    'A strict CSP refuses style attributes: use a class or style.setProperty.',
  ],
  [
    'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/<style/]',
    'A strict CSP refuses <style>: use static styles.',
  ],
  [
    'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\.(inner|outer)HTML\\s*=/]',
    'Text never becomes markup (Trusted Types).',
  ],
  ["CallExpression[callee.property.name='setAttribute'][arguments.0.value='style']", 'Use style.setProperty.'],
];

// The floors: imports run down only.

const otherPackage = '^(\\.\\./)+(tokens|elements|embed|receiver|site|stories)(/|$)';
/** @type {(allowed: string) => [string, string][]} */
const floor = (allowed) => [
  [`^@havenkit/(?!${allowed})`, 'The floors: imports run down only (see CONTRIBUTING).'],
  [otherPackage, 'Another package is imported by its name.'],
];
/** Nothing at all: no name begins with an empty string's negation. */
const nothing = '(?!)';
const tokensOnly = '(tokens)(/|$)';

// A domain module is given its time, its chance, its network and its storage; it knows no page.

const outside = 'A domain module is pure: what it needs of the world comes in as an argument.';
/** @type {[string, string][]} */
const domainImports = [
  [
    '^(lit|lit-html|lit-element|@lit|@shoelace-style)(/|$)',
    `${outside} Rendering belongs into the element or a *.view.ts.`,
  ],
  ['/foundation/(haven-element|index|heading|minute-timer|clipboard|strings)\\.js$', outside],
  ['\\.(view|styles)\\.js$', outside],
];
/** @type {[string, string][]} */
const domainSyntax = [
  ['NewExpression[callee.name=Date][arguments.length=0]', `${outside} (the time)`],
  ['CallExpression[callee.name=Date]', `${outside} (the time)`],
  ["MemberExpression[object.name=Date][property.name='now']", `${outside} (the time)`],
  ["MemberExpression[object.object.name=Temporal][object.property.name='Now']", `${outside} (the time)`],
  ["MemberExpression[object.name=Math][property.name='random']", `${outside} (chance)`],
  ["MemberExpression[object.name=crypto][property.name='randomUUID']", `${outside} (chance)`],
];
const domainGlobals = [
  ...['document', 'window', 'self', 'globalThis', 'navigator', 'location', 'customElements', 'fetch', 'XMLHttpRequest'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'performance', 'setTimeout', 'setInterval'],
];

/** The one file of a widget that bears the name of its folder. */
const elementFiles = readdirSync(new URL('packages/elements/src', import.meta.url)).map(
  (name) => `packages/elements/src/${name}/${name}.ts`,
);

/** @type {(up: string) => [string, string]} */
const otherWidget = (up) => [`^${up}(?!foundation/)`, 'A widget knows the foundation and itself, no other widget.'];

export default defineConfig(
  globalIgnores(['**/dist/', 'storybook-static/', 'reports/', 'coverage/', 'test-results/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      'no-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    // Build scripts and configuration, run by Node.
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    // Templates for site builders, run there.
    files: ['packages/embed/recipes/**/*.js'],
    languageOptions: { globals: { $w: 'readonly' } },
    rules: { 'no-unused-vars': ['error', { ignoreRestSiblings: true }] },
  },
  {
    // Sources of files for the browser, and what tests load there.
    files: ['packages/{embed,site}/src/**/*.js', 'packages/*/test/fixtures/**/*.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Anything may stand in a text that does not print as [object Object]; no-base-to-string sees to that.
      '@typescript-eslint/restrict-template-expressions': 'off',
      // `() => emit()` and `condition && refresh()` are this code's shorthand for "do that, give nothing".
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
      // An empty text is as absent as none, so `||` is often the operator that is meant.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // Pages use us from plain JavaScript, where a type is no promise: a check that "cannot" fail may be wanted.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Types alone import nothing at run time.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      // It asks for `!`, which no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // [...text] goes by code points, which is what encoding and folding need.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    // Configuration that its own tool compiles; no part of the TypeScript project.
    files: ['*.config.ts', '.storybook/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false }, globals: globals.node },
  },

  {
    files: ['packages/tokens/src/**'],
    rules: restrict({ imports: floor(nothing) }),
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
      // LitElement has them all.
      'wc/guard-super-call': 'off',
      // <ul role="list"> is no redundancy: Safari drops a list's meaning with its bullets.
      'lit-a11y/no-redundant-role': 'off',
    },
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    rules: restrict({ imports: [...floor(tokensOnly), ...unsafeImports], syntax: unsafeSyntax }),
  },
  {
    files: ['packages/elements/src/foundation/**/*.ts'],
    rules: restrict({
      imports: [
        ...floor(tokensOnly),
        ...unsafeImports,
        ['^\\.\\./', 'The foundation knows no widget and lies in one folder.'],
      ],
      syntax: unsafeSyntax,
    }),
  },
  {
    files: ['packages/elements/src/*/*.ts'],
    ignores: ['packages/elements/src/{foundation,locales}/**'],
    rules: restrict({
      imports: [...floor(tokensOnly), ...unsafeImports, otherWidget('\\.\\./')],
      syntax: unsafeSyntax,
    }),
  },
  {
    // The domain: every file of a widget but the element, its views, its styles and its definition.
    files: ['packages/elements/src/*/*.ts', 'packages/elements/src/*/*/*.ts'],
    ignores: [
      'packages/elements/src/{foundation,locales}/**',
      'packages/elements/src/*/{define,*.view,*.styles}.ts',
      'packages/elements/src/*/{browser,controllers}/**',
      ...elementFiles,
      ...tests,
    ],
    rules: {
      ...restrict({
        imports: [...floor(nothing), ...unsafeImports, otherWidget('\\.\\./'), ...domainImports],
        syntax: [...unsafeSyntax, ...domainSyntax],
      }),
      'no-restricted-globals': ['error', ...domainGlobals.map((name) => ({ name, message: outside }))],
    },
  },
  {
    // One folder deeper: strings, adapters.
    files: ['packages/elements/src/*/*/*.ts'],
    ignores: [
      'packages/elements/src/{foundation,locales}/**',
      'packages/elements/src/*/{browser,controllers}/**',
      ...tests,
    ],
    rules: restrict({
      imports: [...floor(nothing), ...unsafeImports, otherWidget('\\.\\./\\.\\./'), ...domainImports],
      syntax: [...unsafeSyntax, ...domainSyntax],
    }),
  },
  {
    files: ['packages/embed/src/**', 'packages/embed/lib/**'],
    rules: restrict({ imports: [...floor('(elements|tokens)(/|$)'), ...unsafeImports], syntax: unsafeSyntax }),
  },
  {
    files: ['packages/receiver/**/*.{ts,js,mjs}'],
    rules: restrict({ imports: floor('elements/.*schema\\.json$') }),
  },
  {
    // What is published is tested and measured by its name.
    files: ['packages/receiver/{bench.mjs,tests/**/*.{ts,js}}'],
    rules: restrict({ imports: floor('(receiver(/|$)|elements/.*schema\\.json$)') }),
  },
  {
    // Run by Node's own test runner, whose functions give promises that nobody has to wait for.
    files: ['packages/receiver/tests/**/*.ts'],
    rules: {
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
    files: ['packages/site/**/*.{ts,js,mjs}'],
    rules: restrict({ imports: [...floor(''), ...unsafeImports], syntax: unsafeSyntax }),
  },
  {
    files: ['stories/**/*.{ts,js,mjs}'],
    rules: restrict({
      imports: [
        ['^(\\.\\./)+packages/', 'A story uses what is published: import it by the name of its package.'],
        ...unsafeImports,
      ],
      syntax: unsafeSyntax,
    }),
  },

  {
    files: [...tests, 'packages/elements/test-support/*.ts'],
    languageOptions: { globals: globals.mocha },
    rules: {
      ...restrict({
        imports: [],
        syntax: [
          [
            'MemberExpression[object.name=/^(it|describe|test)$/][property.name=only]',
            'It would leave out every other test.',
          ],
          ['CallExpression[callee.name=aTimeout]', 'A test waits for what it needs, not for a while.'],
          ['CallExpression[callee.property.name=waitForTimeout]', 'A test waits for what it needs, not for a while.'],
        ],
      }),
      'no-restricted-globals': 'off',
      // Chai's assertions are expressions: expect(x).to.be.true.
      '@typescript-eslint/no-unused-expressions': 'off',
      // By @open-wc/semantic-dom-diff's types `equal` gives a promise; it does not.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: 'Equal', package: 'chai' }] },
      ],
      // A test fails anyhow where its assumption is wrong.
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
      // Fixtures show bad markup on purpose, and small elements that only a test sees.
      ...Object.fromEntries(
        Object.entries({ lit: lit.rules, wc: wc.rules, 'lit-a11y': litA11y.rules }).flatMap(([plugin, rules]) =>
          Object.keys(rules).map((rule) => [`${plugin}/${rule}`, 'off']),
        ),
      ),
    },
    plugins: { lit, wc, 'lit-a11y': litA11y },
  },
);
