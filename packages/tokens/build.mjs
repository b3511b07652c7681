// Builds dist/: theme.css and native.css for pages, styles.js with the same CSS as text for shadow roots, and the tokens
// as tokens.js and tokens.json.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { Features, transform } from 'lightningcss';
import StyleDictionary from 'style-dictionary';
import { camelCase, cssOf, sheetsIn, tokenFiles } from './sheets.mjs';
import { properties, systemColors, theme, tokenList } from './theme.mjs';

const urlOf = (path) => new URL(path, import.meta.url);

/** The content of each file in dist/, written at the end. @type {Record<string, string>} */
const files = {};
const write = (file, content) => (files[file] = content);

const dictionary = new StyleDictionary({
  source: tokenFiles(),
  log: { verbosity: 'silent', warnings: 'error' },
  platforms: { css: { prefix: 'haven', transforms: ['name/kebab'] } },
});
const { allTokens } = await dictionary.getPlatformTokens('css');
const tokens = tokenList(allTokens);

const banner = '/* Havenkit | MIT License */\n';
/** CSS for a page. Nesting is flattened for readers and for older tools. */
const readable = (code) =>
  `${banner}${transform({ filename: '', code: Buffer.from(code), include: Features.Nesting }).code.toString()}`;
const minified = (code) => transform({ filename: '', code: Buffer.from(code), minify: true }).code.toString();

/**
 * Some build tools (Vite, Next.js) replace `light-dark()` for older browsers by custom properties, which they declare wherever
 * the CSS sets a `color-scheme`. This rule lets them declare those of light. Otherwise it does nothing: `revert-layer` takes it
 * back, and in a layer it yields to the page's own `color-scheme`.
 */
const lightByDefault = '@layer havenkit { :where(:root) { color-scheme: light; color-scheme: revert-layer; } }\n';

// No targets: a browser with relative colors needs no CSS lowered.
write('theme.css', readable(lightByDefault + theme(tokens, ':root, :host')));
const native = `:where(.haven-native) {\n${cssOf('native')}${cssOf('page')}\n}`;
write('native.css', readable(`${lightByDefault}${theme(tokens, ':where(.haven-native)')}\n${native}`));

const codeList = (names) => names.map((name) => `\`${name}\``).join(', ');

const themeParts = Object.entries(Object.groupBy(tokens, ({ part }) => part)).map(([part, members]) => ({
  name: camelCase(`theme-${part}`),
  description: `A part of the theme: ${codeList(members.map(({ name }) => name).filter((name) => name !== '--haven-brand'))}.`,
  css: minified(properties(members, ':host')),
  forced: minified(systemColors(members, ':host')),
}));
const forcedParts = themeParts
  .filter(({ forced }) => forced)
  .map(({ name, forced }) => ({
    name: `${name}Forced`,
    description: `System colors that replace \`${name}\` in forced colors; goes after it. For drawings: browsers adapt HTML themselves.`,
    css: forced,
  }));
const exported = [
  {
    name: 'theme',
    description: 'The whole theme: every token as a custom property.',
    css: minified(theme(tokens, ':host')),
  },
  ...themeParts,
  ...forcedParts,
  ...sheetsIn('shadow'),
  ...sheetsIn('native'),
];

/** The parts of the theme that declare the custom properties that the CSS uses. */
function requiredParts(css) {
  const used = [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => `${name}:`);
  const missing = used.filter((declaration) => !css.includes(declaration));
  return themeParts.filter((part) => missing.some((declaration) => part.css.includes(declaration)));
}

write('styles.js', exported.map(({ name, css }) => `export const ${name} = ${JSON.stringify(css)};\n`).join(''));
write(
  'styles.d.ts',
  exported
    .map(({ name, description, css }) => {
      const required = codeList(requiredParts(css).map((part) => part.name));
      const note = required && `\n *\n * Requires ${required}.`;
      return `/**\n * ${description}${note}\n */\nexport declare const ${name}: string;\n`;
    })
    .join('\n'),
);

const constants = tokens.map(({ name, type, value, darkValue, css, description }) => [
  name,
  { type, value, ...(darkValue ? { dark: darkValue } : undefined), css, description },
]);
write(
  'tokens.js',
  `export const tokens = ${JSON.stringify(Object.fromEntries(constants), null, 2)};\n\nexport const tokenNames = Object.keys(tokens);\n`,
);
write(
  'tokens.d.ts',
  `/** The name of a token: its custom property. */
export type TokenName =
${tokens.map(({ name }) => `  | '${name}'`).join('\n')};

/** A design token. */
export interface Token {
  /** DTCG type: \`color\`, \`dimension\`, \`number\`, \`fontWeight\`, \`duration\`, \`cubicBezier\` or \`shadow\`. */
  readonly type: string;
  /** The value as CSS. For a color: with the default brand, in a light color scheme. */
  readonly value: string;
  /** Colors only: the value with the default brand, in a dark color scheme. */
  readonly dark?: string;
  /** The value in theme.css. For a color: how it is derived from the brand. */
  readonly css: string;
  /** The purpose. */
  readonly description: string;
}

/** All tokens by the name of their custom property. */
export declare const tokens: Readonly<Record<TokenName, Token>>;

/** The names of all tokens, in the order of the theme. */
export declare const tokenNames: readonly TokenName[];
`,
);

// In the sources, a derived color refers to the brand. In the built file it has its value for the default brand.
const tree = structuredClone(dictionary.tokens);
for (const { path, light, dark } of tokens) {
  if (!light) continue;
  const token = path.reduce((group, key) => group[key], tree);
  token.$value = light;
  token.$extensions['org.havenkit.dark'] = dark;
}
write(
  'tokens.json',
  `${JSON.stringify(tree, (key, value) => (key === 'filePath' || key === 'isSource' ? undefined : value), 2)}\n`,
);

// Written last, so that an error in a source does not remove the previous build.
rmSync(urlOf('dist/'), { recursive: true, force: true });
mkdirSync(urlOf('dist/'));
for (const [file, content] of Object.entries(files)) writeFileSync(urlOf(`dist/${file}`), content);
