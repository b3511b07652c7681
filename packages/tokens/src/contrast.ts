/** A colour as it is painted: red, green and blue of sRGB, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

const linear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/**
 * Relative luminance, 0 to 1.
 *
 * @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
 */
export const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/**
 * Contrast ratio, 1 to 21, in whichever order the colours are given.
 *
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrastRatio(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function oklab([red, green, blue]: Rgb): [number, number, number] {
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/**
 * How different two colours look: their distance in OKLab, 0 to 1 (black and white); 0.02 is just noticeable.
 *
 * @see https://www.w3.org/TR/css-color-4/#color-difference-OK
 */
export function colorDistance(one: Rgb, other: Rgb): number {
  const [a, b] = [oklab(one), oklab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/**
 * What the browser paints for CSS colours on a screen of sRGB, clipped where they are out of it.
 *
 * @param colors - opaque colours without `var()`, as `getComputedStyle` gives them
 */
export function paintedColors(colors: readonly string[]): Rgb[] {
  const width = 256;
  const canvas = Object.assign(document.createElement('canvas'), { width, height: Math.ceil(colors.length / width) });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || !colors.length) return [];
  colors.forEach((color, at) => {
    context.fillStyle = color;
    context.fillRect(at % width, Math.floor(at / width), 1, 1);
  });
  // One read: each one would wait for the canvas.
  const { data } = context.getImageData(0, 0, width, canvas.height);
  return colors.map((_, at) => [data[at * 4] ?? 0, data[at * 4 + 1] ?? 0, data[at * 4 + 2] ?? 0]);
}

/** One colour of the theme on another, by their names without `--haven-color-`. */
export type ColorPair = readonly [foreground: string, background: string];

const each = (foregrounds: readonly string[], backgrounds: readonly string[]): ColorPair[] =>
  foregrounds.flatMap((one) => backgrounds.map((other): ColorPair => [one, other]));

const surfaces = ['surface', 'surface-subtle'];
const tints = ['brand-subtle', 'companion-subtle', 'danger-subtle', 'success-subtle'];
const fills = ['brand-fill', 'brand-fill-hover', 'brand-fill-active'];

/**
 * Text and what it may stand on, in every state: a contrast of at least 4.5, and of 7 with `prefers-contrast: more`
 * (WCAG 1.4.3, 1.4.6).
 */
export const textPairs: readonly ColorPair[] = [
  ...each(['text', 'text-muted', 'brand', 'brand-hover'], [...surfaces, ...tints]),
  ...each(['on-brand'], fills),
  ...each(['on-companion'], ['companion-fill']),
  ...each(['companion'], [...surfaces, 'companion-subtle']),
  ...each(['danger'], [...surfaces, 'danger-subtle']),
  ...each(['success'], [...surfaces, 'success-subtle']),
  ...each(['disabled-text'], [...surfaces, 'disabled-surface']),
];

/**
 * What shows where a control, its state or the focus is, and what lies beside it: a contrast of at least 3, and of 4.5
 * with `prefers-contrast: more` (WCAG 1.4.11, 2.4.13).
 */
export const controlPairs: readonly ColorPair[] = each(
  ['border-strong', 'focus', 'companion', 'companion-fill', 'danger', 'success', ...fills],
  [...surfaces, ...tints],
);
