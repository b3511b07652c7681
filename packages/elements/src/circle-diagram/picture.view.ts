import type { RingLayout } from './model/circle-layout.js';
import type { Palette, PathShape, Picture } from './model/circle-picture.js';

/**
 * The theme's colors.
 *
 * @param resolve - turns a color of the theme into one that a picture can have; default: it stays a custom property
 */
export const themePalette = (resolve = (color: string): string => color): Palette => ({
  surface: resolve('var(--haven-color-surface)'),
  text: resolve('var(--haven-color-text)'),
  muted: resolve('var(--haven-color-text-muted)'),
  out: resolve('var(--haven-color-brand)'),
  back: resolve('var(--haven-color-companion)'),
});

/**
 * Creates an SVG element with attributes. CSS would not do: a saved file has no style sheet, and a page's policy could forbid
 * style attributes.
 */
function svgElement(name: string, attributes: object, ...content: (Node | string)[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, `${value}`);
  element.append(...content);
  return element;
}

/**
 * The ground inside the road: a breath of the brand above, fading to the surface, and of the companion below. A saved picture
 * and a handout do without it.
 */
export function groundElements({ ground }: RingLayout, { surface }: Palette): SVGElement[] {
  const colors = ['var(--haven-color-brand-subtle)', surface, 'var(--haven-color-companion-subtle)'];
  const stops = colors.map((color, index) => svgElement('stop', { offset: index / 2, 'stop-color': color }));
  return [
    svgElement('linearGradient', { id: 'ground', x2: 0, y2: 1 }, ...stops),
    svgElement('path', { d: ground, fill: 'url(#ground)' }),
  ];
}

/** A shape of a drawing. */
export const pathElement = (path: PathShape): SVGElement =>
  svgElement('path', { ...path, 'stroke-linejoin': 'round', 'stroke-linecap': 'round' });

/**
 * A picture as a self-contained SVG: without style sheet, font file or foreign object.
 *
 * @param description - the whole circle as text
 */
export const pictureElement = (
  { viewBox, rtl, fontFamily, paths, texts }: Picture,
  title: string,
  description: string,
): SVGElement =>
  svgElement(
    'svg',
    {
      viewBox: viewBox.join(' '),
      role: 'img',
      direction: rtl ? 'rtl' : 'ltr',
      'font-family': fontFamily,
      'text-anchor': 'middle',
    },
    svgElement('title', {}, title),
    svgElement('desc', {}, description),
    ...paths.map(pathElement),
    ...texts.map(({ text, ...attributes }) => svgElement('text', attributes, text)),
  );
