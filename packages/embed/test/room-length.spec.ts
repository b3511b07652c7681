/** The room in one length, for a `style` attribute: never too little, and not much more than in a style element. */
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { runs } from '../../elements/test-support/runs.js';
import { measuredWidths, type Room } from '../src/reserved-room.js';
import { roomLength } from '../src/room-length.js';

/** The height in `em` that a length has in a container of a width. */
function heightIn(length: string, width: number): number {
  expect(length).toMatch(/^max\((?:[\d.]+em(?: - [\d.]+cqi)?,?)+\)$/);
  const lines = [...length.matchAll(/([\d.]+)em(?: - ([\d.]+)cqi)?/g)];
  return Math.max(...lines.map(([, height, slope = '0']) => Number(height) - (Number(slope) * width) / 100));
}

const heights = fc.array(fc.double({ min: 1, max: 150, noNaN: true }), { minLength: 2, maxLength: 40 });

const roomOf = (mouse: readonly number[], touch = mouse): Room => {
  const samples = (values: readonly number[]): Room['mouse'] =>
    values.map((height, index) => ({ width: 14 + index * 1.5, height }));
  return { mouse: samples(mouse), touch: samples(touch) };
};

test('is nowhere less than what was measured', () => {
  fc.assert(
    fc.property(heights, heights, (mouse, touch) => {
      const room = roomOf(mouse, touch);
      const length = roomLength(room);
      const all = [...room.mouse, ...room.touch];
      for (const { width, height } of all) expect(heightIn(length, width)).toBeGreaterThanOrEqual(height);
      // In a wider container, too.
      for (const samples of [room.mouse, room.touch])
        expect(heightIn(length, 500)).toBeGreaterThanOrEqual(samples.at(-1)!.height);
    }),
    { numRuns: runs(200) },
  );
});

test('leaves little empty where text flows into the width', () => {
  const samples = measuredWidths.map((width) => ({ width, height: 20 + 600 / width }));
  const length = roomLength({ mouse: samples, touch: samples });
  const empty = samples.map(({ width, height }) => heightIn(length, width) - height);
  expect(Math.max(...empty)).toBeLessThan(5);
  expect(empty.reduce((sum, each) => sum + each, 0) / empty.length).toBeLessThan(2);
});
