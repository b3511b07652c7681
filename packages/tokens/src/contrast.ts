/** A painted color: red, green and blue in sRGB, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

const linear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/**
 * Relative luminance of a color, 0 to 1.
 *
 * @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
 */
export const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/**
 * Contrast ratio of two colors, 1 to 21. Their order does not matter.
 *
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrastRatio(first: Rgb, second: Rgb): number {
  const [a, b] = [luminance(first), luminance(second)];
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
 * Perceived difference of two colors: their distance in OKLab. Black and white are 1 apart; 0.02 is just noticeable.
 *
 * @see https://www.w3.org/TR/css-color-4/#color-difference-OK
 */
export function colorDistance(first: Rgb, second: Rgb): number {
  const [a, b] = [oklab(first), oklab(second)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/**
 * Paints CSS colors in sRGB and returns the result. Colors outside sRGB are clipped, as on an sRGB screen.
 *
 * @param colors - opaque colors without `var()`, as `getComputedStyle` returns them
 */
export function paintedColors(colors: readonly string[]): Rgb[] {
  const width = 256;
  const canvas = Object.assign(document.createElement('canvas'), { width, height: Math.ceil(colors.length / width) });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || !colors.length) return [];
  colors.forEach((color, index) => {
    context.fillStyle = color;
    context.fillRect(index % width, Math.floor(index / width), 1, 1);
  });
  // A single read, because every read waits for the canvas.
  const { data } = context.getImageData(0, 0, width, canvas.height);
  return colors.map((_, index) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(index * 4);
    return [red, green, blue];
  });
}

/** A color of the theme on another, by their names without `--haven-color-`. */
export type ColorPair = readonly [foreground: string, background: string];

/** Every foreground on every background. */
const pairs = (foregrounds: readonly string[], backgrounds: readonly string[]): ColorPair[] =>
  foregrounds.flatMap((foreground) => backgrounds.map((background): ColorPair => [foreground, background]));

const surfaces = ['surface', 'surface-subtle'];
const tints = ['brand-subtle', 'companion-subtle', 'danger-subtle', 'success-subtle'];
const fills = ['brand-fill', 'brand-fill-hover', 'brand-fill-active'];

/**
 * Text colors on their backgrounds, in every state. Their contrast is at least 4.5, with `prefers-contrast: more` at
 * least 7 (WCAG 1.4.3, 1.4.6).
 */
export const textPairs: readonly ColorPair[] = [
  ...pairs(['text', 'text-muted', 'brand', 'brand-hover'], [...surfaces, ...tints]),
  ...pairs(['on-brand'], fills),
  ...pairs(['on-companion'], ['companion-fill']),
  ...pairs(['companion'], [...surfaces, 'companion-subtle']),
  ...pairs(['danger'], [...surfaces, 'danger-subtle']),
  ...pairs(['success'], [...surfaces, 'success-subtle']),
  ...pairs(['disabled-text'], [...surfaces, 'disabled-surface']),
];

/**
 * Colors that show a control, its state or the focus, on the backgrounds next to them. Their contrast is at least 3,
 * with `prefers-contrast: more` at least 4.5 (WCAG 1.4.11, 2.4.13).
 */
export const controlPairs: readonly ColorPair[] = pairs(
  ['border-strong', 'focus', 'companion', 'companion-fill', 'danger', 'success', ...fills],
  [...surfaces, ...tints],
);
