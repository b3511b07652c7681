import { theme } from '@havenkit/tokens/styles';
import { tokenNames } from '@havenkit/tokens/tokens';
import type { Rgb } from '@havenkit/tokens/contrast';

/** Names of the colours, without their prefix. */
export const colors = tokenNames.filter((name) => name.startsWith('--haven-color-')).map((name) => name.slice(14));

/** What each colour of the theme is painted as. */
export type Painted = ReadonlyMap<string, Rgb>;

/**
 * Gives an element with the theme one brand after another, and paints each colour that the browser computes.
 *
 * @param brands - CSS colours
 * @returns for each brand the painted colours
 */
export function paint(brands: readonly string[], scheme: 'light' | 'dark'): Painted[] {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(theme);
  root.adoptedStyleSheets = [sheet];
  const styles = colors.map((name) => {
    const probe = document.createElement('i');
    probe.style.color = `var(--haven-color-${name})`;
    root.append(probe);
    return getComputedStyle(probe);
  });
  host.style.colorScheme = scheme;
  document.body.append(host);

  const canvas = document.createElement('canvas');
  canvas.width = colors.length;
  canvas.height = brands.length;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  brands.forEach((brand, y) => {
    host.style.setProperty('--haven-brand', brand);
    styles.forEach((style, x) => {
      context.fillStyle = style.color;
      context.fillRect(x, y, 1, 1);
    });
  });
  host.remove();

  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return brands.map((_, y) => {
    const at = (x: number): number => (y * colors.length + x) * 4;
    return new Map(colors.map((name, x) => [name, [...data.slice(at(x), at(x) + 3)] as unknown as Rgb]));
  });
}

/** Distance of two painted colours in OKLab, 0 to about 1; 0.02 is just noticeable (Ottosson 2020). */
export function distance(one: Rgb, other: Rgb): number {
  const [a, b] = [oklab(one), oklab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function oklab(color: Rgb): [number, number, number] {
  const [r, g, b] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const surfaces = ['surface', 'surface-subtle'];

/** Which colours stand on which, as the native styles and the widgets use them. */
export const textPairs: readonly (readonly [text: string, background: string])[] = [
  ...['text', 'text-muted', 'brand', 'brand-hover', 'companion', 'danger', 'success', 'disabled-text'].flatMap((text) =>
    surfaces.map((surface) => [text, surface] as const),
  ),
  ...['brand-fill', 'brand-fill-hover', 'brand-fill-active'].map((fill) => ['on-brand', fill] as const),
  ...['text', 'brand', 'brand-hover'].map((text) => [text, 'brand-subtle'] as const),
  ...['text', 'companion'].map((text) => [text, 'companion-subtle'] as const),
  ['on-companion', 'companion-fill'],
  ['danger', 'danger-subtle'],
  ['text', 'danger-subtle'],
  ['success', 'success-subtle'],
  ['text', 'success-subtle'],
  ['disabled-text', 'disabled-surface'],
];

/** What has to be seen apart from what is beside it: outlines, fills, the focus (WCAG 1.4.11). */
export const controlPairs: readonly (readonly [control: string, background: string])[] = [
  'border-strong',
  'focus',
  'brand-fill',
  'brand-fill-hover',
  'brand-fill-active',
  'companion-fill',
].flatMap((control) => surfaces.map((surface) => [control, surface] as const));
