import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../../test-support/index.js';
import { shorten, shortenTo } from './shorten.js';

const family = '👨‍👩‍👧‍👦';
const graphemes = (text: string): string[] => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);

describe('shorten', () => {
  it('leaves a text that fits, and ends another one at a word', () => {
    expect(shortenTo('One two three', 13)).to.equal('One two three');
    expect(shortenTo('One two three', 12)).to.equal('One two…');
    // The last word is whole.
    expect(shortenTo('One two three', 8)).to.equal('One two…');
    expect(shortenTo('One\r\ntwo', 6)).to.equal('One…');
  });

  it('ends a long word, and a script without spaces, at a grapheme', () => {
    expect(shortenTo(`To ${'x'.repeat(100)}`, 50)).to.equal(`To ${'x'.repeat(46)}…`);
    expect(shortenTo(`備考: ${'火曜日の夕方'.repeat(10)}`, 40)).to.equal(
      `備考: ${'火曜日の夕方'.repeat(10).slice(0, 35)}…`,
    );
  });

  it('splits neither an emoji nor an accented letter', () => {
    // Seven code points each.
    expect(shortenTo(family.repeat(3), 20)).to.equal(`${family.repeat(2)}…`);
    expect(shortenTo('🇲🇽🇪🇸🇺🇸', 4)).to.equal('🇲🇽…');
    expect(shortenTo('e\u0301'.repeat(3), 4)).to.equal('e\u0301…');
    expect(shortenTo(family, 3)).to.equal('…');
  });

  it('is a start of the text with whole graphemes, which fits', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(' ', '\n', family, '🇲🇽', 'e\u0301'),
        fc.string({ unit: 'grapheme', maxLength: 1 }),
      ),
      maxLength: 80,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (text, maxLength) => {
        const shorter = shortenTo(text, maxLength);
        expect([...shorter].length).to.be.at.most(maxLength);
        if (shorter === text) return;
        const start = shorter.slice(0, -1);
        expect(text.startsWith(start) && shorter.endsWith('…')).to.equal(true);
        const whole = graphemes(text);
        expect(graphemes(start)).to.deep.equal(whole.slice(0, graphemes(start).length));
      }),
      { numRuns: runs(2000) },
    );
  });

  it('measures a text as asked', () => {
    expect(shorten('ñandú ñandú ñandú', (shorter) => encodeURIComponent(shorter).length <= 35)).to.equal('ñandú…');
  });
});
