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

/** Words of a script, and how wide a letter of it is, in text heights. */
const scripts = {
  Latin: { letter: 'a', width: 0.52, longest: 12 },
  German: { letter: 'ü', width: 0.54, longest: 36 },
  Arabic: { letter: 'ع', width: 0.48, longest: 9 },
  Chinese: { letter: '圈', width: 1, longest: 1 },
};

/** What a browser would measure for a text of so many letters: lines no wider than `most`, unless a word is. */
function measured(letters: number, script: keyof typeof scripts, most: number, em: number): Size {
  const { width, longest } = scripts[script];
  const word = Math.min(letters, longest) * width * em;
  const all = letters * width * em;
  const line = Math.max(word, Math.min(all, most));
  // Words that do not fill their lines take a line more.
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

const cases = ({ most = 60, narrowest = 256, largest = 32, stops = 6, panels = 600, names: longest = 60 } = {}) =>
  fc
    .record({
      width: fc.integer({ min: narrowest, max: 1400 }),
      em: fc.integer({ min: 16, max: largest }),
      rtl: fc.boolean(),
      script: fc.constantFrom(...(Object.keys(scripts) as (keyof typeof scripts)[])),
      out: fc.array(fc.integer({ min: 1, max: most }), { minLength: 2, maxLength: stops }),
      back: fc.array(fc.integer({ min: 1, max: most }), { minLength: 2, maxLength: stops }),
      names: fc.tuple(fc.integer({ min: 1, max: longest }), fc.integer({ min: 1, max: longest })),
      home: fc.integer({ min: 1, max: most }),
      panel: fc.integer({ min: 40, max: panels }),
    })
    .map(({ width, em, rtl, script, out, back, names, home, panel }): Case => {
      const room = ringRoom({ width, em, rtl, counts: [out.length, back.length] });
      const plain = (letters: number, most: number): Size => {
        const { width, height } = measured(letters, script, most - 18, em);
        return { width: width - 18, height: height - 10 };
      };
      return {
        width,
        em,
        rtl,
        counts: [out.length, back.length],
        content: {
          labels: [out, back].flatMap((labels, arc) =>
            labels.map((letters) => measured(letters, script, room.columns[arc]! - 18, em)),
          ),
          names: [home, ...names].map((letters, index) => plain(letters, room.names[index]!)),
          panel,
        },
      };
    });

const touch = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Everything that takes room in a ring, by its name. */
const things = (layout: RingLayout): [string, Box][] => [
  ...layout.labels.map((box, index): [string, Box] => [`label ${index}`, box]),
  ...layout.places.map((place, index): [string, Box] => {
    const { x, y } = layout.at(place);
    return [`waypoint ${index}`, { x: x - 9, y: y - 9, width: 18, height: 18 }];
  }),
  ...layout.names.map((box, index): [string, Box] => [`name ${index}`, box]),
  ['cup', layout.cup],
  ...(layout.panelInside ? [['panel', layout.panel] as [string, Box]] : []),
];

/** What is wrong with a ring: things that touch, or that leave the box; the road across what is read. */
function faults(layout: RingLayout): string[] {
  const all = things(layout);
  const found = all.flatMap(([name, box], index) =>
    all.slice(index + 1).flatMap(([other, another]) => (touch(box, another) ? [`${name} touches ${other}`] : [])),
  );
  for (const [name, { x, y, width, height }] of all)
    if (x < -0.01 || y < -0.01 || x + width > layout.width + 0.01 || y + height > layout.height + 0.01)
      found.push(`${name} leaves the box`);
  for (let place = 0; place < 4; place += 0.005) {
    const { x, y } = layout.at(place);
    const dot = { x: x - 3, y: y - 3, width: 6, height: 6 };
    for (const [name, box] of all)
      if (!/cup|waypoint/.test(name) && touch(dot, box)) found.push(`the road crosses ${name} at ${place.toFixed(2)}`);
  }
  return [...new Set(found)];
}

describe('the layout of a ring', () => {
  it('lets nothing touch and nothing leave the box, in any language, width, text size and direction', () => {
    fc.assert(
      fc.property(cases(), ({ width, em, rtl, counts, content }) => {
        const layout = ringLayout({ width, em, rtl, counts }, content);
        if (layout) expect(faults(layout)).to.deep.equal([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('is found wherever labels are short and there is room', () => {
    let inside = 0;
    fc.assert(
      fc.property(
        cases({ most: 12, names: 12, narrowest: 720, largest: 18, stops: 4, panels: 200 }),
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

  it('is no ring where a label is wider than its column', () => {
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

  it('is the same, mirrored, from right to left', () => {
    fc.assert(
      fc.property(cases({ most: 20 }), ({ width, em, counts, content }) => {
        const [ltr, rtl] = [
          ringLayout({ width, em, rtl: false, counts }, content),
          ringLayout({ width, em, rtl: true, counts }, content),
        ];
        expect(!!ltr).to.equal(!!rtl);
        if (!ltr || !rtl) return;
        things(ltr).forEach(([, box], index) => {
          const [, other] = things(rtl)[index]!;
          expect(other.x).to.be.closeTo(width - box.x - box.width, 0.01);
          expect(other.y).to.be.closeTo(box.y, 0.01);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('has its waypoints on the road, out above and back below, in order', () => {
    fc.assert(
      fc.property(cases({ most: 12 }), ({ width, em, counts, content }) => {
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
