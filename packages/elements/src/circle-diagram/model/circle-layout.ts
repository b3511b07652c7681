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

/** The room that a ring gives its content, in CSS pixels. */
export interface RingRoom {
  /** Middle of the road, from the left edge. */
  readonly middle: number;
  /** Half the road's width. */
  readonly half: number;
  readonly cup: Size;
  /** Where the name of home and the panel begin, from the middle of the road. */
  readonly homeStart: number;
  readonly panelStart: number;
  /** Maximum widths of labels, by arc. */
  readonly columns: readonly number[];
  /** Maximum widths of the names of home and of the two arcs. */
  readonly names: readonly number[];
  /** Width of the panel. */
  readonly panel: number;
}

/** Where everything is. */
export interface RingLayout extends Size {
  readonly labels: readonly Box[];
  readonly names: readonly Box[];
  readonly cup: Box;
  /** Inside the ring where there is room, otherwise below it. */
  readonly panel: Box;
  readonly panelInside: boolean;
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
/** Greatest height of the road, as a share of its half width. */
const maxHeight = 0.9;
/** Difference of two heights to try, in CSS pixels. */
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

/** Returns how much room there is in a ring. */
export function ringRoom({ width, em, counts }: RingSpace): RingRoom {
  const cup = { width: 3.5 * em, height: 3 * em };
  // Outside the road there are 4 pixels and half a cup at its start, and 16 pixels at its end.
  const half = (width - 4 - cup.width / 2 - 16) / 2;
  const home = Math.min(7.5 * em, half * 0.42);
  const homeStart = cup.width / 2 + cupGap - half;
  const panelStart = homeStart + home + gap;
  return {
    middle: width - 16 - half,
    half,
    cup,
    homeStart,
    panelStart,
    columns: counts.map((count) => width / count - 8),
    names: [home, half, half],
    panel: half * 0.72 - panelStart,
  };
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;

/** A label in its column, before its height on the page is known. */
interface Stop extends Size {
  /** 0 is the way out, 1 the way back. */
  readonly arc: number;
  /** Middle of its column, from the middle of the road. */
  readonly x: number;
}

/** A road and the boxes inside it, from its middle. */
interface Interior {
  /** Greatest height of the road above its middle. */
  readonly height: number;
  readonly names: readonly Box[];
  /** Its place, if it is inside. */
  readonly panel: Box;
  readonly panelInside: boolean;
}

/**
 * Lays out a ring: a road with its labels outside, each in its own column, and the panel inside where it fits.
 *
 * @returns `undefined` when a label would touch another one, the road or the edge; then the list is shown
 */
export function ringLayout(space: RingSpace, content: RingContent): RingLayout | undefined {
  const { width, em, counts } = space;
  const room = ringRoom(space);
  const { half } = room;
  const outCount = counts[0] ?? 0;
  const stops = content.labels.map((label, index, { length }): Stop => {
    const arc = index < outCount ? 0 : 1;
    const column = arc ? length - 1 - index : index;
    return { ...label, arc, x: (width / (counts[arc] as number)) * (column + 0.5) - room.middle };
  });
  const outermost = Math.max(...stops.map(({ x }) => Math.abs(x))) / half;
  const tooWide = (size: Size, max = 0): boolean => size.width > max + 1;
  if (
    outermost >= 0.98 ||
    stops.some((stop) => tooWide(stop, room.columns[stop.arc])) ||
    content.names.some((name, index) => tooWide(name, room.names[index]))
  )
    return undefined;

  // The first and the last waypoint keep clear of the cup.
  const minHeight = Math.max(0.36 * half, 4 * em, (room.cup.height / 2 + clearance) / lift(outermost));
  const withPanel = room.panel >= 15 * em ? fitInterior(room, content, minHeight, true) : undefined;
  const interior = withPanel ?? fitInterior(room, content, minHeight, false);
  return interior && completeLayout(space, room, stops, interior);
}

/** Returns the flattest road that has room for the names inside, and for the panel if it is to be inside. */
function fitInterior(
  room: RingRoom,
  { names, panel }: RingContent,
  minHeight: number,
  panelInside: boolean,
): Interior | undefined {
  const { half, homeStart } = room;
  const nameSpans = names.map((name, index) => ({ ...name, x: index ? -name.width / 2 : homeStart }));
  const panelSpan = { x: room.panelStart, width: room.panel, height: panel };
  /** Lowest height of the road above and below each of them, as a share of its greatest height. */
  const lifts = [...nameSpans, panelSpan].map(({ x, width }) => lift((Math.max(-x, x + width) + sideClearance) / half));
  for (let height = minHeight; height <= maxHeight * half; height += heightStep) {
    const headroom = (index: number): number => height * (lifts[index] as number) - clearance;
    const boxes = nameSpans.map((span, index): Box => {
      const y = [-span.height / 2, -headroom(index), headroom(index) - span.height][index] as number;
      return { ...span, y };
    });
    const [home, above, below] = boxes as [Box, Box, Box];
    const top = Math.max(above.y + above.height + gap, -headroom(3));
    const bottom = Math.min(below.y - gap, headroom(3));
    if (
      home.height / 2 <= headroom(0) &&
      !overlap(above, home) &&
      !overlap(below, home) &&
      !overlap(above, below) &&
      (!panelInside || panel <= bottom - top)
    )
      return {
        height,
        names: boxes,
        panel: { ...panelSpan, y: (top + bottom - panel) / 2 },
        panelInside,
      };
  }
  return undefined;
}

/** Adds the labels outside the road, and moves the origin to the top left corner, mirrored if right to left. */
function completeLayout(
  { width, em, rtl, counts }: RingSpace,
  { middle, half, cup }: RingRoom,
  stops: readonly Stop[],
  { height, names, panel, panelInside }: Interior,
): RingLayout {
  const labels = stops.map(({ arc, x: column, width: labelWidth, height: labelHeight }): Box => {
    const x = Math.min(Math.max(0, middle + column - labelWidth / 2), width - labelWidth) - middle;
    const nearest = Math.max(0, x - sideClearance, -x - labelWidth - sideClearance) / half;
    const edge = height * lift(nearest) + clearance;
    return { x, y: arc ? edge : -edge - labelHeight, width: labelWidth, height: labelHeight };
  });
  const top = Math.min(...labels.map(({ y }) => y), -height - clearance);
  const bottom = Math.max(...labels.map((label) => label.y + label.height), height + clearance);
  const toPage = <Shape extends Point & Partial<Size>>(shape: Shape): Shape => ({
    ...shape,
    x: rtl ? width - middle - shape.x - (shape.width ?? 0) : middle + shape.x,
    y: shape.y - top,
  });
  /** Path data of a point, from -1 to 1 in both directions. */
  const point = (x: number, y: number): string => {
    const onPage = toPage({ x: half * x, y: height * y });
    return `${onPage.x.toFixed(1)} ${onPage.y.toFixed(1)}`;
  };
  return {
    width,
    height: bottom - top,
    labels: labels.map(toPage),
    names: names.map(toPage),
    cup: toPage({ ...cup, x: -half - cup.width / 2, y: -cup.height / 2 }),
    panel: panelInside ? toPage(panel) : { ...panel, x: 0, y: bottom - top + em, width },
    panelInside,
    places: stops.map(({ arc, x }) => arc * 2 + 1 + inverseQuarter(Math.abs(x) / half) * (x < 0 === !arc ? -1 : 1)),
    at(place) {
      const part = place % 1;
      const side = Math.floor(place) % 4;
      const t = side % 2 ? part : 1 - part;
      return toPage({
        x: half * quarter(t) * (side % 3 ? 1 : -1),
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
