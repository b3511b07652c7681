// Builds dist/: theme.css, native.css, styles.js (the same as text, for shadow roots), tokens.js and tokens.json.
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { transform } from 'lightningcss';
import StyleDictionary from 'style-dictionary';
import { cssValue, theme, tokenList } from './theme.mjs';

const here = (path) => new URL(path, import.meta.url);
const dist = here('dist/');
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

/** Engines that know relative colours and light-dark(): Chrome 123, Firefox 128, Safari 17.5. */
const targets = { chrome: 123 << 16, firefox: 128 << 16, safari: (17 << 16) | (5 << 8) };
const compiled = (css, minify) => {
  const { code } = transform({ filename: 'tokens.css', code: Buffer.from(css), minify, targets });
  return code.toString();
};
/** Minified for shadow roots: nothing there needs lowering, and a colour has to stay as it is written. */
const minified = (css) => transform({ filename: 'tokens.css', code: Buffer.from(css), minify: true }).code.toString();

const dictionary = new StyleDictionary({
  source: [`${here('src/').pathname}*.tokens.json`],
  log: { verbosity: 'silent' },
  platforms: { web: { transforms: ['name/kebab'] } },
});
const { allTokens } = await dictionary.getPlatformTokens('web');
const tokens = tokenList(allTokens);

const sections = Object.fromEntries(
  globSync('src/native/*.css', { cwd: here('.') })
    .sort()
    .map((file) => [basename(file, '.css'), readFileSync(here(file), 'utf8')]),
);

const write = (file, content) => writeFileSync(new URL(file, dist), content);
const { base, ...native } = sections;

write('theme.css', compiled(theme(tokens, ':root, :host')));
write(
  'native.css',
  compiled(`${theme(tokens, '.haven-native')}\n:where(.haven-native) {\n${Object.values(native).join('\n')}\n}`),
);

const texts = Object.entries({ theme: theme(tokens, ':host'), base, ...native });
write('styles.js', texts.map(([name, css]) => `export const ${name} = ${JSON.stringify(minified(css))};\n`).join(''));
const describe = { theme: 'The custom properties of the theme.', base: 'What a widget needs before anything else: no hostile inheritance, boxes that fit.' };
write(
  'styles.d.ts',
  texts
    .map(([name]) => `/** CSS text for a shadow root. ${describe[name] ?? `Native HTML dressed: ${name}.`} */\nexport declare const ${name}: string;\n`)
    .join(''),
);

const constants = Object.fromEntries(
  tokens.map((token) => [token.property, { type: token.type, value: cssValue(token), description: token.description }]),
);
write('tokens.js', `export const tokens = ${JSON.stringify(constants, null, 2)};\n\nexport const tokenNames = Object.keys(tokens);\n`);
write(
  'tokens.d.ts',
  `/** Name of a token's custom property. */\nexport type TokenName =\n${tokens.map(({ property }) => `  | '${property}'`).join('\n')};

/** A design token. */
export interface Token {
  /** DTCG type, such as \`color\` or \`dimension\`. */
  readonly type: string;
  /** Its CSS value, as it stands in theme.css. */
  readonly value: string;
  /** What it is for. */
  readonly description: string;
}

/** Every token by the name of its custom property. */
export declare const tokens: Readonly<Record<TokenName, Token>>;

/** Names of all tokens, in the order of the theme. */
export declare const tokenNames: readonly TokenName[];
`,
);
write('tokens.json', JSON.stringify(dictionary.tokens, null, 2));
