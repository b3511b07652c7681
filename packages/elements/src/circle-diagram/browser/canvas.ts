import type { Size } from '../model/circle-layout.js';
import type { Measure } from '../model/circle-picture.js';
import { pictureMargin } from '../picture.view.js';

/** Largest canvas that every browser paints, in pixels; Safari leaves larger ones empty. */
const maxPixels = 16e6;

const newContext = (size?: Size): CanvasRenderingContext2D =>
  Object.assign(document.createElement('canvas'), size).getContext('2d') as CanvasRenderingContext2D;

/**
 * Paints a picture on a new canvas, shape by shape. Loading it as an image would be shorter, but a page's policy could forbid
 * that.
 *
 * @param picture - from `pictureElement`
 * @param maxScale - canvas pixels per CSS pixel; reduced where the canvas would be too large for a browser
 */
export function paintPicture(picture: SVGElement, maxScale: number): HTMLCanvasElement {
  const attribute = (shape: Element, name: string): string => shape.getAttribute(name) ?? '';
  const number = (shape: Element, name: string): number => +attribute(shape, name);
  const [, , width = 0, height = 0] = attribute(picture, 'viewBox').split(' ').map(Number);
  const scale = Math.min(maxScale, Math.sqrt(maxPixels / (width * height)));
  const context = newContext({ width: width * scale, height: height * scale });
  context.setTransform(scale, 0, 0, scale, pictureMargin * scale, pictureMargin * scale);
  context.lineJoin = context.lineCap = 'round';
  context.textAlign = 'center';
  context.direction = attribute(picture, 'direction') as CanvasDirection;
  for (const shape of picture.querySelectorAll('path, text')) {
    const fill = attribute(shape, 'fill');
    context.fillStyle = fill;
    context.strokeStyle = attribute(shape, 'stroke');
    context.lineWidth = number(shape, 'stroke-width');
    context.setLineDash(attribute(shape, 'stroke-dasharray').match(/\d+/g)?.map(Number) ?? []);
    context.font = `${attribute(shape, 'font-weight')} ${attribute(shape, 'font-size')}px ${attribute(picture, 'font-family')}`;
    const path = new Path2D(attribute(shape, 'd'));
    if (fill !== 'none') context.fill(path);
    context.stroke(path);
    context.fillText(shape.textContent, number(shape, 'x'), number(shape, 'y'));
  }
  return context.canvas;
}

/** Returns a function that measures text as `paintPicture` paints it. */
export function measureWith(fontFamily: string): Measure {
  const context = newContext();
  return (text, { size, weight }) => {
    context.font = `${weight} ${size}px ${fontFamily}`;
    return context.measureText(text).width;
  };
}
