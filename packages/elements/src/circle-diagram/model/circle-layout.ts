import { drawRoad, widest, type RoadDrawing } from './road-drawing.js';
import { createRoad, range, type Box, type Point, type Road, type Size } from './road.js';

/**
 * Forms of a ring. `wide` has its labels outside the road and the panel inside. `compact` has numbered waypoints, the label of
 * the chosen stop inside, and the panel below.
 */
export type RingForm = 'wide' | 'compact';

/** The space for a ring, and how many stops share it. */
export interface RingSpace {
  readonly form: RingForm;
  /** Of the container, in CSS pixels. */
  readonly width: number;
  /** Text height, in CSS pixels. */
  readonly em: number;
  /** Whether the ring is mirrored, with home on the right. */
  readonly rtl: boolean;
  /** Number of stops, by arc. */
  readonly counts: readonly number[];
  /** Whether home's name stands beside the cup. */
  readonly homeNamed?: boolean;
}

/** Measured sizes, in the room that `ringRoom` returns. */
export interface RingContent {
  /** Labels of the stops, in path order; only for a wide ring. */
  readonly labels: readonly Size[];
  /** Names of the arcs, of home if it is `homeNamed`. Names of a compact ring may be left out. */
  readonly names: readonly Size[];
  /** What stands in the middle: its largest width and height. */
  readonly panel: Size;
}

/** The room that a ring gives its content, in CSS pixels. */
export interface RingRoom {
  /** Middle of the road, from the left edge. */
  readonly middle: number;
  /** Half the road's width. */
  readonly half: number;
  readonly cup: Size;
  /** Diameter of a waypoint. */
  readonly waypoint: number;
  /** Least distance of anything from the middle of the road. */
  readonly distance: number;
  /** Maximum widths of labels, by arc. */
  readonly columns: readonly number[];
  /** Maximum widths of the names of the arcs and of home. */
  readonly names: readonly number[];
  /** Width of the panel. */
  readonly panel: number;
  /** Half the road's least and greatest height. */
  readonly heights: readonly [number, number];
}

/** Where everything is. */
export interface RingLayout extends Size, RoadDrawing {
  readonly form: RingForm;
  /** Labels in a wide ring, waypoints to press in a compact one. */
  readonly labels: readonly Box[];
  readonly names: readonly Box[];
  readonly cup: Box;
  /** Diameter of a waypoint. */
  readonly waypoint: number;
  readonly panel: Box;
  /** Waypoints, in path order, as places on the road: 0 is home, 2 the far end, 4 home again. */
  readonly places: readonly number[];
  /** Returns the point at a place on the road. */
  readonly at: (place: number) => Point;
}

/** Distance between boxes. */
const gap = 8;
/** Number of times to halve the span of heights. */
const heightSteps = 7;

/** Returns how much room there is in a ring. */
export function ringRoom({ form, width, em, counts, homeNamed }: RingSpace): RingRoom {
  const wide = form === 'wide';
  // Where a compact ring has large text, the middle needs the room.
  const cupSize = wide ? em : Math.min(0.7 * em, 14);
  const cup = { width: 3.5 * cupSize, height: 3 * cupSize };
  const waypoint = wide ? Math.max(30, 1.6 * em) : Math.max(44, 1.75 * em);
  // Outside the road there are half a cup and its handle at its start, and half a waypoint at its end.
  const start = Math.max(cup.width / 2 + 0.6 * cupSize, waypoint / 2);
  const half = (width - start - waypoint / 2) / 2;
  const distance = waypoint / 2 + (wide ? 6 : 3);
  const home = Math.min(7.5 * em, half * 0.42);
  const inner = half - cup.width / 2 - gap;
  return {
    middle: start + half,
    half,
    cup,
    waypoint,
    distance,
    columns: counts.map((count) => width / count - gap),
    names: [wide ? half : half * 1.3, wide ? half : half * 1.3, home],
    panel:
      2 *
      (homeNamed
        ? inner - home - gap
        : wide
          ? Math.min(0.74 * half, inner, 19 * em)
          : Math.min(0.9 * (half - distance), inner + gap / 2, 8 * em)),
    heights: wide ? [Math.max(0.34 * half, 4 * em), 0.95 * half] : [Math.min(half, 9.5 * em), 2.5 * half],
  };
}

/** A road with what is inside it, from its middle. */
interface Interior {
  readonly road: Road;
  readonly places: readonly number[];
  readonly names: readonly Box[];
  readonly panel: Box;
}

const touches = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;

/** Middle of a stop's column in a wide ring, from the left edge in path order. */
const columnOf = ({ width, counts }: RingSpace, arc: number, index: number): number => {
  const count = counts[arc] as number;
  return (width / count) * ((arc ? count - 1 - index : index) + 0.5);
};

/** Places of the waypoints: in the middle of their columns in a wide ring, evenly along the road in a compact one. */
function placesOn(road: Road, space: RingSpace, { middle, cup }: RingRoom): number[] {
  return space.counts.flatMap((count, arc) =>
    range(count).map((index) => {
      const atHome = cup.height / 2 + 2;
      const share = ((arc ? count - 1 - index : index) + 0.5) / count;
      const place =
        space.form === 'wide'
          ? road.placeAbove(space.width * share - middle)
          : road.placeAt(atHome + share * (road.length - atHome));
      return arc ? 4 - place : place;
    }),
  );
}

/** Whether waypoints keep clear of each other and of the cup. */
function areApart(road: Road, places: readonly number[], { cup, waypoint }: RingRoom): boolean {
  const points = places.map(road.at);
  const home = road.at(0);
  return points.every(({ x, y }, index) => {
    const previous = points[index - 1];
    const fromCup = Math.max(Math.abs(y) - cup.height / 2, Math.abs(x - home.x) - cup.width / 2);
    return fromCup >= waypoint / 2 + 2 && (!previous || Math.hypot(x - previous.x, y - previous.y) >= waypoint + 2);
  });
}

/** Places the names and the panel inside a road. Returns `undefined` if they touch each other or the road. */
function fillRoad(
  road: Road,
  { half, cup, distance }: RingRoom,
  { names: [out, back, home], panel }: RingContent,
): Pick<Interior, 'names' | 'panel'> | undefined {
  const top = (size: Size, x = -size.width / 2): Box => ({ ...size, x, y: road.clear({ ...size, x }, distance, true) });
  const bottom = (size: Size): Box => {
    const box = top(size);
    return { ...box, y: -box.y - box.height };
  };
  const names = out && back ? [top(out), bottom(back)] : [];
  const [above, below] = names;
  const center = top(panel);
  const upper = Math.max(center.y, above ? above.y + above.height + gap : -Infinity);
  const lower = Math.min(-center.y, below ? below.y - gap : Infinity);
  if (panel.height > lower - upper) return undefined;
  if (home) {
    const beside = top(home, cup.width / 2 + gap - half);
    const box = { ...beside, y: -home.height / 2 };
    if (beside.y > box.y || names.some((name) => touches(name, box))) return undefined;
    names.push(box);
  }
  return { names, panel: { ...center, y: (upper + lower - panel.height) / 2 } };
}

/** Returns the flattest road with room for what is inside it. */
function fitInterior(space: RingSpace, room: RingRoom, content: RingContent): Interior | undefined {
  const fit = (height: number): Interior | undefined => {
    // A compact road starts out as a circle. The higher it has to be, the squarer its corners.
    const corner = space.form === 'wide' ? 0.76 : 0.5 + (0.12 * height) / room.half;
    const road = createRoad(room.half, height, corner);
    const places = placesOn(road, space, room);
    const filled = areApart(road, places, room) && fillRoad(road, room, content);
    return filled ? { road, places, ...filled } : undefined;
  };
  let [low, high] = room.heights;
  const flattest = fit(low);
  if (flattest) return flattest;
  let best = fit(high);
  for (let step = 0; best && step < heightSteps; step++) {
    const height = (low + high) / 2;
    const fitted = fit(height);
    if (fitted) {
      best = fitted;
      high = height;
    } else low = height;
  }
  return best;
}

/** Boxes of the labels of a wide ring, each in its column, on the outer side of its waypoint. */
function labelBoxes(space: RingSpace, room: RingRoom, { labels }: RingContent, { road, places }: Interior): Box[] {
  const [outCount = 0] = space.counts;
  return labels.map((size, index) => {
    const arc = index < outCount ? 0 : 1;
    const place = places[index] as number;
    const column = columnOf(space, arc, index - arc * outCount) - room.middle;
    const sideways = (room.columns[arc] as number) / 2 - size.width / 2;
    // Outward is left of the direction in which the road runs.
    const outward = (road.direction(place).y * size.width) / 2;
    const x = column + Math.max(-sideways, Math.min(outward, sideways)) - size.width / 2;
    // Above the cup, a label leaves room for the traveler, who looks over its edge.
    const aboveCup = x < room.cup.width / 2 + gap - room.half ? room.cup.height / 2 + room.waypoint / 2 + gap : 0;
    const edge = Math.min(road.clear({ ...size, x }, room.distance, false), -aboveCup);
    return { ...size, x, y: arc ? -edge : edge - size.height };
  });
}

/** Whether everything is as narrow as its room. */
function fitsWidths(room: RingRoom, { counts: [outCount = 0] }: RingSpace, content: RingContent): boolean {
  const fits = ({ width }: Size, max = 0): boolean => width <= max + 1;
  return (
    content.labels.every((label, index) => fits(label, room.columns[index < outCount ? 0 : 1])) &&
    content.names.every((name, index) => fits(name, room.names[index])) &&
    fits(content.panel, room.panel)
  );
}

/**
 * Lays out a ring.
 *
 * @returns `undefined` when something would touch another thing, the road or the edge; then another form is shown
 */
export function ringLayout(space: RingSpace, content: RingContent): RingLayout | undefined {
  const room = ringRoom(space);
  const { form, counts, width, rtl } = space;
  const { middle, half, cup, waypoint } = room;
  if (!fitsWidths(room, space, content)) return undefined;
  const interior = fitInterior(space, room, content);
  if (!interior) return undefined;
  const { road, places } = interior;
  const waypoints = places.map((place): Box => {
    const { x, y } = road.at(place);
    return { x: x - waypoint / 2, y: y - waypoint / 2, width: waypoint, height: waypoint };
  });
  const labels = form === 'wide' ? labelBoxes(space, room, content, interior) : waypoints;
  const outermost = [...labels, ...waypoints];
  const top = Math.min(...outermost.map(({ y }) => y), road.at(1).y - widest);
  const bottom = Math.max(...outermost.map((box) => box.y + box.height), road.at(3).y + widest);
  const toPage = <Shape extends Point & Partial<Size>>(shape: Shape): Shape => ({
    ...shape,
    x: rtl ? width - middle - shape.x - (shape.width ?? 0) : middle + shape.x,
    y: shape.y - top,
  });
  return {
    form,
    width,
    height: bottom - top,
    labels: labels.map(toPage),
    names: interior.names.map(toPage),
    cup: toPage({ ...cup, x: -half - cup.width / 2, y: -cup.height / 2 }),
    waypoint,
    panel: toPage(interior.panel),
    places,
    at: (place) => toPage(road.at(place)),
    ...drawRoad(road, places, counts, toPage),
  };
}
