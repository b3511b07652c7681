import { intervals, type Room } from './reserved-room.js';

/** The room that is needed up to a width, from a width on, in `em`. */
interface Need {
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

/** A height that falls with the width, in `em`. */
interface Line {
  readonly height: number;
  readonly slope: number;
}

const heightAt = (lines: readonly Line[], width: number): number =>
  Math.max(...lines.map(({ height, slope }) => height - slope * width));

/** The steepest fall from a point that is needed before it. */
const slopeBefore = (width: number, height: number, needs: readonly Need[]): number =>
  Math.max(0, ...needs.map((need) => (need.height - height) / (width - need.to)));

/** Two falling lines and a level one, which meet at two widths, and are nowhere below what is needed. */
function linesThrough(narrow: number, wide: number, needs: readonly Need[]): Line[] {
  const level = Math.max(...needs.filter(({ to }) => to >= wide).map(({ height }) => height));
  const between = needs.filter(({ to }) => to >= narrow && to < wide);
  const slope = slopeBefore(wide, level, between);
  const height = level + slope * (wide - narrow);
  const before = needs.filter(({ to }) => to < narrow);
  const steep = Math.max(slope, slopeBefore(narrow, height, before));
  return [
    { height: level, slope: 0 },
    { height: level + slope * wide, slope },
    { height: height + steep * narrow, slope: steep },
  ];
}

/** Rounded so that the line is not lower. */
const lengthOf = ({ height, slope }: Line): string => {
  const em = `${Math.ceil(height * 100) / 100}em`;
  return slope ? `${em} - ${Math.floor(slope * 10_000) / 100}cqi` : em;
};

/**
 * The room that a widget needs as one CSS length, for a `style` attribute, where there are no container queries: it counts in widths of
 * the container. It is enough at every width, and the lines that leave the least room empty are taken.
 */
export function roomLength(room: Room): string {
  const all = intervals(room);
  const needs = all.map(({ width, mouse, touch }, index): Need => {
    const to = all[index + 1]?.width ?? Infinity;
    return { from: width, to, height: Math.max(mouse, touch) };
  });
  const bounded = needs.filter(({ to }) => Number.isFinite(to));
  const emptyRoom = (lines: readonly Line[]): number =>
    bounded.reduce((sum, { from, to, height }) => sum + (to - from) * (heightAt(lines, to) - height), 0);
  const widths = [...new Set(all.map(({ width }) => Math.ceil(width)))];
  const [best] = widths
    .flatMap((wide) => widths.filter((narrow) => narrow <= wide).map((narrow) => linesThrough(narrow, wide, needs)))
    .map((lines) => ({ lines, empty: emptyRoom(lines) }))
    .sort((a, b) => a.empty - b.empty);
  return `max(${[...new Set(best?.lines.map(lengthOf))].join(',')})`;
}
