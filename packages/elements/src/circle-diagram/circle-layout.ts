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
  /** Labels of the stops, by arc, in path order. */
  readonly stops: readonly [readonly Size[], readonly Size[]];
  /** Names of the two arcs. */
  readonly names: readonly [Size, Size];
  /** Label of home. */
  readonly home: Size;
  /** The largest panel. */
  readonly panel: Size;
}

/** Where everything is. */
export interface RingLayout extends Size {
  readonly stops: readonly [readonly Box[], readonly Box[]];
  readonly names: readonly [Box, Box];
  readonly home: Box;
  readonly cup: Box;
  /** Inside the ring; absent where it has no room, and stands beneath. */
  readonly panel: Box | undefined;
  /** Waypoints, in path order. */
  readonly waypoints: readonly Point[];
  /** The same as places on the road: 0 is home, 2 the far end, 4 home again. */
  readonly places: readonly number[];
  /** The point at a place on the road. */
  readonly at: (place: number) => Point;
  /** The way out and the way back, as SVG path data. */
  readonly road: readonly [string, string];
  /** Arrowheads on the way out and on the way back, as SVG path data. */
  readonly arrows: readonly [string, string];
}

/** The widest that things may be in a ring, in CSS pixels. */
export interface RingRoom {
  readonly columns: readonly [number, number];
  readonly names: number;
  readonly home: number;
  readonly panel: number;
}

/** How square the road's corners are: handles of its Bézier curves, 0.55 would be an ellipse. */
const corner = 0.74;
/** From the middle of the road to what stands above or below it: half its width, a waypoint, some air. */
const clear = 20;
/** The same to the sides, where the road is steep. */
const aside = 13;
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
const lift = (x: number): number => (x < 1 ? quarter(1 - solve(Math.max(0, x))) : 0);

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
export function ringRoom(width: number, em: number, counts: readonly [number, number]): RingRoom {
  const { start, middle, half } = frame(width, em);
  const home = Math.min(7.5 * em, half * 0.42);
  const left = start + (cupSize.width * em) / 2 + 6 + home + gap;
  return {
    columns: [width / counts[0] - 8, width / counts[1] - 8],
    names: half,
    home,
    panel: middle + half * 0.72 - left,
  };
}

const overlap = (a: Box, b: Box, by = 0): boolean =>
  a.x < b.x + b.width + by && b.x < a.x + a.width + by && a.y < b.y + b.height + by && b.y < a.y + a.height + by;

/**
 * Lays out a ring: a road with its labels outside, each in a column of its own, and the panel inside where it fits.
 *
 * @param width - of the container, CSS pixels
 * @param em - text height, CSS pixels
 * @param rtl - mirrored: home is on the right
 * @returns `undefined` when a label would touch another one, the road or the edge: then the list is shown
 */
export function ringLayout(width: number, em: number, rtl: boolean, content: RingContent): RingLayout | undefined {
  const { start, middle, half } = frame(width, em);
  const counts = content.stops.map(({ length }) => length) as [number, number];
  const room = ringRoom(width, em, counts);
  if (
    content.stops.some((labels, arc) => labels.some((label) => label.width > (room.columns[arc] ?? 0) + 1)) ||
    content.names.some((name) => name.width > room.names + 1) ||
    content.home.width > room.home + 1
  )
    return undefined;
  const [cupWidth, cupHeight] = [cupSize.width * em, cupSize.height * em];
  const cup = { x: start - cupWidth / 2, y: -cupHeight / 2, width: cupWidth, height: cupHeight };
  /** Distance of the farther, or of the nearer, edge of a box from the middle, 1 at the road's end. */
  const far = ({ x, width }: Pick<Box, 'x' | 'width'>): number =>
    (Math.max(middle - x, x + width - middle) + aside) / half;
  const near = (x: number, width: number): number => (Math.max(aside, x - middle, middle - x - width) - aside) / half;
  const columns = counts.map((count, arc) =>
    Array.from({ length: count }, (_, index) => {
      const column = arc ? count - 1 - index : index;
      return (width * (column + 0.5)) / count;
    }),
  );
  const places = columns.flatMap((xs, arc) =>
    xs.map((x) => {
      const t = solve(Math.abs(x - middle) / half);
      return arc * 2 + 1 + (x < middle === !arc ? -t : t);
    }),
  );
  const ends = columns.flat().map((x) => Math.abs(x - middle) / half);
  const homeBox = { x: cup.x + cupWidth + 6, y: -content.home.height / 2, ...content.home };

  for (const inside of [true, false]) {
    if (inside && room.panel < 15 * em) continue;
    for (let height = Math.max(0.36 * half, 4 * em); height <= 0.9 * half; height += 2) {
      const roof = (box: Pick<Box, 'x' | 'width'>): number => height * lift(far(box)) - clear;
      const names = content.names.map((name, arc) => {
        const box = { x: middle - name.width / 2, ...name };
        return { ...box, y: arc ? roof(box) - name.height : -roof(box) };
      }) as [Box, Box];
      const [above, below] = [names[0].y + names[0].height + gap, names[1].y - gap];
      const free = { x: homeBox.x + room.home + gap, width: room.panel };
      const top = Math.max(above, -roof(free));
      const bottom = Math.min(below, roof(free));
      const fits =
        // The first and the last waypoint stand clear of the cup.
        ends.every((x) => x < 0.98 && height * lift(x) > cupHeight / 2 + clear) &&
        homeBox.height / 2 <= roof(homeBox) &&
        above <= below &&
        !names.some((name) => overlap(name, homeBox, gap)) &&
        (!inside || content.panel.height <= bottom - top);
      if (!fits) continue;

      const stops = content.stops.map((labels, arc) =>
        labels.map((label, index) => {
          const x = Math.min(Math.max(0, (columns[arc]?.[index] ?? 0) - label.width / 2), width - label.width);
          const edge = height * lift(near(x, label.width)) + clear;
          return { x, y: arc ? edge : -edge - label.height, ...label };
        }),
      ) as unknown as [Box[], Box[]];
      const all = [...stops.flat(), cup];
      const highest = Math.min(...all.map(({ y }) => y), -height - clear);
      const lowest = Math.max(...all.map(({ y, height }) => y + height), height + clear);
      const place = <Found extends Point & Partial<Size>>(found: Found): Found => ({
        ...found,
        x: rtl ? width - found.x - (found.width ?? 0) : found.x,
        y: found.y - highest,
      });
      const at = (place_: number): Point => {
        const part = place_ % 1;
        const [x, y] = [
          [part - 1, part],
          [part, 1 - part],
          [1 - part, -part],
          [-part, part - 1],
        ][Math.floor(place_) % 4] as [number, number];
        const signed = (value: number): number => Math.sign(value) * quarter(Math.abs(value));
        return place({ x: middle + half * signed(x), y: -height * signed(y) });
      };
      const text = ({ x, y }: Point): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
      /** Half of the road: two curves whose handles are its corners. */
      const curve = (side: -1 | 1): string => {
        const [from, to] = side < 0 ? [-1, 1] : [1, -1];
        const point = (x: number, y: number): string => text(place({ x: middle + half * x, y: side * height * y }));
        return `M${point(from, 0)}C${point(from, corner)} ${point(from * corner, 1)} ${point(0, 1)}S${point(to, corner)} ${point(to, 0)}`;
      };
      /** Arrowheads half way from one waypoint to the next. */
      const arrow = (from: number, to: number): string => {
        const tip = at((from + to) / 2 + 0.01);
        const tail = at((from + to) / 2 - 0.01);
        const length = Math.hypot(tip.x - tail.x, tip.y - tail.y);
        const [dx, dy] = [(6 * (tip.x - tail.x)) / length, (6 * (tip.y - tail.y)) / length];
        const barb = (side: -1 | 1): string => text({ x: tip.x - dx + side * dy, y: tip.y - dy - side * dx });
        return `M${barb(-1)}L${text({ x: tip.x + dx * 0.2, y: tip.y + dy * 0.2 })}L${barb(1)}`;
      };
      const halves = [places.slice(0, counts[0]), places.slice(counts[0])] as const;
      const arrows = halves.map((half, arc) =>
        half.map((from, index) => arrow(from, half[index + 1] ?? 2 * arc + 1.92)).join(''),
      ) as [string, string];
      const middleOf = (top + bottom - content.panel.height) / 2;
      return {
        width,
        height: lowest - highest,
        stops: stops.map((boxes) => boxes.map(place)) as unknown as [Box[], Box[]],
        names: names.map(place) as [Box, Box],
        home: place(homeBox),
        cup: place(cup),
        panel: inside ? place({ ...free, y: middleOf, height: content.panel.height }) : undefined,
        waypoints: places.map(at),
        places,
        at,
        road: [curve(-1), curve(1)],
        arrows,
      };
    }
  }
  return undefined;
}
