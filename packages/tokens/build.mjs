// Builds dist/: theme.css and native.css, the same as text for shadow roots (styles.js), and the tokens (tokens.js,
// tokens.json).
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Features, transform } from 'lightningcss';
import StyleDictionary from 'style-dictionary';
import { theme, tokenList } from './theme.mjs';

const here = (path) => new URL(path, import.meta.url);
/** @type {Record<string, string>} */
const files = {};
const write = (file, content) => (files[file] = content);

const dictionary = new StyleDictionary({
  source: [`${fileURLToPath(here('src/'))}*.tokens.json`],
  log: { verbosity: 'silent', warnings: 'error' },
  platforms: { css: { prefix: 'haven', transforms: ['name/kebab'] } },
});
const { allTokens } = await dictionary.getPlatformTokens('css');
const tokens = tokenList(allTokens);

const section = (name) => readFileSync(here(`src/native/${name}.css`), 'utf8');
const native = ['card', 'heading', 'button', 'link', 'field', 'choice', 'list', 'table', 'notice', 'details'];

// No targets: a browser that knows relative colours needs nothing lowered. Nesting is undone in files only, where a
// person or an older tool may read them; in the text it saves bytes.
const css = (code, options) =>
  transform({ filename: 'native.css', code: Buffer.from(code), errorRecovery: false, ...options }).code.toString();
const file = (code) => `/* Havenkit | MIT License */\n${css(code, { include: Features.Nesting })}`;
const text = (code) => css(code, { minify: true });

write('theme.css', file(theme(tokens, ':root, :host')));
const scoped = `:where(.haven-native) {\n${['focus', ...native, 'flow'].map(section).join('')}\n}`;
const paper = '@media print {\n:where(.haven-native) { color-scheme: light; }\n}\n';
write('native.css', file(`${theme(tokens, ':where(.haven-native)')}\n${paper}${scoped}`));

/** @type {[name: string, css: string, description: string][]} */
const texts = [
  ['theme', theme(tokens, ':host'), 'The custom properties of the theme; everything else stands on them.'],
  ['base', section('base') + section('focus'), "A widget's box, text that the page cannot disturb, the focus outline."],
  ...native.map((name) => [name, section(name), `Native HTML: ${name}. Needs \`theme\`.`]),
];
write('styles.js', texts.map(([name, code]) => `export const ${name} = ${JSON.stringify(text(code))};\n`).join(''));
write(
  'styles.d.ts',
  texts
    .map(
      ([name, , description]) =>
        `/** CSS text for a shadow root. ${description} */\nexport declare const ${name}: string;\n`,
    )
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
  `/** Name of a token's custom property. */
export type TokenName =
${tokens.map(({ name }) => `  | '${name}'`).join('\n')};

/** A design token. */
export interface Token {
  /** DTCG type: \`color\`, \`dimension\`, \`number\`, \`fontWeight\`, \`duration\`, \`cubicBezier\` or \`shadow\`. */
  readonly type: string;
  /** Its value as CSS; of a colour, with the default brand and in a light scheme. */
  readonly value: string;
  /** A colour with the default brand and in a dark scheme, as CSS. */
  readonly dark?: string;
  /** The value as theme.css declares it: of a colour, how it is derived from the brand. */
  readonly css: string;
  /** What it is for. */
  readonly description: string;
}

/** Every token by the name of its custom property. */
export declare const tokens: Readonly<Record<TokenName, Token>>;

/** Names of all tokens, in the order of the theme. */
export declare const tokenNames: readonly TokenName[];
`,
);

// In the sources a derived colour points to what it is derived from; here it has the value that it takes by default.
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

// Last, so that a mistake in a source leaves the built files that others use.
rmSync(here('dist/'), { recursive: true, force: true });
mkdirSync(here('dist/'));
for (const [file, content] of Object.entries(files)) writeFileSync(here(`dist/${file}`), content);
