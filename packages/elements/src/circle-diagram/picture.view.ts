import type { Size } from './model/circle-layout.js';
import type { Measure, PathShape, Picture, Tone } from './model/circle-picture.js';

type Palette = Readonly<Record<Tone, string>>;

/** The theme's own colours, for what stays on the page. */
export const themePalette: Palette = {
  surface: 'var(--haven-color-surface)',
  text: 'var(--haven-color-text)',
  muted: 'var(--haven-color-text-muted)',
  out: 'var(--haven-color-brand)',
  back: 'var(--haven-color-companion)',
};

const margin = 24;
const corner = `${-margin} ${-margin}`;

/** An SVG element. Attributes, not CSS: what is saved has no style sheet, and a page's policy could forbid one. */
function element(
  name: string,
  attributes: Readonly<Record<string, unknown>>,
  ...content: (Node | string)[]
): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, `${value}`);
  made.append(...content);
  return made;
}

/** Lines of a drawing. */
export const pathElements = (paths: readonly PathShape[], palette: Palette): SVGElement[] =>
  paths.map(({ d, stroke, fill, width, dashed }) =>
    element('path', {
      d,
      fill: fill ? palette[fill] : 'none',
      stroke: palette[stroke],
      'stroke-width': width,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
      'stroke-dasharray': dashed ? '9 13' : 'none',
    }),
  );

/**
 * A picture as SVG that needs nothing else: no style sheet, no font file, no foreign object.
 *
 * @param font - CSS font family
 * @param description - the whole circle as text
 */
export function pictureElement(
  { width, height, rtl, paths, texts }: Picture,
  palette: Palette,
  font: string,
  title: string,
  description: string,
): SVGElement {
  const [wide, high] = [width + 2 * margin, height + 2 * margin];
  return element(
    'svg',
    {
      viewBox: `${corner} ${wide} ${high}`,
      role: 'img',
      direction: rtl ? 'rtl' : 'ltr',
      'font-family': font,
      'text-anchor': 'middle',
    },
    element('title', {}, title),
    element('desc', {}, description),
    element('path', { d: `M${corner}h${wide}v${high}H${-margin}Z`, fill: palette.surface, stroke: palette.surface }),
    ...pathElements(paths, palette),
    ...texts.map(({ text, x, y, size, tone, weight }) =>
      element('text', { x, y, 'font-size': size, 'font-weight': weight, fill: palette[tone] }, text),
    ),
  );
}

/** Pixels of a canvas that every browser paints; Safari leaves a larger one empty. */
const mostPixels = 16e6;

const newContext = (size?: Size): CanvasRenderingContext2D =>
  Object.assign(document.createElement('canvas'), size).getContext('2d') as CanvasRenderingContext2D;

/**
 * Paints a picture on a canvas of its own, shape by shape: no image is loaded, which a page's policy could forbid.
 *
 * @param picture - from `pictureElement`
 * @param wish - pixels for a CSS pixel; fewer where it would be too large for a browser
 */
export function paintPicture(picture: SVGElement, wish: number): HTMLCanvasElement {
  const of = (shape: Element, name: string): string => shape.getAttribute(name) ?? '';
  const [, , width = 0, height = 0] = of(picture, 'viewBox').split(' ').map(Number);
  const scale = Math.min(wish, Math.sqrt(mostPixels / (width * height)));
  const context = newContext({ width: width * scale, height: height * scale });
  context.setTransform(scale, 0, 0, scale, margin * scale, margin * scale);
  context.lineJoin = context.lineCap = 'round';
  context.textAlign = 'center';
  context.direction = of(picture, 'direction') as CanvasDirection;
  for (const shape of picture.querySelectorAll('path, text')) {
    context.fillStyle = of(shape, 'fill');
    context.strokeStyle = of(shape, 'stroke');
    context.lineWidth = +of(shape, 'stroke-width');
    context.setLineDash(of(shape, 'stroke-dasharray').match(/\d+/g)?.map(Number) ?? []);
    context.font = `${of(shape, 'font-weight')} ${of(shape, 'font-size')}px ${of(picture, 'font-family')}`;
    const path = new Path2D(of(shape, 'd'));
    if (of(shape, 'fill') !== 'none') context.fill(path);
    context.stroke(path);
    context.fillText(shape.textContent, +of(shape, 'x'), +of(shape, 'y'));
  }
  return context.canvas;
}

/** Measures text as `paintPicture` paints it. */
export function measureWith(font: string): Measure {
  const context = newContext();
  return (text, size, weight) => {
    context.font = `${weight} ${size}px ${font}`;
    return context.measureText(text).width;
  };
}

/**
 * The theme's colours as they are on paper, in a form that every program reads.
 *
 * @param host - an element of the widget; nothing of it is changed
 */
export function exportPalette(host: Element): Palette {
  const probe = document.createElement('span');
  probe.style.colorScheme = 'light';
  // In forced colours the theme's are the system's; the picture has those, and not one colour for all.
  probe.style.setProperty('forced-color-adjust', 'none');
  host.append(probe);
  const onPaper = (color: string): string => {
    probe.style.color = `color(from ${color} srgb r g b)`;
    // "color(srgb 0.09 0.4 0.33)"
    const channels = getComputedStyle(probe).color.match(/ -?[\d.e-]+/g) ?? [];
    return `rgb(${Uint8ClampedArray.from(channels, (channel) => +channel * 255).join()})`;
  };
  const palette = Object.fromEntries(Object.entries(themePalette).map(([tone, color]) => [tone, onPaper(color)]));
  probe.remove();
  return palette as unknown as Palette;
}
