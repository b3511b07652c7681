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

const tones = ['out', 'back'] as const;

/** The road: the way out is a line, the way back is broken, both have an arrowhead. */
export const roadPaths = ({ road, arrows }: Pick<RingLayout, 'road' | 'arrows'>): PathShape[] =>
  tones.flatMap((stroke, arc) => [
    { d: road[arc] as string, stroke, width: 5, dashed: !!arc },
    { d: arrows[arc] as string, stroke, width: 3 },
  ]);

const round = (number: number): number => Math.round(number * 10) / 10;

/** A cup with its handle, full: its edge is the wider of two lines around the same shape. */
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
  const lines = [''];
  const last = (): string => lines.at(-1) as string;
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
  const counts = circle.arcs.map(({ stops }) => stops.length);
  const room = ringRoom(width, em, counts);
  const texts: TextShape[] = [];
  /** Measures a text, and gives what puts it into its box later. */
  const set = (text = '', most: number | undefined = width, size = em, tone: Tone = 'text', weight = 400) => {
    const leading = size * 1.3;
    const wide = (line: string): number => measure(line, size, weight);
    // Some air: another program may paint it in another font.
    const lines = wrap(text, most * 0.9, wide);
    return {
      width: Math.min(most, Math.max(...lines.map(wide)) / 0.9),
      height: lines.length * leading,
      put: ({ x, y, width }: Omit<Box, 'height'>) =>
        lines.forEach((line, index) =>
          texts.push({
            text: line,
            x: round(x + width / 2),
            y: round(y + (index + 0.8) * leading),
            size,
            tone,
            weight,
          }),
        ),
    };
  };
  const title = set(circle.title, room.panel, em * 1.44, 'text', 600);
  const names = [circle.base, ...circle.arcs].map(({ label }, index) =>
    set(label, room.names[index], em, tones[index - 1], 600),
  );
  const labels = circle.arcs.flatMap(({ stops }, arc) => stops.map(({ label }) => set(label, room.columns[arc])));
  const layout = ringLayout(width, em, rtl, counts, { labels, names, panel: title.height });
  if (!layout?.panel) return circlePicture(circle, rtl, measure, width * 1.5);
  title.put(layout.panel);
  let count = 0;
  names.forEach(({ put }, index) => {
    put(layout.names[index] as Box);
    // After its name come the stops of an arc.
    for (let stop = counts[index - 1] ?? 0; stop--; count++) labels[count]?.put(layout.labels[count] as Box);
  });
  const note = set(circle.attribution, width, em * 0.8, 'muted');
  note.put({ x: 0, y: layout.height + em, width });
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
          stroke: tones[place < 2 ? 0 : 1],
          fill: 'surface',
          width: 4,
        };
      }),
      ...cupPaths(layout.cup),
    ],
    texts,
  };
}
