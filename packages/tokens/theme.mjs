// Turns design tokens (DTCG) into the custom properties of the theme.
import { basename } from 'node:path';
import { transform } from 'lightningcss';

/**
 * Key in a color's `$extensions` that describes its derivation:
 *
 * - `light`, `dark`: lightness, chroma and hue of an oklch(), where l, c and h are those of the origin
 * - `from`: the origin, `brand` (default) or `companion`
 * - `more`: replaces `light` and `dark` with `prefers-contrast: more`
 * - `forced`: the system color in forced colors
 */
const derive = 'org.havenkit.derive';
const unit = 'org.havenkit.unit';

/**
 * The colors that others are derived from. Each is declared once, in a part of the theme, as a private custom property.
 *
 * - brand: opaque. A light brand is darkened later, so its chroma is reduced by the same factor: the color only looks
 *   less lit, and stays within sRGB. Browsers clip a brand outside sRGB; the limit on chroma preserves its contrast.
 * - companion: 130 degrees from the brand, on the side nearer to clay (hue 45). A gray has no hue and gets clay.
 */
const origins = {
  brand: { part: 'color', from: '--haven-brand', channels: 'l calc(min(c, 0.22) * 0.5 / max(l, 0.5)) h' },
  companion: {
    part: 'companion',
    from: '--haven-brand-in',
    channels: 'l 0.1 calc(45 + clamp(0, c * 9999 - 1, 1) * (h - 175 + round(down, mod(h + 315, 360), 180) * 13 / 9))',
  },
};
const originName = (name) => `--haven-${name}-in`;

/** A DTCG color as CSS. */
const color = ({ colorSpace, components, alpha = 1 }) =>
  `${colorSpace}(${components.join(' ')}${alpha < 1 ? ` / ${alpha}` : ''})`;
const dimension = ({ value, unit }) => (value === 0 ? '0' : `${value}${unit}`);

function plainValue({ $type, $value, $extensions }) {
  switch ($type) {
    case 'color':
      return color($value);
    case 'dimension':
    case 'duration':
      return dimension($value);
    case 'cubicBezier':
      return `cubic-bezier(${$value.join(', ')})`;
    case 'shadow':
      return `${[$value.offsetX, $value.offsetY, $value.blur, $value.spread].map(dimension).join(' ')} ${color($value.color)}`;
    default:
      return `${$value}${$extensions?.[unit] ?? ''}`;
  }
}

/** A derived color as CSS, relative to its origin if the channels refer to it. */
const cssColor = (channels, from = 'brand') =>
  `oklch(${/\b[lch]\b/.test(channels) ? `from var(${originName(from)}) ` : ''}${channels})`;
const pair = ({ light, dark }, from) => `light-dark(${cssColor(light, from)}, ${cssColor(dark, from)})`;

/** Computes lightness, chroma and hue of a derived color from those of its origin. */
function computeChannels(channels, origin) {
  const numeric = channels.replace(/\b[lch]\b/g, (channel) => origin['lch'.indexOf(channel)]);
  const { code } = transform({ filename: '', code: Buffer.from(`a{color:oklch(${numeric})}`), minify: true });
  const numbers = /oklch\(([^ ]+)% ([^ ]+) ([^)]+)\)/.exec(code.toString());
  if (!numbers) throw new Error(`Expected lightness, chroma and hue, got "${channels}".`);
  const [l, c, h] = numbers.slice(1).map(Number);
  return [l / 100, c, h].map((number) => Number(number.toFixed(4)));
}

/** Lightness, chroma and hue of each origin with the default brand. */
function defaultOrigins(resolved) {
  const { components } = resolved.find(({ name }) => name === 'haven-brand').$value;
  const brand = computeChannels(origins.brand.channels, components);
  return { brand, companion: computeChannels(origins.companion.channels, brand) };
}

/** The value of a token as CSS. A derived color also has its values with the default brand. */
function valuesOf(token, originChannels) {
  const derived = token.$extensions?.[derive];
  if (!derived) {
    const value = plainValue(token);
    return { value, css: value };
  }
  const [light, dark] = ['light', 'dark'].map((scheme) => ({
    colorSpace: 'oklch',
    components: computeChannels(derived[scheme], originChannels[derived.from ?? 'brand']),
  }));
  return { derived, light, dark, value: color(light), darkValue: color(dark), css: pair(derived, derived.from) };
}

/** The tokens that Style Dictionary resolved, as CSS and in the order of their files. */
export function tokenList(resolved) {
  const originChannels = defaultOrigins(resolved);
  return resolved.map((token) => ({
    name: `--${token.name}`,
    path: token.path,
    part: basename(token.filePath, '.tokens.json'),
    type: token.$type,
    description: token.$description,
    ...valuesOf(token, originChannels),
  }));
}

const block = (selector, declarations) =>
  `${selector} {\n${declarations.map(([name, value]) => `  ${name}: ${value};\n`).join('')}}\n`;
const media = (query, selector, declarations) => `\n@media (${query}) {\n${block(selector, declarations)}}\n`;

/** Declarations of the colors that have another value in a mode. */
const overrides = (tokens, mode, value) =>
  tokens.flatMap(({ name, derived }) => (derived?.[mode] ? [[name, value(derived[mode], derived.from)]] : []));

/**
 * Tokens as custom properties, in every mode except forced colors. `--haven-brand` itself is never declared: a declaration
 * here would override the page's.
 *
 * @param {ReturnType<typeof tokenList>} tokens - all tokens, or those of some parts of the theme
 * @param {string} selector - selects the elements on which the properties are declared
 */
export function properties(tokens, selector) {
  const parts = new Set(tokens.map(({ part }) => part));
  const includedOrigins = Object.entries(origins).filter(([, { part }]) => parts.has(part));
  const declared = tokens.filter(({ name }) => name !== '--haven-brand');
  return [
    block(selector, [
      ...includedOrigins.map(([name, { from, channels }]) => {
        const fallback = tokens.find((token) => token.name === from)?.css;
        return [originName(name), `oklch(from var(${from}${fallback ? `, ${fallback}` : ''}) ${channels} / 1)`];
      }),
      ...declared.map(({ name, css }) => [name, css]),
    ]),
    media(
      'prefers-contrast: more',
      selector,
      overrides(declared, 'more', (more, from) => (typeof more === 'string' ? more : pair(more, from))),
    ),
    media(
      'prefers-reduced-motion: reduce',
      selector,
      declared.filter(({ type }) => type === 'duration').map(({ name }) => [name, '0s']),
    ),
  ].join('');
}

/**
 * The system colors that replace the theme's in forced colors. Browsers replace the colors of HTML themselves, but not
 * those of drawings or of elements with `forced-color-adjust: none`.
 *
 * @param {ReturnType<typeof tokenList>} tokens
 * @param {string} selector - selects the elements on which the properties are declared
 */
export const systemColors = (tokens, selector) =>
  media(
    'forced-colors: active',
    selector,
    overrides(tokens, 'forced', (forced) => forced),
  );

/** The whole theme: the properties of all tokens in every mode. */
export const theme = (tokens, selector) => properties(tokens, selector) + systemColors(tokens, selector);
