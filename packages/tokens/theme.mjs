// From design tokens (DTCG) to the CSS of the theme.

/** Where a colour's $extensions say how it is derived: channels of a relative oklch() from the brand, by scheme. */
const derive = 'org.havenkit.derive';
const unit = 'org.havenkit.unit';

/** The brand as it comes in, with the default where the page sets none. */
const source = '--haven-brand-in';

const color = ({ colorSpace, components, alpha = 1 }) =>
  `${colorSpace}(${components.join(' ')}${alpha < 1 ? ` / ${alpha}` : ''})`;
const dimension = ({ value, unit }) => (value === 0 ? '0' : `${value}${unit}`);

/**
 * @param {object[]} all - tokens as Style Dictionary resolves them
 * @returns tokens with what the theme needs of them, in the order of their files
 */
export const tokenList = (all) =>
  all.map((token) => ({
    property: `--haven-${token.path.join('-')}`,
    type: token.$type,
    raw: token.$value,
    description: token.$description ?? '',
    derived: token.$extensions?.[derive],
    unit: token.$extensions?.[unit] ?? '',
  }));

/** Channels as a colour: relative to the brand where they mention it, and opaque even where the brand is not. */
const oklch = (channels) => (/[a-z]/.test(channels) ? `oklch(from var(${source}) ${channels} / 1)` : `oklch(${channels})`);
const pair = (light, dark) => `light-dark(${oklch(light)}, ${oklch(dark)})`;

/** The CSS value of a token. */
export function cssValue({ type, raw, derived, unit }) {
  if (derived) return pair(derived.light, derived.dark);
  switch (type) {
    case 'color':
      return color(raw);
    case 'dimension':
    case 'duration':
      return dimension(raw);
    case 'cubicBezier':
      return `cubic-bezier(${raw.join(', ')})`;
    case 'shadow':
      return [raw.offsetX, raw.offsetY, raw.blur, raw.spread].map(dimension).join(' ') + ` ${color(raw.color)}`;
    default:
      return `${raw}${unit}`;
  }
}

/**
 * The theme as custom properties. `--haven-brand` itself is never declared: it comes from the page, from an ancestor
 * or from the element, and a declaration here would hide it.
 *
 * @param {ReturnType<typeof tokenList>} tokens
 * @param {string} selector - what carries the properties
 */
export function theme(tokens, selector) {
  const brand = tokens.find(({ property }) => property === '--haven-brand');
  const rest = tokens.filter((token) => token !== brand);
  const block = (list, value) =>
    `${selector} {\n${list.map((token) => `  ${token.property}: ${value(token)};`).join('\n')}\n}`;
  const more = rest.filter(({ derived }) => derived?.more);
  return `${selector} {\n  ${source}: var(--haven-brand, ${cssValue(brand)});\n}
${block(rest, cssValue)}
@media (prefers-contrast: more) {
${block(more, ({ derived }) => pair(...derived.more))}
}
@media (forced-colors: active) {
${block(
  rest.filter(({ derived }) => derived?.forced),
  ({ derived }) => derived.forced,
)}
}
@media (prefers-reduced-motion: reduce) {
${block(
  rest.filter(({ type }) => type === 'duration'),
  () => '0s',
)}
}
`;
}
