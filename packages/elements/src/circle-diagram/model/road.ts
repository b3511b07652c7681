/** A point in CSS pixels: from the top left corner, or from the middle of the road. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A size in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A rectangle, by its top left corner. */
export type Box = Point & Size;

/** A closed road around its middle. */
export interface Road {
  /** Returns the point at a place: 0 is home on the left, 1 the top, 2 the far end, 3 the bottom, 4 home again. */
  readonly at: (place: number) => Point;
  /** Returns the unit vector along the road at a place. */
  readonly direction: (place: number) => Point;
  /** Length of the way out, which is also that of the way back. */
  readonly length: number;
  /** Returns the place at a distance from home along the road. */
  readonly placeAt: (distance: number) => number;
  /** Returns the place above the middle at a horizontal distance from it. */
  readonly placeAbove: (x: number) => number;
  /**
   * Returns how near to the road's upper half a box can be, as the y of the side that faces the road: the bottom of a box
   * outside, the top of one inside.
   */
  readonly clear: (box: { readonly x: number; readonly width: number }, distance: number, inside: boolean) => number;
}

/** Number of straight pieces that half the road is measured by. */
const pieces = 240;

/** Returns the numbers from 0 up to but not including a number. */
export const range = (count: number): number[] => [...Array(count).keys()];

/**
 * Creates a road.
 *
 * @param half - half its width
 * @param height - half its height
 * @param corner - how square its corners are, as the length of Bézier handles; 0.55 is an ellipse
 */
export function createRoad(half: number, height: number, corner: number): Road {
  /** One coordinate of a quarter of the road, from its middle (0) to its end (1). */
  const quarter = (t: number): number => t * (3 * (1 - t) * (corner * (1 - t) + t) + t * t);
  const at = (place: number): Point => {
    const side = Math.floor(place) & 3;
    const part = place - Math.floor(place);
    const t = side % 2 ? part : 1 - part;
    return { x: half * quarter(t) * (side % 3 ? 1 : -1), y: height * quarter(1 - t) * (side < 2 ? -1 : 1) };
  };
  const wayOut = range(pieces + 1).map((piece) => at((2 * piece) / pieces));
  let length = 0;
  const distances = wayOut.map(({ x, y }, piece) => {
    const from = wayOut[piece - 1] ?? { x, y };
    return (length += Math.hypot(x - from.x, y - from.y));
  });
  return {
    at,
    direction(place) {
      const [from, to] = [at(place - 0.01), at(place + 0.01)];
      const distance = Math.hypot(to.x - from.x, to.y - from.y);
      return { x: (to.x - from.x) / distance, y: (to.y - from.y) / distance };
    },
    length,
    placeAt(distance) {
      const rest = distance % length;
      const piece = Math.max(
        1,
        distances.findIndex((end) => end >= rest),
      );
      const start = distances[piece - 1] as number;
      const share = (rest - start) / ((distances[piece] as number) - start);
      return (distance < length ? 0 : 2) + ((piece - 1 + share) * 2) / pieces;
    },
    placeAbove(x) {
      let [low, high] = [0, 2];
      for (let step = 0; step < 16; step++) {
        const place = (low + high) / 2;
        if (at(place).x < x) low = place;
        else high = place;
      }
      return low;
    },
    clear: ({ x, width }, distance, inside) =>
      wayOut.reduce(
        (limit, point) => {
          const aside = Math.max(x - point.x, point.x - x - width, 0);
          const room = Math.sqrt(Math.max(0, distance ** 2 - aside ** 2));
          if (!room) return limit;
          return inside ? Math.max(limit, point.y + room) : Math.min(limit, point.y - room);
        },
        inside ? -height : 0,
      ),
  };
}
