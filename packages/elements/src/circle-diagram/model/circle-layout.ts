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

/** The space for a ring, and how many stops share it. */
export interface RingSpace {
  /** Of the container, in CSS pixels. */
  readonly width: number;
  /** Text height, in CSS pixels. */
  readonly em: number;
  /** Whether the ring is mirrored, with home on the right. */
  readonly rtl: boolean;
  /** Number of stops, by arc. */
  readonly counts: readonly number[];
}

/** Measured sizes, in the room that `ringRoom` returns. */
export interface RingContent {
  /** Labels of the stops, in path order. */
  readonly labels: readonly Size[];
  /** Names of home and of the two arcs. */
  readonly names: readonly Size[];
  /** Height of the largest panel. */
  readonly panel: number;
}

/** Maximum widths in a ring, in CSS pixels. */
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
  /** Inside the ring; absent where it has no room and is shown below. */
  readonly panel: Box | undefined;
  /** Waypoints, in path order, as places on the road: 0 is home, 2 the far end, 4 home again. */
  readonly places: readonly number[];
  /** Returns the point at a place on the road. */
  readonly at: (place: number) => Point;
  /** The way out and the way back, as SVG path data. */
  readonly road: readonly string[];
  /** An arrowhead on the way out and one on the way back, as SVG path data. */
  readonly arrows: readonly string[];
}

/** How square the road's corners are, as the length of Bézier handles; 0.55 would be an ellipse. */
const corner = 0.74;
/** Distance from the middle of the road to labels above or below it: half its width, a waypoint and some air. */
const clearance = 20;
/** The same to the sides, where the road is steep. */
const sideClearance = 13;
/** Distance between boxes inside the ring. */
const gap = 12;
/** Distance between the cup and the name of home. */
const cupGap = 6;
/** Size of the cup, in text heights. */
const cupSize = { width: 3.5, height: 3 };

/** Heights of the road to try, from flat to round: as shares of its half width, and in CSS pixels. */
const minHeight = 0.36;
const maxHeight = 0.9;
const heightStep = 2;

/** One coordinate of a quarter of the road, from its middle (0) to its end (1). */
const quarter = (t: number): number => t * (3 * (1 - t) * (corner * (1 - t) + t) + t * t);

/** The inverse of `quarter`, by bisection. */
function inverseQuarter(x: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (quarter(middle) < x) low = middle;
    else high = middle;
  }
  return low;
}

/** Height of the road at a distance from its middle, as a share of its greatest height; 0 beyond its end. */
const lift = (x: number): number => (x < 1 ? quarter(1 - inverseQuarter(x)) : 0);

/** The road's start, middle and half width. */
const roadExtent = ({ width, em }: RingSpace) => {
  const start = (cupSize.width * em) / 2 + 4;
  const end = width - 16;
  return { start, middle: (start + end) / 2, half: (end - start) / 2 };
};

/** Returns how much room there is in a ring. */
export function ringRoom(space: RingSpace): RingRoom {
  const { width, em, counts } = space;
  const { start, middle, half } = roadExtent(space);
  const home = Math.min(7.5 * em, half * 0.42);
  return {
    columns: counts.map((count) => width / count - 8),
    names: [home, half, half],
    panel: middle + half * 0.72 - (start + (cupSize.width * em) / 2 + cupGap + home + gap),
  };
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;

type Span = Pick<Box, 'x' | 'width'>;

/** A label in its column, before its height on the page is known. */
interface Stop extends Size {
  /** 0 is the way out, 1 the way back. */
  readonly arc: number;
  /** The middle of its column. */
  readonly middle: number;
}

/**
 * Lays out a ring: a road with its labels outside, each in its own column, and the panel inside where it fits.
 *
 * @returns `undefined` when a label would touch another one, the road or the edge; then the list is shown
 */
export function ringLayout(space: RingSpace, content: RingContent): RingLayout | undefined {
  const { width, em, counts } = space;
  const { names, labels } = content;
  const room = ringRoom(space);
  const outCount = counts[0] ?? 0;
  const stops = labels.map((label, index): Stop => {
    const arc = index < outCount ? 0 : 1;
    const column = arc ? labels.length - 1 - index : index;
    return { ...label, arc, middle: (width / (counts[arc] as number)) * (column + 0.5) };
  });
  const tooWide = (size: Size, max = 0): boolean => size.width > max + 1;
  if (
    stops.some((stop) => tooWide(stop, room.columns[stop.arc])) ||
    names.some((name, index) => tooWide(name, room.names[index]))
  )
    return undefined;

  const { half } = roadExtent(space);
  for (const panelInside of [true, false])
    for (let height = Math.max(minHeight * half, 4 * em); height <= maxHeight * half; height += heightStep) {
      const interior = interiorBoxes({ space, content, stops, height, panelInside });
      if (interior) return completeLayout({ space, stops, height, ...interior });
    }
  return undefined;
}

/** Boxes inside the ring, from the middle of the road. */
interface Interior {
  readonly cup: Box;
  readonly names: readonly Box[];
  readonly panel: Box | undefined;
}

/** Puts the names and the panel inside a road of a height. Returns `undefined` where they do not fit. */
function interiorBoxes({
  space,
  content,
  stops,
  height,
  panelInside,
}: {
  readonly space: RingSpace;
  readonly content: RingContent;
  readonly stops: readonly Stop[];
  readonly height: number;
  readonly panelInside: boolean;
}): Interior | undefined {
  const { em } = space;
  const { start, middle, half } = roadExtent(space);
  const room = ringRoom(space);
  const cup = {
    x: start - (cupSize.width * em) / 2,
    y: (-cupSize.height * em) / 2,
    width: cupSize.width * em,
    height: cupSize.height * em,
  };
  const homeStart = cup.x + cup.width + cupGap;
  /** Distance from the middle to the road above and below a span, at its lowest. */
  const headroom = ({ x, width }: Span): number =>
    height * lift((Math.max(middle - x, x + width - middle) + sideClearance) / half) - clearance;

  const names = content.names.map((name, index): Box => {
    const span = { ...name, x: index ? middle - name.width / 2 : homeStart };
    const top = headroom(span);
    return { ...span, y: [-name.height / 2, -top, top - name.height][index] as number };
  });
  const [home, above, below] = names as [Box, Box, Box];
  const free = { x: homeStart + (room.names[0] as number) + gap, width: room.panel };
  const top = Math.max(above.y + above.height + gap, -headroom(free));
  const bottom = Math.min(below.y - gap, headroom(free));
  const distance = (stop: Stop): number => Math.abs(stop.middle - middle) / half;
  const fits =
    // The first and the last waypoint keep clear of the cup.
    stops.every((stop) => distance(stop) < 0.98 && height * lift(distance(stop)) > cup.height / 2 + clearance) &&
    home.height / 2 <= headroom(home) &&
    !overlap(above, home) &&
    !overlap(below, home) &&
    !overlap(above, below) &&
    (!panelInside || (free.width >= 15 * em && content.panel <= bottom - top));
  if (!fits) return undefined;
  const panel = { ...free, y: (top + bottom - content.panel) / 2, height: content.panel };
  return { cup, names, panel: panelInside ? panel : undefined };
}

/** Adds the labels outside the road, and moves the origin to the top left corner, mirrored if right to left. */
function completeLayout({
  space,
  stops,
  height,
  cup,
  names,
  panel,
}: Interior & {
  readonly space: RingSpace;
  readonly stops: readonly Stop[];
  readonly height: number;
}): RingLayout {
  const { width, rtl, counts } = space;
  const { middle, half } = roadExtent(space);
  const labels = stops.map((stop): Box => {
    const x = Math.min(Math.max(0, stop.middle - stop.width / 2), width - stop.width);
    const nearest = (Math.max(sideClearance, x - middle, middle - x - stop.width) - sideClearance) / half;
    const edge = height * lift(nearest) + clearance;
    return { x, y: stop.arc ? edge : -edge - stop.height, width: stop.width, height: stop.height };
  });
  const top = Math.min(...labels.map(({ y }) => y), -height - clearance);
  const bottom = Math.max(...labels.map((label) => label.y + label.height), height + clearance);
  const toPage = <Shape extends Point & Partial<Size>>(shape: Shape): Shape => ({
    ...shape,
    x: rtl ? width - shape.x - (shape.width ?? 0) : shape.x,
    y: shape.y - top,
  });
  /** Path data of a point, from -1 to 1 in both directions. */
  const point = (x: number, y: number): string => {
    const onPage = toPage({ x: middle + half * x, y: height * y });
    return `${onPage.x.toFixed(1)} ${onPage.y.toFixed(1)}`;
  };
  return {
    width,
    height: bottom - top,
    labels: labels.map(toPage),
    names: names.map(toPage),
    cup: toPage(cup),
    panel: panel && toPage(panel),
    places: stops.map((stop) => {
      const onWayUp = stop.middle < middle === !stop.arc;
      return stop.arc * 2 + 1 + inverseQuarter(Math.abs(stop.middle - middle) / half) * (onWayUp ? -1 : 1);
    }),
    at(place) {
      const part = place % 1;
      const side = Math.floor(place) % 4;
      const t = side % 2 ? part : 1 - part;
      return toPage({
        x: middle + half * quarter(t) * (side % 3 ? 1 : -1),
        y: height * quarter(1 - t) * (side < 2 ? -1 : 1),
      });
    },
    // Two curves per arc; their handles are the road's corners.
    road: [-1, 1].map(
      (sign) =>
        `M${point(sign, 0)}C${point(sign, sign * corner)} ${point(sign * corner, sign)} ${point(0, sign)}S${point(-sign, sign * corner)} ${point(-sign, 0)}`,
    ),
    // Between the two waypoints in the middle, where the road is nearly level.
    arrows: counts.map((count, arc) => {
      const sign = arc ? 1 : -1;
      const x = (sign * (1 - (2 * Math.round(count / 2)) / count) * width) / 2;
      const tip = (rtl ? sign : -sign) * 7;
      return `M${point((x + sign * 3) / half, sign * lift(Math.abs(x) / half))}m0-7l${tip} 7l${-tip} 7`;
    }),
  };
}
