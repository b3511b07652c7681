import type { Measure, PathShape, Picture, Tone } from './circle-picture.js';

type Palette = Readonly<Record<Tone, string>>;

/** The theme's own colours, for what stays on the page. */
export const themePalette: Palette = {
  surface: 'var(--haven-color-surface)',
  text: 'var(--haven-color-text)',
  muted: 'var(--haven-color-text-muted)',
  out: 'var(--haven-color-brand)',
  back: 'var(--haven-color-companion)',
};

const dashes = '13 9';
const margin = 24;

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
      ...(dashed ? { 'stroke-dasharray': dashes } : { 'stroke-linecap': 'round' }),
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
  const box = { width: width + 2 * margin, height: height + 2 * margin };
  return element(
    'svg',
    {
      viewBox: `${-margin} ${-margin} ${box.width} ${box.height}`,
      role: 'img',
      direction: rtl ? 'rtl' : 'ltr',
      'font-family': font,
      'text-anchor': 'middle',
    },
    element('title', {}, title),
    element('desc', {}, description),
    element('rect', { x: -margin, y: -margin, ...box, fill: palette.surface }),
    ...pathElements(paths, palette),
    ...texts.map(({ text, x, y, size, tone, weight }) =>
      element('text', { x, y, 'font-size': size, 'font-weight': weight, fill: palette[tone] }, text),
    ),
  );
}

/** Pixels of a canvas that every browser paints; Safari leaves a larger one empty. */
const mostPixels = 16e6;

/**
 * Paints a picture on a canvas of its own: no image is loaded, which a page's policy could forbid.
 *
 * @param wish - pixels for a CSS pixel; fewer where it would be too large for a browser
 */
export function paintPicture(
  { width, height, rtl, paths, texts }: Picture,
  palette: Palette,
  font: string,
  wish: number,
): HTMLCanvasElement {
  const [wide, high] = [width + 2 * margin, height + 2 * margin];
  const scale = Math.min(wish, Math.sqrt(mostPixels / (wide * high)));
  const { canvas, context } = newCanvas(wide * scale, high * scale);
  context.fillStyle = palette.surface;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, margin * scale, margin * scale);
  context.lineJoin = 'round';
  context.textAlign = 'center';
  context.direction = rtl ? 'rtl' : 'ltr';
  for (const { d, stroke, fill, width, dashed } of paths) {
    const path = new Path2D(d);
    context.fillStyle = fill ? palette[fill] : 'transparent';
    context.fill(path);
    context.strokeStyle = palette[stroke];
    context.lineWidth = width;
    context.lineCap = dashed ? 'butt' : 'round';
    context.setLineDash(dashed ? dashes.split(' ').map(Number) : []);
    context.stroke(path);
  }
  for (const { text, x, y, size, tone, weight } of texts) {
    context.font = `${weight} ${size}px ${font}`;
    context.fillStyle = palette[tone];
    context.fillText(text, x, y);
  }
  return canvas;
}

function newCanvas(width = 0, height = 0): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  return { canvas, context: canvas.getContext('2d') as CanvasRenderingContext2D };
}

/** Measures text as `paintPicture` paints it. */
export function measureWith(font: string): Measure {
  const { context } = newCanvas();
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
  probe.className = 'probe';
  host.append(probe);
  const hex = (color: string): string => {
    probe.style.setProperty('color', `color(from ${color} srgb r g b)`);
    // "color(srgb 0.09 0.4 0.33)"
    const channels = getComputedStyle(probe).color.match(/ -?[\d.e-]+/g) ?? [];
    return channels
      .map((channel) =>
        Math.round(Math.min(1, Math.max(0, +channel)) * 255)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('');
  };
  const palette = Object.fromEntries(Object.entries(themePalette).map(([tone, color]) => [tone, `#${hex(color)}`]));
  probe.remove();
  return palette as unknown as Palette;
}
