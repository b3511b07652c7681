/** A size in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A point in CSS pixels from the top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle, by its top left corner. */
export type Box = Point & Size;

/** What was measured, in the room that `ringRoom` gave it. */
export interface RingContent {
  /** Labels of the stops, in path order. */
  readonly labels: readonly Size[];
  /** Names of home and of the two arcs. */
  readonly names: readonly Size[];
  /** Height of the largest panel. */
  readonly panel: number;
}

/** The widest that things may be in a ring, in CSS pixels. */
export interface RingRoom {
  /** Labels, by arc. */
  readonly columns: readonly number[];
  /** Names of home and of the two arcs. */
  readonly names: readonly number[];
  readonly panel: number;
}

/** Where everything is. */
export interface RingLayout extends Size {
  readonly labels: readonly Box[];
  readonly names: readonly Box[];
  readonly cup: Box;
  /** Inside the ring; absent where it has no room, and stands beneath. */
  readonly panel: Box | undefined;
  /** Waypoints, in path order, as places on the road: 0 is home, 2 the far end, 4 home again. */
  readonly places: readonly number[];
  /** The point at a place on the road. */
  readonly at: (place: number) => Point;
  /** The way out and the way back, as SVG path data. */
  readonly road: readonly string[];
  /** An arrowhead on the way out and one on the way back, as SVG path data. */
  readonly arrows: readonly string[];
}

/** How square the road's corners are: handles of its Bézier curves, 0.55 would be an ellipse. */
const corner = 0.74;
/** From the middle of the road to what stands above or below it: half its width, a waypoint, some air. */
const clear = 20;
/** The same to the sides, where the road is steep. */
const aside = 13;
/** Between things inside. */
const gap = 12;
/** A cup, in text heights. */
const cupSize = { width: 3.5, height: 3 };

/** One coordinate of a quarter of the road, from its middle (0) to its end (1). */
const quarter = (t: number): number => t * (3 * (1 - t) * (corner * (1 - t) + t) + t * t);

/** Where on a quarter the road is so far from its middle. */
function solve(x: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (quarter(middle) < x) low = middle;
    else high = middle;
  }
  return low;
}

/** Height of the road, as a share of its greatest, at a distance from its middle; 0 beyond its end. */
const lift = (x: number): number => (x < 1 ? quarter(1 - solve(x)) : 0);

const frame = (width: number, em: number) => {
  const [start, end] = [(cupSize.width * em) / 2 + 4, width - 16];
  return { start, middle: (start + end) / 2, half: (end - start) / 2 };
};

/**
 * How much room there is in a ring of a width.
 *
 * @param em - text height
 * @param counts - of stops, by arc
 */
export function ringRoom(width: number, em: number, counts: readonly number[]): RingRoom {
  const { start, middle, half } = frame(width, em);
  const home = Math.min(7.5 * em, half * 0.42);
  return {
    columns: counts.map((count) => width / count - 8),
    names: [home, half, half],
    panel: middle + half * 0.72 - (start + (cupSize.width * em) / 2 + 6 + home + gap),
  };
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;

/**
 * Lays out a ring: a road with its labels outside, each in a column of its own, and the panel inside where it fits.
 *
 * @param width - of the container, CSS pixels
 * @param em - text height, CSS pixels
 * @param rtl - mirrored: home is on the right
 * @param counts - of stops, by arc
 * @returns `undefined` when a label would touch another one, the road or the edge: then the list is shown
 */
export function ringLayout(
  width: number,
  em: number,
  rtl: boolean,
  counts: readonly number[],
  { labels, names, panel }: RingContent,
): RingLayout | undefined {
  const { start, middle, half } = frame(width, em);
  const room = ringRoom(width, em, counts);
  const [out = 0] = counts;
  const stops = labels.map((label, index) => {
    const arc = index < out ? 0 : 1;
    const column = width / (counts[arc] as number);
    return {
      ...label,
      arc,
      most: room.columns[arc],
      middle: column * ((arc ? labels.length - 1 - index : index) + 0.5),
    };
  });
  const bounded = [...stops, ...names.map((name, index) => ({ ...name, most: room.names[index] }))];
  if (bounded.some(({ width, most = 0 }) => width > most + 1)) return undefined;

  const size = { width: cupSize.width * em, height: cupSize.height * em };
  const cup = { x: start - size.width / 2, y: -size.height / 2, ...size };
  /** How far from the middle something is, 1 at the road's end; of a box its farther, or its nearer, edge. */
  const away = (x: number): number => Math.abs(x - middle) / half;
  const far = ({ x, width }: Pick<Box, 'x' | 'width'>): number =>
    (Math.max(middle - x, x + width - middle) + aside) / half;
  const near = (x: number, width: number): number => (Math.max(aside, x - middle, middle - x - width) - aside) / half;
  const places = stops.map(({ arc, middle: x }) => arc * 2 + 1 + solve(away(x)) * (x < middle === !arc ? -1 : 1));

  for (const inside of [true, false])
    for (let height = Math.max(0.36 * half, 4 * em); height <= 0.9 * half; height += 2) {
      const roof = (box: Pick<Box, 'x' | 'width'>): number => height * lift(far(box)) - clear;
      const boxes = names.map((name, index): Box => {
        const box = { ...name, x: index ? middle - name.width / 2 : cup.x + cup.width + 6 };
        const top = roof(box);
        return { ...box, y: [-name.height / 2, -top, top - name.height][index] as number };
      });
      const [home, above, below] = boxes as [Box, Box, Box];
      const free = { x: cup.x + cup.width + 6 + (room.names[0] as number) + gap, width: room.panel };
      const top = Math.max(above.y + above.height + gap, -roof(free));
      const bottom = Math.min(below.y - gap, roof(free));
      const fits =
        // The first and the last waypoint stand clear of the cup.
        stops.every(({ middle: x }) => away(x) < 0.98 && height * lift(away(x)) > cup.height / 2 + clear) &&
        home.height / 2 <= roof(home) &&
        !overlap(above, home) &&
        !overlap(below, home) &&
        !overlap(above, below) &&
        (!inside || (free.width >= 15 * em && panel <= bottom - top));
      if (!fits) continue;

      const outside = stops.map((label): Box => {
        const x = Math.min(Math.max(0, label.middle - label.width / 2), width - label.width);
        const edge = height * lift(near(x, label.width)) + clear;
        return { ...label, x, y: label.arc ? edge : -edge - label.height };
      });
      const highest = Math.min(...outside.map(({ y }) => y), -height - clear);
      const lowest = Math.max(...outside.map(({ y, height }) => y + height), height + clear);
      /** From the middle of the road to the corner of the container, and mirrored. */
      const place = <Found extends Point & Partial<Size>>(found: Found): Found => ({
        ...found,
        x: rtl ? width - found.x - (found.width ?? 0) : found.x,
        y: found.y - highest,
      });
      const point = (x: number, y: number): string => {
        const found = place({ x: middle + half * x, y: height * y });
        return `${found.x.toFixed(1)} ${found.y.toFixed(1)}`;
      };
      return {
        width,
        height: lowest - highest,
        labels: outside.map(place),
        names: boxes.map(place),
        cup: place(cup),
        panel: inside ? place({ ...free, y: (top + bottom - panel) / 2, height: panel }) : undefined,
        places,
        at(place_: number): Point {
          const [part, side] = [place_ % 1, Math.floor(place_) % 4];
          const t = side % 2 ? part : 1 - part;
          return place({
            x: middle + half * quarter(t) * (side % 3 ? 1 : -1),
            y: height * quarter(1 - t) * (side < 2 ? -1 : 1),
          });
        },
        // Two curves each, whose handles are the road's corners.
        road: [-1, 1].map(
          (way) =>
            `M${point(way, 0)}C${point(way, way * corner)} ${point(way * corner, way)} ${point(0, way)}S${point(-way, way * corner)} ${point(-way, 0)}`,
        ),
        // Between the two waypoints in the middle, where the road is nearly level.
        arrows: counts.map((count, arc) => {
          const way = arc ? 1 : -1;
          const x = (way * (1 - (2 * Math.round(count / 2)) / count) * width) / 2;
          const tip = (rtl ? way : -way) * 7;
          return `M${point((x + way * 3) / half, way * lift(Math.abs(x) / half))}m0-7l${tip} 7l${-tip} 7`;
        }),
      };
    }
  return undefined;
}
