// Builds dist/: theme.css and native.css, the same as text for shadow roots (styles.js), and the tokens (tokens.js,
// tokens.json).
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { Features, transform } from 'lightningcss';
import StyleDictionary from 'style-dictionary';
import { camelCase, cssOf, sheetsIn, tokenFiles } from './sheets.mjs';
import { properties, systemColors, theme, tokenList } from './theme.mjs';

const here = (path) => new URL(path, import.meta.url);
/** @type {Record<string, string>} */
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
/** A file for a page. Nesting is flattened for people and older tools that read it. */
const file = (code) =>
  `${banner}${transform({ filename: '', code: Buffer.from(code), include: Features.Nesting }).code.toString()}`;
const short = (code) => transform({ filename: '', code: Buffer.from(code), minify: true }).code.toString();

// No targets: a browser that has relative colors needs nothing lowered.
write('theme.css', file(theme(tokens, ':root, :host')));
const native = `:where(.haven-native) {\n${cssOf('native')}${cssOf('page')}\n}`;
write('native.css', file(`${theme(tokens, ':where(.haven-native)')}\n${native}`));

const list = (names) => names.map((name) => `\`${name}\``).join(', ');

const themeParts = Object.entries(Object.groupBy(tokens, ({ part }) => part)).flatMap(([part, members]) => {
  const name = camelCase(`theme-${part}`);
  const names = members.map((token) => token.name).filter((token) => token !== '--haven-brand');
  const forced = short(systemColors(members, ':host'));
  return [
    { name, description: `A part of the theme: ${list(names)}.`, css: short(properties(members, ':host')) },
    ...(forced
      ? [
          {
            name: `${name}Forced`,
            description: `System colors for \`${name}\` in forced colors, which drawings need; a browser repaints HTML by itself. Goes after it.`,
            css: forced,
          },
        ]
      : []),
  ];
});
const exported = [
  { name: 'theme', description: 'The whole theme: all custom properties.', css: short(theme(tokens, ':host')) },
  ...themeParts,
  ...sheetsIn('shadow'),
  ...sheetsIn('native'),
];

/** Names of the parts of the theme whose properties a sheet uses. */
function needs({ css }) {
  const used = [...css.matchAll(/var\((--[\w-]+)/g)]
    .map(([, name]) => `${name}:`)
    .filter((name) => !css.includes(name));
  const parts = themeParts.filter(
    (part) => !part.name.endsWith('Forced') && used.some((name) => part.css.includes(name)),
  );
  return parts.length ? `\n *\n * Needs ${list(parts.map(({ name }) => name))}.` : '';
}

write('styles.js', exported.map(({ name, css }) => `export const ${name} = ${JSON.stringify(css)};\n`).join(''));
write(
  'styles.d.ts',
  exported
    .map((sheet) => `/**\n * ${sheet.description}${needs(sheet)}\n */\nexport declare const ${sheet.name}: string;\n`)
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
