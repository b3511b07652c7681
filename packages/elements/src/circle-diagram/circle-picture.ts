import type { Circle } from './circle.js';
import { ringLayout, ringRoom, type Box, type RingLayout, type Size } from './circle-layout.js';

/** Colours by their use; whoever paints knows their values. */
export type Tone = 'surface' | 'text' | 'muted' | 'out' | 'back';

/** A line that is drawn. */
export interface PathShape {
  /** SVG path data. */
  readonly d: string;
  readonly stroke: Tone;
  readonly fill?: Tone;
  /** CSS pixels. */
  readonly width: number;
  readonly dashed?: boolean;
}

/** A line of text, centred at a point of its baseline. */
export interface TextShape {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** CSS pixels. */
  readonly size: number;
  readonly tone: Tone;
  /** Of the font. */
  readonly weight: number;
}

/** A picture: what is painted, in order. */
export interface Picture extends Size {
  readonly rtl: boolean;
  readonly paths: readonly PathShape[];
  readonly texts: readonly TextShape[];
}

/** Width of a line of text in CSS pixels. */
export type Measure = (text: string, size: number, weight: number) => number;

/** The road: the way out is a line, the way back is broken, both have arrowheads. */
export const roadPaths = ({ road, arrows }: Pick<RingLayout, 'road' | 'arrows'>): PathShape[] =>
  (['out', 'back'] as const).flatMap((stroke, arc) => [
    { d: road[arc] ?? '', stroke, width: 5, ...(arc && { dashed: true }) },
    { d: arrows[arc] ?? '', stroke, width: 2.5 },
  ]);

const round = (number: number): number => Math.round(number * 10) / 10;

/** A cup with its handle, full. */
function cupPaths({ x, y, width, height }: Box): PathShape[] {
  const bowl = (by: number, top: number): string => {
    const [left, right, bottom] = [round(x + by), round(x + width - by), round(y + height - by)];
    const bend = round(height * 0.45);
    return `M${left} ${round(y + top)}V${round(bottom - bend)}Q${left} ${bottom} ${round(left + bend)} ${bottom}H${round(right - bend)}Q${right} ${bottom} ${right} ${round(bottom - bend)}V${round(y + top)}Z`;
  };
  const handle = `M${round(x)} ${round(y + height * 0.2)}q${round(-width * 0.35)} ${round(height * 0.25)} 0 ${round(height * 0.5)}`;
  return [
    { d: handle, stroke: 'out', width: 3 },
    { d: bowl(0, 0), stroke: 'out', fill: 'surface', width: 3 },
    { d: bowl(6, 8), stroke: 'out', fill: 'out', width: 1 },
  ];
}

/** Breaks a text into lines: at spaces, and within a word that is wider than a line. */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines = [''];
  const last = (): string => lines.at(-1) ?? '';
  for (const word of text.split(/\s+/)) {
    const joined = last() && `${last()} ${word}`;
    if (joined && measure(joined) <= width) lines.splice(-1, 1, joined);
    else {
      if (last()) lines.push('');
      for (const character of word)
        if (!last() || measure(last() + character) <= width) lines.splice(-1, 1, last() + character);
        else lines.push(character);
    }
  }
  return lines;
}

/**
 * The circle as a picture that stands for itself: the ring with every label, and the title inside.
 *
 * @param measure - of the font that it is painted in
 * @param width - CSS pixels, default 1000; wider where labels need it
 */
export function circlePicture(circle: Circle, rtl: boolean, measure: Measure, width = 1000): Picture {
  const em = 18;
  const leading = 1.3;
  const counts = circle.arcs.map(({ stops }) => stops.length) as [number, number];
  const room = ringRoom(width, em, counts);
  const texts: TextShape[] = [];
  /** Measures a text, and gives what puts it into its box later. */
  const set = (text: string, most: number, size = em, tone: Tone = 'text', weight = 400) => {
    const wide = (line: string): number => measure(line, size, weight);
    // Some air: another program may paint it in another font.
    const lines = wrap(text, most * 0.9, wide);
    return {
      width: Math.min(most, Math.max(...lines.map(wide)) / 0.9),
      height: lines.length * size * leading,
      put: ({ x, y, width }: Box) =>
        lines.forEach((line, index) =>
          texts.push({
            text: line,
            x: round(x + width / 2),
            y: round(y + (index + 0.95) * size * leading - 0.2 * size),
            size,
            tone,
            weight,
          }),
        ),
    };
  };
  const tones = ['out', 'back'] as const;
  const title = set(circle.title, room.panel, em * 1.44, 'text', 600);
  const home = set(circle.base.label, room.home, em, 'text', 600);
  const names = circle.arcs.map(({ label }, arc) => set(label, room.names, em, tones[arc], 600));
  const stops = circle.arcs.map(({ stops }, arc) => stops.map(({ label }) => set(label, room.columns[arc] ?? 0)));
  const [out = [], back = []] = stops;
  const layout = ringLayout(width, em, rtl, {
    stops: [out, back],
    names: names as unknown as [Size, Size],
    home,
    panel: title,
  });
  if (!layout?.panel) return circlePicture(circle, rtl, measure, width * 1.5);
  title.put(layout.panel);
  home.put(layout.home);
  names.forEach((name, arc) => {
    name.put(layout.names[arc] as Box);
    stops[arc]?.forEach((stop, index) => stop.put(layout.stops[arc]?.[index] as Box));
  });
  const note = set(circle.attribution ?? '', width, em * 0.8, 'muted');
  if (circle.attribution) note.put({ x: 0, y: layout.height + em, width, height: 0 });
  return {
    width,
    height: Math.ceil(layout.height + (circle.attribution ? em + note.height : 0)),
    rtl,
    paths: [
      ...roadPaths(layout),
      ...layout.waypoints.map(({ x, y }, index): PathShape => ({
        d: `M${round(x - 8)} ${round(y)}a8 8 0 1 0 16 0a8 8 0 1 0-16 0Z`,
        stroke: tones[index < out.length ? 0 : 1],
        fill: 'surface',
        width: 4,
      })),
      ...cupPaths(layout.cup),
    ],
    texts,
  };
}
