import type { PathShape, Picture, Tone } from './model/circle-picture.js';

/** Colors by their use. */
export type Palette = Readonly<Record<Tone, string>>;

/** The theme's colors, for what is shown on the page. */
export const themePalette: Palette = {
  surface: 'var(--haven-color-surface)',
  text: 'var(--haven-color-text)',
  muted: 'var(--haven-color-text-muted)',
  out: 'var(--haven-color-brand)',
  back: 'var(--haven-color-companion)',
};

/** Empty space around a picture, in CSS pixels. */
export const pictureMargin = 24;

/**
 * Creates an SVG element with attributes. CSS would not do: a saved file has no style sheet, and a page's policy could forbid
 * style attributes.
 */
function svgElement(
  name: string,
  attributes: Readonly<Record<string, unknown>>,
  ...content: (Node | string)[]
): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, `${value}`);
  element.append(...content);
  return element;
}

/** The lines of a drawing. */
export const pathElements = (paths: readonly PathShape[], palette: Palette): SVGElement[] =>
  paths.map(({ d, stroke, fill, width, dashed }) =>
    svgElement('path', {
      d,
      fill: fill ? palette[fill] : 'none',
      stroke: palette[stroke],
      'stroke-width': width,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
      'stroke-dasharray': dashed ? '9 13' : 'none',
    }),
  );

/** How a picture is drawn, and what it is called. */
interface PictureOptions {
  readonly palette: Palette;
  /** CSS font family. */
  readonly fontFamily: string;
  readonly title: string;
  /** The whole circle as text. */
  readonly description: string;
}

/** A picture as a self-contained SVG: without style sheet, font file or foreign object. */
export function pictureElement(
  { width, height, rtl, paths, texts }: Picture,
  { palette, fontFamily, title, description }: PictureOptions,
): SVGElement {
  const outerWidth = width + 2 * pictureMargin;
  const outerHeight = height + 2 * pictureMargin;
  const corner = `${-pictureMargin} ${-pictureMargin}`;
  return svgElement(
    'svg',
    {
      viewBox: `${corner} ${outerWidth} ${outerHeight}`,
      role: 'img',
      direction: rtl ? 'rtl' : 'ltr',
      'font-family': fontFamily,
      'text-anchor': 'middle',
    },
    svgElement('title', {}, title),
    svgElement('desc', {}, description),
    svgElement('path', {
      d: `M${corner}h${outerWidth}v${outerHeight}H${-pictureMargin}Z`,
      fill: palette.surface,
      stroke: palette.surface,
    }),
    ...pathElements(paths, palette),
    ...texts.map(({ text, x, y, size, tone, weight }) =>
      svgElement('text', { x, y, 'font-size': size, 'font-weight': weight, fill: palette[tone] }, text),
    ),
  );
}
