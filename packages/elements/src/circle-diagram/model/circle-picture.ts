import type { Circle } from './circle.js';
import { ringLayout, ringRoom, type Box, type Point, type RingLayout, type Size } from './circle-layout.js';

/** Colors by their use. */
export type Palette = Readonly<Record<'surface' | 'text' | 'muted' | 'out' | 'back', string>>;

/** A line of a drawing, as attributes of SVG. */
export interface PathShape {
  readonly d: string;
  readonly stroke: string;
  readonly 'stroke-width': number;
  readonly 'stroke-dasharray': string;
  readonly fill: string;
}

/** A line of text, centered at a point of its baseline, as attributes of SVG. */
export interface TextShape extends Point {
  readonly text: string;
  readonly fill: string;
  readonly 'font-size': number;
  readonly 'font-weight': number;
}

/** How a picture is drawn. */
export interface PictureStyle {
  readonly rtl: boolean;
  /** CSS font family. */
  readonly fontFamily: string;
  readonly palette: Palette;
  /** Returns the width of a line of text in CSS pixels. */
  readonly measure: (text: string, size: number, weight: number) => number;
}

/** A picture: its shapes, in the order of painting. */
export interface Picture extends PictureStyle {
  /** Left, top, width and height, in CSS pixels. */
  readonly viewBox: readonly [number, number, number, number];
  readonly paths: readonly PathShape[];
  readonly texts: readonly TextShape[];
}

const pathShape = (d = '', stroke: string, width: number, fill = 'none', dashes = 'none'): PathShape => ({
  d,
  stroke,
  'stroke-width': width,
  'stroke-dasharray': dashes,
  fill,
});

/** The road: a solid line on the way out, a dashed one on the way back, each with an arrowhead. */
export const roadPaths = (
  { road, arrows }: Pick<RingLayout, 'road' | 'arrows'>,
  { out, back }: Palette,
): PathShape[] => [
  pathShape(road[0], out, 5),
  pathShape(arrows[0], out, 3),
  pathShape(road[1], back, 5, 'none', '9 13'),
  pathShape(arrows[1], back, 3),
];

const round = (number: number): number => Math.round(number * 10) / 10;

/** A full cup with its handle. Its edge is the wider of two lines around the same shape. */
function cupPaths({ x, y, width, height }: Box, { surface, out }: Palette): PathShape[] {
  const bend = height / 2;
  const d = `M${round(x)} ${round(y)}h${width}v${bend}q0 ${bend} ${-bend} ${bend}h${round(2 * bend - width)}q${-bend} 0 ${-bend} ${-bend}Z`;
  return [
    pathShape(`M${round(x)} ${round(y + 9)}q-20 14 0 27`, out, 3),
    pathShape(d, out, 9),
    pathShape(d, surface, 4, out),
  ];
}

const segments = (text: string, granularity: 'grapheme' | 'word'): string[] =>
  [...new Intl.Segmenter(undefined, { granularity }).segment(text)].map(({ segment }) => segment);

/** A character of a script that is written without spaces between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const opening = /[\p{Ps}\p{Pi}]$/u;

/** The parts of a text without spaces between which a line may break. Punctuation stays with what it opens or closes. */
function unbreakableParts(text: string): string[] {
  const parts: string[] = [];
  for (const segment of segments(text, 'word')) {
    const previous = parts.at(-1);
    const startsPart =
      previous === undefined || unspaced.test(segment) || (opening.test(segment) && unspaced.test(previous));
    if (startsPart && !opening.test(previous ?? '')) parts.push(segment);
    else parts.push(`${parts.pop() ?? ''}${segment}`);
  }
  return parts;
}

/**
 * Breaks a text into lines: at spaces, between words of a script without spaces, and between the graphemes of a word that is
 * wider than a line. No-break spaces stay.
 */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  const add = (part: string, space = ''): void => {
    const joined = `${line}${line && space}${part}`;
    if (measure(joined) <= width) {
      line = joined;
      return;
    }
    if (line) lines.push(line);
    const [first = '', ...rest] = segments(part, 'grapheme');
    line = first;
    for (const grapheme of rest)
      if (measure(line + grapheme) <= width) line += grapheme;
      else {
        lines.push(line);
        line = grapheme;
      }
  };
  for (const word of text.split(/[^\S\u00a0\u2007\u202f\ufeff]+/))
    unbreakableParts(word).forEach((part, index) => add(part, index ? '' : ' '));
  return [...lines, line];
}

/** A text that has been broken into lines. */
interface TextBlock extends Size {
  /** Returns the lines, centered in a box of at least the block's size. */
  readonly place: (box: Omit<Box, 'height'>) => TextShape[];
}

/** Text height of labels, in CSS pixels. */
const em = 18;
const lineHeight = 1.3;
/** Share of its box that a line may fill: another program may paint it in another font. */
const lineFill = 0.9;
/** Empty space around a picture, in CSS pixels. */
export const margin = 24;

/**
 * Draws the circle as a self-contained picture: the ring with every label, and the title inside.
 *
 * @param width - CSS pixels, default 1000; wider where the labels need it
 */
export function circlePicture(circle: Circle, style: PictureStyle, width = 1000): Picture {
  const { title, base, arcs, attribution = '' } = circle;
  const { rtl, palette, measure } = style;
  const textBlock = (text: string, maxWidth = width, fill = palette.text, weight = 400, size = em): TextBlock => {
    const leading = size * lineHeight;
    const lineWidth = (line: string): number => measure(line, size, weight);
    const lines = wrap(text, maxWidth * lineFill, lineWidth);
    return {
      width: Math.min(maxWidth, Math.max(...lines.map(lineWidth)) / lineFill),
      height: lines.length * leading,
      place: ({ x, y, width }) =>
        lines.map((line, index) => ({
          text: line,
          x: round(x + width / 2),
          y: round(y + (index + 0.8) * leading),
          fill,
          'font-size': size,
          'font-weight': weight,
        })),
    };
  };

  const space = { width, em, rtl, counts: arcs.map(({ stops }) => stops.length) };
  const room = ringRoom(space);
  const titleBlock = textBlock(title, room.panel, palette.text, 600, em * 1.44);
  const tones = [palette.text, palette.out, palette.back];
  const nameBlocks = [base, ...arcs].map(({ label }, index) => textBlock(label, room.names[index], tones[index], 600));
  const labelBlocks = arcs.flatMap(({ stops }, arc) => stops.map(({ label }) => textBlock(label, room.columns[arc])));
  const note = textBlock(attribution, width, palette.muted, 400, em * 0.8);
  const layout = ringLayout(space, { labels: labelBlocks, names: nameBlocks, panel: titleBlock.height });
  if (!layout?.panelInside) return circlePicture(circle, style, width * 1.5);

  const labels = labelBlocks.map((block, index) => block.place(layout.labels[index] as Box));
  // The order of the road: home, then each arc's name before its stops.
  let first = 0;
  const names = nameBlocks.flatMap((block, index) => {
    const stops = labels.slice(first, (first += space.counts[index - 1] ?? 0)).flat();
    return [...block.place(layout.names[index] as Box), ...stops];
  });
  const outerWidth = width + 2 * margin;
  const outerHeight = layout.height + em + note.height + 2 * margin;
  return {
    ...style,
    viewBox: [-margin, -margin, outerWidth, outerHeight],
    paths: [
      pathShape(
        `M${-margin} ${-margin}h${outerWidth}v${outerHeight}h${-outerWidth}Z`,
        palette.surface,
        1,
        palette.surface,
      ),
      ...roadPaths(layout, palette),
      ...layout.places.map((place) => {
        const { x, y } = layout.at(place);
        const d = `M${round(x - 8)} ${round(y)}a8 8 0 1 0 16 0a8 8 0 1 0-16 0Z`;
        return pathShape(d, place < 2 ? palette.out : palette.back, 4, palette.surface);
      }),
      ...cupPaths(layout.cup, palette),
    ],
    texts: [...titleBlock.place(layout.panel), ...names, ...note.place({ x: 0, y: layout.height + em, width })],
  };
}
