import type { Circle } from './circle.js';
import { ringLayout, ringRoom, type Box, type Point, type RingLayout, type Size } from './circle-layout.js';

/** Colors by their use; a palette has their values. */
export type Tone = 'surface' | 'text' | 'muted' | 'out' | 'back';

/** A line of a drawing. */
export interface PathShape {
  /** SVG path data. */
  readonly d: string;
  readonly stroke: Tone;
  readonly fill?: Tone;
  /** CSS pixels. */
  readonly width: number;
  readonly dashed?: boolean;
}

/** Size and weight of a font. */
interface Font {
  /** CSS pixels. */
  readonly size: number;
  readonly weight: number;
}

/** A line of text, centered at a point of its baseline. */
export interface TextShape extends Point, Font {
  readonly text: string;
  readonly tone: Tone;
}

/** A picture: its shapes, in the order of painting. */
export interface Picture extends Size {
  readonly rtl: boolean;
  readonly paths: readonly PathShape[];
  readonly texts: readonly TextShape[];
}

/** Returns the width of a line of text in CSS pixels. */
export type Measure = (text: string, font: Font) => number;

/** Tones of the two arcs. */
const arcTones = ['out', 'back'] as const;

/** The road: a solid line on the way out, a dashed one on the way back, each with an arrowhead. */
export const roadPaths = ({ road, arrows }: Pick<RingLayout, 'road' | 'arrows'>): PathShape[] =>
  arcTones.flatMap((stroke, arc) => [
    { d: road[arc] as string, stroke, width: 5, dashed: !!arc },
    { d: arrows[arc] as string, stroke, width: 3 },
  ]);

const round = (number: number): number => Math.round(number * 10) / 10;

/** A full cup with its handle. Its edge is the wider of two lines around the same shape. */
function cupPaths({ x, y, width, height }: Box): PathShape[] {
  const bend = height / 2;
  const d = `M${round(x)} ${round(y)}h${width}v${bend}q0 ${bend} ${-bend} ${bend}h${round(2 * bend - width)}q${-bend} 0 ${-bend} ${-bend}Z`;
  return [
    { d: `M${round(x)} ${round(y + 9)}q-20 14 0 27`, stroke: 'out', width: 3 },
    { d, stroke: 'out', width: 9 },
    { d, stroke: 'surface', fill: 'out', width: 4 },
  ];
}

/** Breaks a text into lines: at spaces, and within a word that is wider than a line. */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const joined = line && `${line} ${word}`;
    if (joined && measure(joined) <= width) {
      line = joined;
      continue;
    }
    if (line) lines.push(line);
    line = '';
    for (const character of word) {
      if (line && measure(line + character) > width) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  return [...lines, line];
}

/** A text that has been broken into lines. */
interface TextBlock extends Size {
  /** Returns the lines, centered in a box of at least the block's size. */
  readonly place: (box: Omit<Box, 'height'>) => TextShape[];
}

/** How a text is broken into lines. */
interface TextStyle {
  readonly maxWidth: number | undefined;
  readonly size?: number;
  readonly weight?: number;
  readonly tone?: Tone | undefined;
}

/** Text height of labels, in CSS pixels. */
const em = 18;
const lineHeight = 1.3;
/** Share of its box that a line may fill: another program may paint it in another font. */
const lineFill = 0.9;

function textBlock(
  text: string,
  measure: Measure,
  { maxWidth = Infinity, size = em, weight = 400, tone = 'text' }: TextStyle,
): TextBlock {
  const leading = size * lineHeight;
  const lineWidth = (line: string): number => measure(line, { size, weight });
  const lines = wrap(text, maxWidth * lineFill, lineWidth);
  return {
    width: Math.min(maxWidth, Math.max(...lines.map(lineWidth)) / lineFill),
    height: lines.length * leading,
    place: ({ x, y, width }) =>
      lines.map((line, index) => ({
        text: line,
        x: round(x + width / 2),
        y: round(y + (index + 0.8) * leading),
        size,
        weight,
        tone,
      })),
  };
}

/**
 * Draws the circle as a self-contained picture: the ring with every label, and the title inside.
 *
 * @param measure - for the font that the picture is painted in
 * @param width - CSS pixels, default 1000; wider where the labels need it
 */
export function circlePicture(circle: Circle, rtl: boolean, measure: Measure, width = 1000): Picture {
  const { title, base, arcs, attribution = '' } = circle;
  const space = { width, em, rtl, counts: arcs.map(({ stops }) => stops.length) };
  const room = ringRoom(space);
  const titleBlock = textBlock(title, measure, { maxWidth: room.panel, size: em * 1.44, weight: 600 });
  const nameBlocks = [base, ...arcs].map(({ label }, index) =>
    textBlock(label, measure, { maxWidth: room.names[index], weight: 600, tone: arcTones[index - 1] }),
  );
  const labelBlocks = arcs.flatMap(({ stops }, arc) =>
    stops.map(({ label }) => textBlock(label, measure, { maxWidth: room.columns[arc] })),
  );
  const note = textBlock(attribution, measure, { maxWidth: width, size: em * 0.8, tone: 'muted' });
  const layout = ringLayout(space, { labels: labelBlocks, names: nameBlocks, panel: titleBlock.height });
  if (!layout?.panel) return circlePicture(circle, rtl, measure, width * 1.5);

  const labels = labelBlocks.map((block, index) => block.place(layout.labels[index] as Box));
  // The order of the road: home, then each arc's name before its stops.
  let first = 0;
  const names = nameBlocks.flatMap((block, index) => {
    const stops = labels.slice(first, (first += space.counts[index - 1] ?? 0)).flat();
    return [...block.place(layout.names[index] as Box), ...stops];
  });
  return {
    width,
    height: layout.height + em + note.height,
    rtl,
    paths: [
      ...roadPaths(layout),
      ...layout.places.map((place): PathShape => {
        const { x, y } = layout.at(place);
        return {
          d: `M${round(x - 8)} ${round(y)}a8 8 0 1 0 16 0a8 8 0 1 0-16 0Z`,
          stroke: place < 2 ? 'out' : 'back',
          fill: 'surface',
          width: 4,
        };
      }),
      ...cupPaths(layout.cup),
    ],
    texts: [...titleBlock.place(layout.panel), ...names, ...note.place({ x: 0, y: layout.height + em, width })],
  };
}
