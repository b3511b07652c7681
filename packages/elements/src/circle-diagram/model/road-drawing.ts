import { range, type Point, type Road } from './road.js';

/** A road as SVG path data. */
export interface RoadDrawing {
  /** The ground inside the road, as SVG path data. */
  readonly ground: string;
  /** The way out and the way back, as outlines in SVG path data. */
  readonly road: readonly string[];
  /** An arrowhead on the way out and one on the way back, as SVG path data. */
  readonly arrows: readonly string[];
}

/** Width of the road at home, and what is left of it at the far end, where the cup is lowest. */
export const widest = 13;
const narrowest = 3;
/** Length of a dash on the way back, and of the space after it. */
const dash = 9;
const dashSpace = 10;

/**
 * Draws the road as outlines: it narrows on the way out, as the cup empties, and widens on the way back.
 *
 * @param places - of the waypoints, in path order
 * @param counts - number of waypoints, by arc
 * @param toPage - turns a point from the road's middle into one on the page
 */
export function drawRoad(
  road: Road,
  places: readonly number[],
  counts: readonly number[],
  toPage: (point: Point) => Point,
): RoadDrawing {
  /** Path data of the point at a place, moved along the road and to its right. */
  const point = (place: number, along = 0, aside = 0): string => {
    const start = road.at(place);
    const { x, y } = road.direction(place);
    const onPage = toPage({ x: start.x + along * x - aside * y, y: start.y + along * y + aside * x });
    return `${onPage.x.toFixed(1)} ${onPage.y.toFixed(1)}`;
  };
  const outline = (from: number, to: number, pieces: number): string => {
    const side = (sign: number): string[] =>
      range(pieces + 1).map((piece) => {
        const place = from + ((to - from) * piece) / pieces;
        return point(place, 0, (sign * (narrowest + ((widest - narrowest) * Math.abs(2 - place)) / 2)) / 2);
      });
    return `M${[...side(1), ...side(-1).reverse()].join('L')}Z`;
  };
  const dashes = range(Math.floor(road.length / (dash + dashSpace))).map((index) => {
    const start = road.length + index * (dash + dashSpace) + dashSpace / 2;
    return outline(road.placeAt(start), road.placeAt(start + dash), 2);
  });
  let first = 0;
  return {
    ground: `M${range(120)
      .map((piece) => point(piece / 30))
      .join('L')}Z`,
    road: [outline(0, 2, 60), dashes.join('')],
    // Between the two waypoints in the middle.
    arrows: counts.map((count) => {
      const after = first + Math.round(count / 2);
      first += count;
      const place = ((places[after - 1] as number) + (places[after] as number)) / 2;
      return `M${point(place, -6, -11)}L${point(place, 10)}L${point(place, -6, 11)}Z`;
    }),
  };
}
