import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  ringLayout,
  ringRoom,
  type Box,
  type RingContent,
  type RingLayout,
  type Size,
} from '../model/circle-layout.js';

/** Scripts: a letter, its width in text heights, and the letters of the longest word. */
const scripts = {
  Latin: { letter: 'a', width: 0.52, longest: 12 },
  German: { letter: 'ü', width: 0.54, longest: 36 },
  Arabic: { letter: 'ع', width: 0.48, longest: 9 },
  Chinese: { letter: '圈', width: 1, longest: 1 },
};

/** The size of a text of a number of letters. Lines are at most `maxWidth` wide, unless a word is wider. */
function estimatedSize(letters: number, script: keyof typeof scripts, maxWidth: number, em: number): Size {
  const { width, longest } = scripts[script];
  const word = Math.min(letters, longest) * width * em;
  const all = letters * width * em;
  const line = Math.max(word, Math.min(all, maxWidth));
  // Lines end between words, so they are not full.
  const lines = all <= line ? 1 : Math.ceil(all / Math.max(line - word / 2, line / 2));
  return { width: line + 18, height: Math.max(44, lines * 1.25 * em + 10) };
}

interface Case {
  width: number;
  em: number;
  rtl: boolean;
  counts: number[];
  content: RingContent;
}

const cases = ({ maxLabel = 60, maxName = 60, minWidth = 256, maxEm = 32, maxStops = 6, maxPanel = 600 } = {}) =>
  fc
    .record({
      width: fc.integer({ min: minWidth, max: 1400 }),
      em: fc.integer({ min: 16, max: maxEm }),
      rtl: fc.boolean(),
      script: fc.constantFrom(...(Object.keys(scripts) as (keyof typeof scripts)[])),
      out: fc.array(fc.integer({ min: 1, max: maxLabel }), { minLength: 2, maxLength: maxStops }),
      back: fc.array(fc.integer({ min: 1, max: maxLabel }), { minLength: 2, maxLength: maxStops }),
      names: fc.tuple(fc.integer({ min: 1, max: maxName }), fc.integer({ min: 1, max: maxName })),
      home: fc.integer({ min: 1, max: maxLabel }),
      panel: fc.integer({ min: 40, max: maxPanel }),
    })
    .map(({ width, em, rtl, script, out, back, names, home, panel }): Case => {
      const room = ringRoom({ width, em, rtl, counts: [out.length, back.length] });
      const nameSize = (letters: number, maxWidth: number): Size => {
        const { width, height } = estimatedSize(letters, script, maxWidth - 18, em);
        return { width: width - 18, height: height - 10 };
      };
      return {
        width,
        em,
        rtl,
        counts: [out.length, back.length],
        content: {
          labels: [out, back].flatMap((labels, arc) =>
            labels.map((letters) => estimatedSize(letters, script, room.columns[arc]! - 18, em)),
          ),
          names: [home, ...names].map((letters, index) => nameSize(letters, room.names[index]!)),
          panel,
        },
      };
    });

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The boxes of a ring with their names. */
const boxesOf = (layout: RingLayout): [string, Box][] => [
  ...layout.labels.map((box, index): [string, Box] => [`label ${index}`, box]),
  ...layout.places.map((place, index): [string, Box] => {
    const { x, y } = layout.at(place);
    return [`waypoint ${index}`, { x: x - 9, y: y - 9, width: 18, height: 18 }];
  }),
  ...layout.names.map((box, index): [string, Box] => [`name ${index}`, box]),
  ['cup', layout.cup],
  ...(layout.panelInside ? [['panel', layout.panel] as [string, Box]] : []),
];

/** Finds boxes that overlap or leave the ring, and text that the road crosses. */
function findFaults(layout: RingLayout): string[] {
  const all = boxesOf(layout);
  const faults = all.flatMap(([name, box], index) =>
    all.slice(index + 1).flatMap(([other, another]) => (overlap(box, another) ? [`${name} overlaps ${other}`] : [])),
  );
  for (const [name, { x, y, width, height }] of all)
    if (x < -0.01 || y < -0.01 || x + width > layout.width + 0.01 || y + height > layout.height + 0.01)
      faults.push(`${name} leaves the ring`);
  for (let place = 0; place < 4; place += 0.005) {
    const { x, y } = layout.at(place);
    const dot = { x: x - 3, y: y - 3, width: 6, height: 6 };
    for (const [name, box] of all)
      if (!/cup|waypoint/.test(name) && overlap(dot, box))
        faults.push(`the road crosses ${name} at ${place.toFixed(2)}`);
  }
  return [...new Set(faults)];
}

describe('the layout of a ring', () => {
  it('keeps everything apart and inside, in any language, width, text size and direction', () => {
    fc.assert(
      fc.property(cases(), ({ width, em, rtl, counts, content }) => {
        const layout = ringLayout({ width, em, rtl, counts }, content);
        if (layout) expect(findFaults(layout)).to.deep.equal([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('exists wherever labels are short and there is room', () => {
    let inside = 0;
    fc.assert(
      fc.property(
        cases({ maxLabel: 12, maxName: 12, minWidth: 720, maxEm: 18, maxStops: 4, maxPanel: 200 }),
        ({ width, em, rtl, counts, content }) => {
          const layout = ringLayout({ width, em, rtl, counts }, content);
          inside += layout?.panelInside ? 1 : 0;
          expect(!!layout).to.equal(true);
        },
      ),
      { numRuns: 500 },
    );
    expect(inside).to.be.above(400);
  });

  it('is undefined where a label is wider than its column', () => {
    const space = { width: 480, em: 16, rtl: false, counts: [4, 4] };
    const room = ringRoom(space);
    const label = { width: 90, height: 44 };
    const content: RingContent = {
      labels: Array<Size>(8).fill(label),
      names: [{ width: 60, height: 20 }, label, label],
      panel: 100,
    };
    expect(ringLayout(space, content)).not.to.equal(undefined);
    const wide = { ...content, labels: [...content.labels.slice(1), { ...label, width: room.columns[1]! + 2 }] };
    expect(ringLayout(space, wide)).to.equal(undefined);
  });

  it('is mirrored from right to left', () => {
    fc.assert(
      fc.property(cases({ maxLabel: 20 }), ({ width, em, counts, content }) => {
        const [ltr, rtl] = [
          ringLayout({ width, em, rtl: false, counts }, content),
          ringLayout({ width, em, rtl: true, counts }, content),
        ];
        expect(!!ltr).to.equal(!!rtl);
        if (!ltr || !rtl) return;
        boxesOf(ltr).forEach(([, box], index) => {
          const [, other] = boxesOf(rtl)[index]!;
          expect(other.x).to.be.closeTo(width - box.x - box.width, 0.01);
          expect(other.y).to.be.closeTo(box.y, 0.01);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('has its waypoints in order, above on the way out and below on the way back', () => {
    fc.assert(
      fc.property(cases({ maxLabel: 12 }), ({ width, em, counts, content }) => {
        const layout = ringLayout({ width, em, rtl: false, counts }, content);
        if (!layout) return;
        expect(layout.places).to.deep.equal([...layout.places].sort((a, b) => a - b));
        const level = layout.at(0).y;
        layout.places.forEach((place, index) => {
          const { y } = layout.at(place);
          expect(index < counts[0]! ? y < level : y > level).to.equal(true);
        });
        expect(layout.at(4).x).to.be.closeTo(layout.at(0).x, 0.01);
        expect(layout.at(2).x).to.be.above(layout.at(0).x);
      }),
      { numRuns: 300 },
    );
  });
});
