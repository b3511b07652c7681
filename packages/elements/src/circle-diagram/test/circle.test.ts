import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readingEaseInSpanish, readingGrade, runs } from '../../../test-support/index.js';
import type { RawConfiguration } from '../../foundation/configuration/readers.js';
import {
  circleText,
  cupLevel,
  maxLabelLength,
  maxStops,
  parseCircle,
  readingTime,
  walk,
  whatFollows,
  type Circle,
} from '../model/circle.js';
import { en } from '../locales/en.js';
import { es } from '../locales/es.js';

/** Parses a configuration. */
function read(raw: RawConfiguration): { circle: Circle; reported: string[]; warned: string[] } {
  const reported: string[] = [];
  const warned: string[] = [];
  const circle = parseCircle(
    raw,
    { report: (path, expected) => reported.push(`${path}: ${expected}`), warn: (path) => warned.push(path) },
    en.circle,
  );
  return { circle, reported, warned };
}

const stop = (id: string, more: object = {}): object => ({ id, label: `Label ${id}`, text: `Text ${id}`, ...more });
const arc = (id: string, ...ids: string[]): { id: string; label: string; stops: object[] } => ({
  id,
  label: `Arc ${id}`,
  stops: ids.map((id) => stop(id)),
});
const arcs = [arc('there', 'a', 'b'), arc('home', 'c', 'd', 'e')];

describe('a circle', () => {
  it('is the default without configuration', () => {
    expect(read({})).to.deep.equal({ circle: { ...en.circle, named: false }, reported: [], warned: [] });
  });

  it('replaces the default field by field', () => {
    const { circle, reported } = read({ title: 'Ours', base: { label: 'Here' }, arcs });
    expect(reported).to.deep.equal([]);
    expect(circle.title).to.equal('Ours');
    // The default summary belongs to the default title.
    expect(circle.summary).to.equal(undefined);
    expect(circle.base).to.deep.equal({ label: 'Here', text: en.circle.base.text });
    expect(walk(circle).map(({ id }) => id)).to.deep.equal(['a', 'b', 'c', 'd', 'e']);
  });

  describe('with an invalid value', () => {
    const [first, second] = arcs as [(typeof arcs)[0], (typeof arcs)[0]];
    const cases: [name: string, raw: RawConfiguration, reported: string[], stops?: number][] = [
      ['one arc', { arcs: [first] }, ['arcs: two arcs: out and back'], 8],
      ['three arcs', { arcs: [...arcs, arc('x', 'y', 'z')] }, ['arcs: two arcs: out and back'], 5],
      [
        'a text for an arc',
        { arcs: ['out', 'back'] },
        ['arcs[0]: an object', 'arcs[1]: an object', 'arcs: two arcs: out and back'],
        8,
      ],
      ['no stops', { arcs: [{ ...first, stops: [] }, second] }, ['arcs[0].stops: 2 to 6 stops'], 8],
      ['nine stops', { arcs: [first, arc('x', ...'123456789')] }, ['arcs[1].stops: 2 to 6 stops'], 2 + maxStops],
      [
        'a text for a stop',
        { arcs: [first, { ...second, stops: [...second.stops, 'stop'] }] },
        ['arcs[1].stops[3]: an object'],
        5,
      ],
      [
        'a stop without a label',
        { arcs: [first, { ...second, stops: [...second.stops, { id: 'f', text: 'x' }] }] },
        ['arcs[1].stops[3].label: a label'],
        5,
      ],
      [
        'a stop without a text',
        { arcs: [first, { ...second, stops: [...second.stops, { id: 'f', label: 'x' }] }] },
        ['arcs[1].stops[3].text: what it may look like'],
        6,
      ],
      [
        'a stop without an id',
        { arcs: [first, { ...second, stops: [...second.stops, { label: 'x', text: 'x' }] }] },
        ['arcs[1].stops[3].id: an id'],
        6,
      ],
      [
        'two stops of one id',
        { arcs: [first, { ...second, stops: [...second.stops, stop('a')] }] },
        ['arcs[1].stops[3].id: an id of its own'],
        6,
      ],
      ['a text for home', { base: 'home' }, ['base: an object'], 8],
      ['an object for the title', { title: { en: 'x' } }, ['title: a text'], 8],
      ['a title of 10 kB', { title: 'x'.repeat(10_000) }, ['title: at most 2000 characters'], 8],
      [
        'a label of 61 characters',
        { base: { label: 'x'.repeat(61) } },
        [`base.label: at most ${maxLabelLength} characters`],
        8,
      ],
      ['an object for the label of home', { base: { label: {} } }, ['base.label: a text'], 8],
      ['an arc without a label', { arcs: [{ ...first, label: '' }, second] }, ['arcs[0].label: a label'], 5],
    ];
    for (const [name, raw, reported, stops] of cases)
      it(`(${name}) reports its path, and keeps the rest`, () => {
        const found = read(raw);
        expect(found.reported).to.deep.equal(reported);
        expect(walk(found.circle)).to.have.lengthOf(stops ?? 8);
        expect(new Set(walk(found.circle).map(({ id }) => id)).size).to.equal(walk(found.circle).length);
      });

    it('never throws, and always has two arcs of two to six stops with labels that are short enough', () => {
      const text = fc.oneof(fc.string(), fc.constant('x'.repeat(200)), fc.anything());
      const someStop = fc.oneof(
        fc.record({ id: text, label: text, text, try: text }, { requiredKeys: [] }),
        fc.anything(),
      );
      const someArc = fc.oneof(
        fc.record({
          id: text,
          label: text,
          text,
          stops: fc.oneof(fc.array(someStop, { maxLength: 9 }), fc.anything()),
        }),
        fc.anything(),
      );
      fc.assert(
        fc.property(
          fc.record(
            {
              title: text,
              summary: text,
              base: fc.anything(),
              arcs: fc.oneof(fc.array(someArc), fc.anything()),
              attribution: text,
              licensed: text,
            },
            { requiredKeys: [] },
          ),
          (raw) => {
            const { circle } = read(raw);
            expect(circle.arcs).to.have.lengthOf(2);
            for (const { stops } of circle.arcs) expect(stops.length).to.be.within(2, maxStops);
            for (const { label, id } of walk(circle)) {
              expect([...label].length).to.be.within(1, maxLabelLength);
              expect(id).to.be.a('string');
            }
            expect(new Set(walk(circle).map(({ id }) => id)).size).to.equal(walk(circle).length);
          },
        ),
        { numRuns: runs(1000) },
      );
    });
  });

  describe('of a trademarked program', () => {
    it('gets the registered mark at the first use of the name, and warns about a missing attribution', () => {
      const { circle, warned } = read({
        title: 'Circle of Security Parenting',
        summary: 'How Circle of Security sees it',
        licensed: true,
      });
      expect(circle.title).to.equal('Circle of Security® Parenting');
      expect(circle.summary).to.equal('How Circle of Security sees it');
      expect(circle.named).to.equal(true);
      expect(warned).to.deep.equal(['attribution']);
    });

    it('gets no mark in an id', () => {
      const { circle } = read({
        arcs: [arc('out', 'circle of security', 'b'), arc('back', 'c', 'd')],
        licensed: true,
      });
      expect(walk(circle)[0]).to.include({ id: 'circle of security', label: 'Label circle of security®' });
    });

    it('keeps an existing mark', () => {
      for (const title of ['Circle of Security® Parenting', 'Circle of Security™ Parenting'])
        expect(read({ title, attribution: 'By its owner', licensed: true }).circle.title).to.equal(title);
    });

    it("warns about the owner's phrases with their path until a license is declared", () => {
      const raw = {
        title: 'Always be bigger, stronger, wiser, and kind',
        arcs: [
          { ...arc('there', 'a'), stops: [stop('a', { label: 'Watch over me' }), stop('b', { try: 'Being with' })] },
          arcs[1],
        ],
      };
      expect(read(raw).warned).to.deep.equal(['title', 'arcs[0].stops[0].label', 'arcs[0].stops[1].try']);
      expect(read({ ...raw, licensed: true }).warned).to.deep.equal([]);
      expect(read({ ...raw, licensed: 'perhaps' }).warned).to.have.lengthOf(3);
    });

    it('is not the default circle', () => {
      for (const { circle } of [en, es]) {
        const { warned, circle: parsed } = read(circle as unknown as RawConfiguration);
        expect(warned).to.deep.equal([]);
        expect(parsed.named).to.equal(false);
      }
    });
  });

  it('becomes text in path order, with what comes next', () => {
    const { circle } = read({ title: 'T', summary: 'S', base: { label: 'H', text: 'B' }, arcs, attribution: 'By' });
    expect(circleText(circle, en).split('\n')).to.deep.equal(
      [
        'T',
        'S',
        'H',
        'B',
        'Arc there',
        'Label a',
        'Text a',
        'Next: Label b',
        'Label b',
        'Text b',
        'Next: Label c',
        'Arc home',
      ].concat([
        'Label c',
        'Text c',
        'Next: Label d',
        'Label d',
        'Text d',
        'Next: Label e',
        'Label e',
        'Text e',
        'Then back to the start: H',
        'By',
      ]),
    );
    expect(whatFollows(circle, 4, en)).to.equal('Then back to the start: H');
  });

  it('has a cup that is full at home, empties on the way out and fills on the way back', () => {
    const { circle } = read({ arcs });
    const levels = [-1, 0, 1, 2, 3, 4].map((index) => cupLevel(circle, index));
    expect(levels[0]).to.equal(1);
    expect(levels[1]).to.be.below(1);
    expect(Math.min(...levels)).to.equal(levels[2]);
    expect(levels[2]).to.be.above(0);
    expect(levels.slice(2)).to.deep.equal(levels.slice(2).sort((a, b) => a - b));
    expect(levels[5]).to.be.below(1);
  });

  it('allows more time for longer texts', () => {
    const [first] = walk(en.circle);
    expect(readingTime(first!)).to.be.within(8000, 20_000);
    expect(readingTime({ ...first!, text: `${first!.text} ${first!.text}` })).to.be.above(readingTime(first!));
  });
});

describe('the default circle', () => {
  for (const [lang, { circle }] of Object.entries({ en, es })) {
    it(`(${lang}) has three or four stops per arc, each with a text and something to try`, () => {
      for (const { stops } of circle.arcs) expect(stops.length).to.be.within(3, 4);
      for (const { label, text, try: tip } of walk(circle)) {
        expect(label.length).to.be.within(3, 30);
        expect(text).to.match(/[.?!”:]$/);
        expect(tip).to.match(/[.?!”]$/);
      }
    });

    it(`(${lang}) addresses caregivers without blame`, () => {
      expect(JSON.stringify(circle)).not.to.match(
        /\b(mother|mom|madre|mamá|should|must|never|always|debe|nunca|siempre)\b/i,
      );
    });
  }

  it('can be read at an eighth-grade level', () => {
    const prose = (strings: typeof en): string => circleText({ ...strings.circle, named: false }, strings);
    expect(readingGrade(prose(en))).to.be.at.most(8);
    for (const { text, try: tip } of walk(en.circle)) expect(readingGrade(`${text} ${tip}`), text).to.be.at.most(8);
    expect(readingEaseInSpanish(prose(es))).to.be.at.least(65);
  });

  it('has the same stops in both languages', () => {
    expect(walk(es.circle).map(({ id }) => id)).to.deep.equal(walk(en.circle).map(({ id }) => id));
  });
});
