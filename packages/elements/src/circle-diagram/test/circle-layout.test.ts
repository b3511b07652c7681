import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../../test-support/index.js';
import {
  ringLayout,
  ringRoom,
  type RingContent,
  type RingForm,
  type RingLayout,
  type RingSpace,
} from '../model/circle-layout.js';
import { createRoad, range, type Box, type Point, type Size } from '../model/road.js';

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
  space: RingSpace;
  content: RingContent;
}

const forms: readonly RingForm[] = ['wide', 'compact'];

interface CaseOptions {
  form?: RingForm;
  homeNamed?: boolean;
  maxLabel?: number;
  maxName?: number;
  minWidth?: number;
  maxWidth?: number;
  maxEm?: number;
  maxStops?: number;
}

const cases = ({
  form,
  homeNamed,
  maxLabel = 60,
  maxName = 60,
  minWidth = 224,
  maxWidth = 1400,
  maxEm = 32,
  maxStops = 6,
}: CaseOptions = {}) =>
  fc
    .record({
      form: form ? fc.constant(form) : fc.constantFrom(...forms),
      homeNamed: homeNamed === undefined ? fc.boolean() : fc.constant(homeNamed),
      width: fc.integer({ min: minWidth, max: maxWidth }),
      em: fc.integer({ min: 16, max: maxEm }),
      rtl: fc.boolean(),
      script: fc.constantFrom(...(Object.keys(scripts) as (keyof typeof scripts)[])),
      out: fc.array(fc.integer({ min: 1, max: maxLabel }), { minLength: 2, maxLength: maxStops }),
      back: fc.array(fc.integer({ min: 1, max: maxLabel }), { minLength: 2, maxLength: maxStops }),
      names: fc.tuple(fc.integer({ min: 1, max: maxName }), fc.integer({ min: 1, max: maxName })),
      home: fc.integer({ min: 1, max: maxLabel }),
      text: fc.integer({ min: 20, max: 200 }),
    })
    .map(({ form, homeNamed, width, em, rtl, script, out, back, names, home, text }): Case => {
      const wide = form === 'wide';
      const space = { form, width, em, rtl, counts: [out.length, back.length], homeNamed: wide && homeNamed };
      const room = ringRoom(space);
      const size = (letters: number, maxWidth = 0): Size => {
        const { width, height } = estimatedSize(letters, script, maxWidth, em);
        return { width: width - 18, height: height - 10 };
      };
      const labels = [out, back].flatMap((labels, arc) => labels.map((letters) => size(letters, room.columns[arc])));
      // In a compact ring the largest label stands in the middle, under its number.
      const longest = size(Math.max(...out, ...back), room.panel);
      return {
        space,
        content: {
          labels: wide ? labels : [],
          names: [...names, ...(space.homeNamed ? [home] : [])].map((letters, index) =>
            size(letters, room.names[index]),
          ),
          panel: wide
            ? { width: room.panel, height: size(text, room.panel).height }
            : { ...longest, height: longest.height + 2 * em },
        },
      };
    });

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The distance of a point from a box. */
const distanceTo = ({ x, y, width, height }: Box, point: Point): number =>
  Math.hypot(Math.max(x - point.x, point.x - x - width, 0), Math.max(y - point.y, point.y - y - height, 0));

const waypointsOf = ({ places, waypoint, at }: RingLayout): Box[] =>
  places.map((place) => {
    const { x, y } = at(place);
    return { x: x - waypoint / 2, y: y - waypoint / 2, width: waypoint, height: waypoint };
  });

/** The boxes of a ring with their names. */
const boxesOf = (layout: RingLayout): [string, Box][] => [
  ...(layout.form === 'wide' ? layout.labels.map((box, index): [string, Box] => [`label ${index}`, box]) : []),
  ...waypointsOf(layout).map((box, index): [string, Box] => [`waypoint ${index}`, box]),
  ...layout.names.map((box, index): [string, Box] => [`name ${index}`, box]),
  ['cup', layout.cup],
  ['panel', layout.panel],
];

/** Finds boxes that overlap or leave the ring, and text that the road crosses. Waypoints are round. */
function findFaults(layout: RingLayout): string[] {
  const all = boxesOf(layout);
  const isRound = (name: string): boolean => name.startsWith('waypoint');
  const center = ({ x, y, width }: Box): Point => ({ x: x + width / 2, y: y + width / 2 });
  const touch = (name: string, box: Box, other: string, another: Box): boolean => {
    if (isRound(name) && isRound(other))
      return Math.hypot(center(box).x - center(another).x, center(box).y - center(another).y) < layout.waypoint;
    if (isRound(name)) return distanceTo(another, center(box)) < layout.waypoint / 2;
    if (isRound(other)) return distanceTo(box, center(another)) < layout.waypoint / 2;
    return overlap(box, another);
  };
  const faults = all.flatMap(([name, box], index) =>
    all
      .slice(index + 1)
      .flatMap(([other, another]) => (touch(name, box, other, another) ? [`${name} overlaps ${other}`] : [])),
  );
  for (const [name, { x, y, width, height }] of all)
    if (x < -0.01 || y < -0.01 || x + width > layout.width + 0.01 || y + height > layout.height + 0.01)
      faults.push(`${name} leaves the ring`);
  for (let place = 0; place < 4; place += 0.005) {
    const point = layout.at(place);
    // The road is at most 13 pixels wide.
    for (const [name, box] of all)
      if (!/cup|waypoint/.test(name) && distanceTo(box, point) < 7)
        faults.push(`the road crosses ${name} at ${place.toFixed(2)}`);
  }
  return [...new Set(faults)];
}

describe('the layout of a ring', () => {
  for (const form of forms)
    it(`keeps everything of a ${form} one apart and inside, in any language, width, text size and direction`, () => {
      fc.assert(
        fc.property(cases({ form }), ({ space, content }) => {
          const layout = ringLayout(space, content);
          if (layout) expect(findFaults(layout)).to.deep.equal([]);
        }),
        { numRuns: runs(600) },
      );
    });

  it('has all labels of a wide one at the same distance from the road', () => {
    let count = 0;
    fc.assert(
      fc.property(cases({ form: 'wide', maxLabel: 30, minWidth: 560, maxEm: 18 }), ({ space, content }) => {
        const layout = ringLayout(space, content);
        if (!layout) return;
        count++;
        const road = range(800).map((index) => layout.at(index / 200));
        const { distance } = ringRoom(space);
        for (const label of layout.labels) {
          const nearest = Math.min(...road.map((point) => distanceTo(label, point)));
          expect(nearest).to.be.at.least(distance - 1);
          // Above and below the cup, a label leaves room for it.
          const { x, width } = layout.cup;
          if (label.x > x + width + 8 || label.x + label.width < x - 8) expect(nearest).to.be.at.most(distance + 1);
        }
      }),
      { numRuns: runs(200) },
    );
    expect(count).to.be.above(runs(200) / 2);
  });

  it('exists as a wide one wherever labels are short and there is room', () => {
    fc.assert(
      fc.property(
        cases({ form: 'wide', homeNamed: false, maxLabel: 12, maxName: 12, minWidth: 560, maxEm: 16, maxStops: 4 }),
        ({ space, content }) => {
          expect(!!ringLayout(space, content)).to.equal(true);
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('exists as a compact one on every phone, with twelve stops and labels of sixty characters', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 224, max: 560 }),
        fc.integer({ min: 16, max: 18 }),
        fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 })),
        (width, em, counts) => {
          const space: RingSpace = { form: 'compact', width, em, rtl: false, counts };
          const { panel } = ringRoom(space);
          // Lines are two thirds full.
          const lines = Math.ceil((1.5 * 60 * 0.55 * em) / panel);
          const layout = ringLayout(space, {
            labels: [],
            names: [],
            panel: { width: panel, height: (2 + 1.25 * lines) * em },
          });
          expect(layout && findFaults(layout)).to.deep.equal([]);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('has targets of 44 pixels in a compact one', () => {
    fc.assert(
      fc.property(cases({ form: 'compact' }), ({ space, content }) => {
        for (const { width, height } of ringLayout(space, { ...content, names: [] })?.labels ?? []) {
          expect(width).to.be.at.least(44);
          expect(height).to.be.at.least(44);
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('is undefined where a label is wider than its column, or than the middle of a compact one', () => {
    const wide: RingSpace = { form: 'wide', width: 720, em: 16, rtl: false, counts: [4, 4] };
    const label = { width: 90, height: 44 };
    const content: RingContent = { labels: Array<Size>(8).fill(label), names: [label, label], panel: label };
    expect(ringLayout(wide, content)).not.to.equal(undefined);
    const wider = { ...label, width: ringRoom(wide).columns[1]! + 2 };
    expect(ringLayout(wide, { ...content, labels: [...content.labels.slice(1), wider] })).to.equal(undefined);
    const compact: RingSpace = { ...wide, form: 'compact', width: 320 };
    const { panel } = ringRoom(compact);
    const middle = (width: number): RingContent => ({ labels: [], names: [], panel: { width, height: 60 } });
    expect(ringLayout(compact, middle(panel))).not.to.equal(undefined);
    expect(ringLayout(compact, middle(panel + 2))).to.equal(undefined);
  });

  it('is mirrored from right to left', () => {
    fc.assert(
      fc.property(cases({ maxLabel: 20 }), ({ space, content }) => {
        const [ltr, rtl] = [
          ringLayout({ ...space, rtl: false }, content),
          ringLayout({ ...space, rtl: true }, content),
        ];
        expect(!!ltr).to.equal(!!rtl);
        if (!ltr || !rtl) return;
        boxesOf(ltr).forEach(([, box], index) => {
          const [, other] = boxesOf(rtl)[index]!;
          expect(other.x).to.be.closeTo(space.width - box.x - box.width, 0.01);
          expect(other.y).to.be.closeTo(box.y, 0.01);
        });
      }),
      { numRuns: runs(200) },
    );
  });

  it('has its waypoints in order, above on the way out and below on the way back', () => {
    fc.assert(
      fc.property(cases({ maxLabel: 12 }), ({ space, content }) => {
        const layout = ringLayout({ ...space, rtl: false }, content);
        if (!layout) return;
        expect(layout.places).to.deep.equal([...layout.places].sort((a, b) => a - b));
        const level = layout.at(0).y;
        layout.places.forEach((place, index) => {
          const { y } = layout.at(place);
          expect(index < space.counts[0]! ? y < level : y > level).to.equal(true);
        });
        expect(layout.at(4).x).to.be.closeTo(layout.at(0).x, 0.01);
        expect(layout.at(2).x).to.be.above(layout.at(0).x);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('a road', () => {
  const roads = fc.tuple(
    fc.integer({ min: 60, max: 600 }),
    fc.integer({ min: 60, max: 400 }),
    fc.double({ min: 0.55, max: 0.8, noNaN: true }),
  );

  it('is measured along its length', () => {
    fc.assert(
      fc.property(roads, fc.double({ min: 0, max: 0.9, noNaN: true }), (size, share) => {
        const road = createRoad(...size);
        const step = road.length / 20;
        const [start, end] = [share, share + 1 / 20].map((part) => road.at(road.placeAt(part * road.length)));
        expect(Math.hypot(end!.x - start!.x, end!.y - start!.y)).to.be.within(step * 0.8, step * 1.01);
        // The way back is the way out, turned around.
        const back = road.at(road.placeAt(road.length * (1 + share)));
        expect(back.x).to.be.closeTo(-start!.x, 0.01);
        expect(back.y).to.be.closeTo(-start!.y, 0.01);
      }),
      { numRuns: runs(300) },
    );
  });
});
