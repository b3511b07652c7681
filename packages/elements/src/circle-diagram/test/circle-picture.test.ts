import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../../test-support/index.js';
import { parseCircle, walk, type Circle } from '../model/circle.js';
import { circlePicture, margin, wrap, type Picture, type PictureStyle } from '../model/circle-picture.js';
import { en } from '../locales/en.js';

/** A font whose letters are half as wide as high; those of wide scripts are as wide as high. */
const measure: PictureStyle['measure'] = (text, size) =>
  [...text].reduce((sum, character) => sum + size * (character > '\u2e80' ? 1 : 0.5), 0);

const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcdefg      '), minLength: 1, maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'اختبر      '), minLength: 1, maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'圈家出回安全'), minLength: 1, maxLength: 60 }),
);
const label = texts.filter((text) => !!text.trim());
const arc = (id: string) =>
  fc.record({
    id: fc.constant(id),
    label,
    stops: fc.array(fc.record({ label, text: label }), { minLength: 2, maxLength: 6 }),
  });
const circles = fc
  .record({
    title: label,
    base: fc.record({ label, text: label }),
    arcs: fc.tuple(arc('out'), arc('back')),
    attribution: fc.option(label, { nil: undefined }),
  })
  .map((raw): Circle => parseCircle(raw, { report: () => undefined, warn: () => undefined }, en.circle));

const palette = { surface: 'surface', text: 'text', muted: 'muted', out: 'out', back: 'back' };
const draw = (circle: Circle, rtl = false): Picture =>
  circlePicture(circle, { rtl, fontFamily: 'sans-serif', palette, measure });

const withoutSpaces = (text: string): string => text.replace(/\s+/g, '');

describe('a picture of the circle', () => {
  it('has every number and label, in the order of the road', () => {
    fc.assert(
      fc.property(circles, fc.boolean(), (circle, rtl) => {
        const { texts } = draw(circle, rtl);
        const { title, base, arcs, attribution = '' } = circle;
        let count = 0;
        const expected = [
          title,
          base.label,
          ...arcs.flatMap(({ label, stops }) => [label, ...stops.map((s) => `${++count}${s.label}`)]),
        ];
        expect(withoutSpaces(texts.map(({ text }) => text).join(''))).to.equal(
          withoutSpaces([...expected, attribution].join('')),
        );
      }),
      { numRuns: runs(300) },
    );
  });

  it('keeps every line within its box, and no line over another', () => {
    fc.assert(
      fc.property(circles, fc.boolean(), (circle, rtl) => {
        const { viewBox, texts } = draw(circle, rtl);
        const [left, top, outerWidth, outerHeight] = viewBox;
        expect([left, top]).to.deep.equal([-margin, -margin]);
        const width = outerWidth - 2 * margin;
        const height = outerHeight - 2 * margin;
        const boxes = texts.map(({ text, x, y, 'font-size': size, 'font-weight': weight }) => {
          const wide = measure(text, size, weight);
          return { text, left: x - wide / 2, right: x + wide / 2, top: y - size * 0.8, bottom: y + size * 0.25 };
        });
        boxes.forEach((box, index) => {
          expect(box.left, box.text).to.be.at.least(-1);
          expect(box.right, box.text).to.be.at.most(width + 1);
          expect(box.top, box.text).to.be.at.least(-1);
          expect(box.bottom, box.text).to.be.at.most(height + 1);
          for (const other of boxes.slice(index + 1))
            expect(
              box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
              `${box.text} over ${other.text}`,
            ).to.equal(false);
        });
      }),
      { numRuns: runs(300) },
    );
  });

  it('has a waypoint for every stop, and both halves of the road, which differ by more than color', () => {
    const circle: Circle = { ...en.circle, named: false };
    const { paths } = draw(circle);
    expect(paths.filter(({ d, fill }) => fill === 'surface' && d.includes('a14 14'))).to.have.lengthOf(
      walk(circle).length,
    );
    const [out, back] = ['out', 'back'].map((tone) =>
      paths.find(({ stroke, fill }) => stroke === tone && fill === tone),
    );
    const pieces = (path = out): number => path?.d.match(/M/g)?.length ?? 0;
    expect(pieces(out)).to.equal(1);
    expect(pieces(back)).to.be.above(20);
  });
});

describe('text', () => {
  const graphemes = (text: string): string[] => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  const countLetters = (text: string): number => graphemes(text).length;

  it('is broken at spaces, and within a word that is wider than a line, without losing a letter', () => {
    expect(wrap('one two three', 7, countLetters)).to.deep.equal(['one two', 'three']);
    expect(wrap('extraordinary day', 5, countLetters)).to.deep.equal(['extra', 'ordin', 'ary', 'day']);
    expect(wrap('', 5, countLetters)).to.deep.equal(['']);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, width) => {
        const lines = wrap(text, width, countLetters);
        expect(withoutSpaces(lines.join(''))).to.equal(withoutSpaces(text));
        for (const line of lines) expect(countLetters(line)).to.be.at.most(width);
        expect(lines.flatMap((line) => graphemes(withoutSpaces(line)))).to.deep.equal(graphemes(withoutSpaces(text)));
      }),
    );
  });

  it('is broken between the words of a script without spaces', () => {
    for (const text of ['ကလေးငယ်များကိုချစ်သည်', 'ក្មេងៗចូលចិត្តលេង', 'เด็กชอบเล่นกับพ่อแม่', '子どもは安心を必要とします']) {
      const words = new Set(
        [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].map(({ index }) => index),
      );
      const lines = wrap(text, 8, countLetters);
      expect(lines.length, text).to.be.greaterThan(1);
      let end = 0;
      for (const line of lines.slice(0, -1)) expect(words.has((end += line.length)), line).to.equal(true);
    }
  });

  it('is never broken inside a flag, a family or a letter with accents', () => {
    const whole = ['🇲🇲', '👨‍👩‍👧‍👦', 'e\u0301', 'ကြို'];
    expect(wrap(whole.join(''), 1, countLetters)).to.deep.equal(whole);
  });

  it('has no line that starts with closing punctuation or ends with opening punctuation', () => {
    expect(wrap('安心。「抱っこ」、遊び', 3, countLetters).some((line) => /^[。」、]|[「]$/.test(line))).to.equal(
      false,
    );
    expect(wrap('co-operate, don’t', 11, countLetters)).to.deep.equal(['co-operate,', 'don’t']);
  });

  it('is not broken at a no-break space', () => {
    expect(wrap('for 10\u00a0minutes', 10, countLetters)).to.deep.equal(['for', '10\u00a0minutes']);
  });
});
