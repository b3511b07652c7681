import { ringLayout, ringRoom, type RingLayout, type RingSpace } from './circle-layout.js';
import type { Circle, CircleContent } from './circle.js';
import type { Box, Point, Size } from './road.js';

/** Colors by their use. */
export type Palette = Readonly<Record<'surface' | 'text' | 'muted' | 'out' | 'back', string>>;

/** A shape of a drawing, as attributes of SVG. */
export interface PathShape {
  readonly d: string;
  readonly stroke: string;
  readonly 'stroke-width': number;
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

const pathShape = (d = '', stroke: string, width: number, fill = 'none'): PathShape => ({
  d,
  stroke,
  'stroke-width': width,
  fill,
});

/** The road: unbroken on the way out, dashed on the way back, each with an arrowhead. */
export const roadPaths = ({ road, arrows }: Pick<RingLayout, 'road' | 'arrows'>, palette: Palette): PathShape[] =>
  [palette.out, palette.back].flatMap((tone, arc) => [
    pathShape(road[arc], tone, 2, tone),
    pathShape(arrows[arc], palette.surface, 3, tone),
  ]);

const round = (number: number): number => Math.round(number * 10) / 10;

const disc = ({ x, y }: Point, radius: number): string =>
  `M${round(x - radius)} ${round(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;

/** A full cup with its handle, and the traveler in it. The cup's edge is the wider of two lines around the same shape. */
function cupPaths({ x, y, width, height }: Box, { surface, text, out }: Palette): PathShape[] {
  const bend = height / 2;
  const d = `M${round(x)} ${round(y)}h${width}v${bend}q0 ${bend} ${-bend} ${bend}h${round(2 * bend - width)}q${-bend} 0 ${-bend} ${-bend}Z`;
  return [
    pathShape(`M${round(x)} ${round(y + 9)}q-20 14 0 27`, out, 3),
    pathShape(disc({ x: x + width / 2, y }, 15), surface, 4, text),
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

/** How the text of a block looks. */
type TextStyle = Readonly<{ fill: string; weight?: number; size?: number }>;

/** Text height of labels, in CSS pixels. */
const em = 18;
const lineHeight = 1.3;
/** Share of its box that a line may fill: another program may paint it in another font. */
const lineFill = 0.9;
/** Empty space around a picture, in CSS pixels. */
export const margin = 24;

function textBlock(
  text: string,
  maxWidth: number,
  measure: PictureStyle['measure'],
  { fill, weight = 400, size = em }: TextStyle,
): TextBlock {
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
}

/** The texts of a picture, and where they are. */
interface PictureTexts {
  readonly layout: RingLayout;
  readonly title: TextBlock;
  /** Of the arcs and of home. */
  readonly names: readonly TextBlock[];
  readonly labels: readonly TextBlock[];
}

/** Arranges the texts in a ring that is as wide as needed. */
function arrangeTexts({ title, base, arcs }: CircleContent, style: PictureStyle, width: number): PictureTexts {
  const { rtl, palette, measure } = style;
  const counts = arcs.map(({ stops }) => stops.length);
  const space: RingSpace = { form: 'wide', width, em, rtl, counts, homeNamed: true };
  const room = ringRoom(space);
  const { text: fill, out, back } = palette;
  const texts = {
    title: textBlock(title, room.panel, measure, { fill, weight: 600, size: em * 1.44 }),
    names: [...arcs, base].map(({ label }, index) =>
      textBlock(label, room.names[index] as number, measure, { fill: [out, back][index] ?? fill, weight: 600 }),
    ),
    labels: arcs.flatMap(({ stops }, arc) =>
      stops.map(({ label }) => textBlock(label, room.columns[arc] as number, measure, { fill })),
    ),
  };
  const layout = ringLayout(space, { ...texts, panel: texts.title });
  return layout ? { layout, ...texts } : arrangeTexts({ title, base, arcs }, style, width * 1.5);
}

/**
 * Draws the circle as a self-contained picture: the ring with every label, and the title inside.
 *
 * @param minWidth - CSS pixels, default 1000; wider where the labels need it
 */
export function circlePicture(circle: Circle, style: PictureStyle, minWidth = 1000): Picture {
  const { palette, measure } = style;
  const { surface, muted, out, back } = palette;
  const { layout, title, names, labels } = arrangeTexts(circle, style, minWidth);
  const { width, places, waypoint, at } = layout;
  const waypoints = places.map((place) => ({ ...at(place), tone: place > 2 ? back : out }));
  const stops = waypoints.map(({ x, y, tone }, index) => {
    const number = textBlock(`${index + 1}`, waypoint, measure, { fill: tone, weight: 600 });
    return [
      ...number.place({ x: x - waypoint / 2, y: y - number.height / 2, width: waypoint }),
      ...(labels[index] as TextBlock).place(layout.labels[index] as Box),
    ];
  });
  const [outName = [], backName = [], homeName = []] = names.map((name, index) =>
    name.place(layout.names[index] as Box),
  );
  const outCount = circle.arcs[0].stops.length;
  const note = textBlock(circle.attribution ?? '', width, measure, { fill: muted, size: em * 0.8 });
  const outerWidth = width + 2 * margin;
  const outerHeight = layout.height + em + note.height + 2 * margin;
  return {
    ...style,
    viewBox: [-margin, -margin, outerWidth, outerHeight],
    paths: [
      pathShape(`M${-margin} ${-margin}h${outerWidth}v${outerHeight}h${-outerWidth}Z`, surface, 1, surface),
      ...roadPaths(layout, palette),
      ...waypoints.map((point) => pathShape(disc(point, waypoint / 2 - 1), point.tone, 2, surface)),
      ...cupPaths(layout.cup, palette),
    ],
    texts: [
      ...title.place(layout.panel),
      // The order of the road: home, then each arc's name before its stops.
      ...homeName,
      ...outName,
      ...stops.slice(0, outCount).flat(),
      ...backName,
      ...stops.slice(outCount).flat(),
      ...note.place({ x: 0, y: layout.height + em, width }),
    ],
  };
}
