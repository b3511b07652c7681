import type { Picture, PictureStyle } from '../model/circle-picture.js';
import type { Size } from '../model/road.js';

/** Largest canvas that every browser paints, in pixels; Safari leaves larger ones empty. */
const maxPixels = 16e6;

const newContext = (size?: Size): CanvasRenderingContext2D =>
  Object.assign(document.createElement('canvas'), size).getContext('2d') as CanvasRenderingContext2D;

/**
 * Paints a picture on a new canvas, shape by shape. Loading it as an image would be shorter, but a page's policy could forbid
 * that.
 *
 * @param maxScale - canvas pixels per CSS pixel; reduced where the canvas would be too large for a browser
 */
export function paintPicture({ viewBox, rtl, fontFamily, paths, texts }: Picture, maxScale: number): HTMLCanvasElement {
  const [left, top, width, height] = viewBox;
  const scale = Math.min(maxScale, Math.sqrt(maxPixels / (width * height)));
  const context = newContext({ width: width * scale, height: height * scale });
  context.setTransform(scale, 0, 0, scale, -left * scale, -top * scale);
  context.lineJoin = context.lineCap = 'round';
  context.textAlign = 'center';
  context.direction = rtl ? 'rtl' : 'ltr';
  for (const shape of paths) {
    const path = new Path2D(shape.d);
    context.strokeStyle = shape.stroke;
    context.lineWidth = shape['stroke-width'];
    if (shape.fill !== 'none') {
      context.fillStyle = shape.fill;
      context.fill(path);
    }
    context.stroke(path);
  }
  for (const { text, x, y, fill, ...font } of texts) {
    context.fillStyle = fill;
    context.font = `${font['font-weight']} ${font['font-size']}px ${fontFamily}`;
    context.fillText(text, x, y);
  }
  return context.canvas;
}

/** Returns a function that measures text as `paintPicture` paints it. */
export function measureWith(fontFamily: string): PictureStyle['measure'] {
  const context = newContext();
  return (text, size, weight) => {
    context.font = `${weight} ${size}px ${fontFamily}`;
    return context.measureText(text).width;
  };
}
