import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../../test-support/index.js';
import { parseTelephone, smsHref } from './telephone.js';

/** RFC 3966, section 3: a number with no parameter except `ext`. `phone-context` is omitted on purpose. */
const telephoneUri = /^tel:(\+[-.()]*\d[-.()\d]*|[-.()]*[\dA-F*#][-.()\dA-F*#]*)(;ext=[-.()]*\d[-.()\d]*)?$/;
/** RFC 5724, section 2.2, for one recipient and no body. */
const smsUri = /^sms:\+?\d+$/;

describe('a telephone number', () => {
  it('keeps the text as written and links to a number that phones can dial', () => {
    const examples: [written: string, number: string, href: string][] = [
      ['+1-919-791-5611', '+19197915611', 'tel:+1-919-791-5611'],
      ['+1 (919) 791-5611', '+19197915611', 'tel:+1-919-791-5611'],
      ['(+1) 919 791 5611', '+19197915611', 'tel:+1-919-791-5611'],
      ['(919) 791-5611', '9197915611', 'tel:919-791-5611'],
      ['919.791.5611', '9197915611', 'tel:919-791-5611'],
      ['9197915611', '9197915611', 'tel:9197915611'],
      ['1-833-852-6262', '18338526262', 'tel:1-833-852-6262'],
      ['988', '988', 'tel:988'],
      ['911', '911', 'tel:911'],
      ['116 123', '116123', 'tel:116-123'],
    ];
    for (const [written, number, href] of examples)
      expect(parseTelephone(written), written).to.deep.equal({ text: written, number, href });
  });

  it('accepts every common notation of an extension', () => {
    for (const ending of [
      ' ext. 12',
      ' (ext. 12)',
      ' ext 12',
      ' Ext: 12',
      ', extension 12',
      ' x12',
      'x 12',
      ' #12',
      ';ext=12',
    ])
      expect(parseTelephone(`919.791.5611${ending}`), ending).to.deep.equal({
        text: `919.791.5611${ending}`,
        number: '9197915611',
        extension: '12',
        href: 'tel:919-791-5611;ext=12',
      });
  });

  it('accepts numbers copied from a link or a word processor', () => {
    expect(parseTelephone('tel:+1-919-791-5611;ext=12')).to.include({
      text: '+1-919-791-5611;ext=12',
      extension: '12',
    });
    expect(parseTelephone(' tel: +1-919-791-5611\n')?.text).to.equal('+1-919-791-5611');
    expect(parseTelephone('919\u2011791\u20135611')?.href).to.equal('tel:919-791-5611');
    expect(parseTelephone('+1\xa0919\u202f791\xa05611')?.href).to.equal('tel:+1-919-791-5611');
    expect(parseTelephone('919\u2212791·5611')?.href).to.equal('tel:919-791-5611');
    for (const [before, after] of ['\u202a\u202c', '\u202d\u202c', '\u2066\u2069', '\u2068\u2069'])
      expect(parseTelephone(`${before}+1 919 791 5611${after}`)?.text).to.equal('+1 919 791 5611');
  });

  it('omits the zero that is dialed only domestically', () => {
    expect(parseTelephone('+44 (0)20 7946 0958')).to.include({ number: '+442079460958', text: '+44 (0)20 7946 0958' });
    expect(parseTelephone('(0)20 7946 0958')?.number).to.equal('02079460958');
  });

  it('rejects what cannot be dialed safely', () => {
    const refused = [
      '',
      ' ',
      '12',
      'call us',
      '1-833-TLC-MAMA',
      '919-791-5611 or 919-791-5612',
      '919-791-5611 / 5612',
      '919-791-5611, 919-791-5612',
      '+1-919-791-5611 ext.',
      '+1-919-791-5611 ext. 12345678',
      '+1234567890123456',
      '919+7915611',
      '++19197915611',
      '９１９７９１５６１１',
      '٩١٩٧٩١٥٦١١',
      '919-791\n-5611',
      '919-791\0-5611',
      '\u202e919-791-5611',
      '919-791-5611\u200f0',
      '919-791-5611;phone-context=evil.example',
      'tel:tel:9197915611',
      `${'('.repeat(80)}9197915611`,
      `919${' '.repeat(100_000)}7915611`,
      9197915611,
      null,
      undefined,
      {},
      ['919-791-5611'],
    ];
    for (const value of refused) expect(parseTelephone(value), JSON.stringify(value)?.slice(0, 40)).to.equal(undefined);
  });

  it('omits the extension in links for text messages', () => {
    const telephone = parseTelephone('+1-919-791-5611 ext. 2');
    expect(telephone && smsHref(telephone)).to.equal('sms:+19197915611');
  });

  it('always creates standard links with the digits as written (20,000 generated)', () => {
    const digits = (minLength: number, maxLength: number) =>
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });
    const written = fc
      .tuple(
        fc.constantFrom('', '+'),
        fc.array(digits(1, 4), { minLength: 3, maxLength: 4 }),
        fc.constantFrom(' ', '-', '.', '\xa0', '\u2011', ' - '),
        fc.option(fc.tuple(fc.constantFrom(' ext. ', ' x', '#', ';ext='), digits(1, 7)), { nil: undefined }),
      )
      .map(([plus, groups, separator, extension]) => ({
        text: plus + groups.join(separator) + (extension ?? []).join(''),
        number: plus + groups.join(''),
        extension: extension?.[1],
      }))
      .filter(({ number }) => number.replace('+', '').length <= 15);
    fc.assert(
      fc.property(written, ({ text, number, extension }) => {
        const telephone = parseTelephone(text);
        expect(telephone).to.include({ text, number });
        expect(telephone?.extension).to.equal(extension);
        expect(telephone?.href).to.match(telephoneUri);
        expect(telephone?.href.replace(/-/g, '')).to.equal(`tel:${number}${extension ? `;ext=${extension}` : ''}`);
        expect(telephone && smsHref(telephone)).to.match(smsUri);
      }),
      { numRuns: runs(10_000) },
    );
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'+0123456789 ().-ext#;=:/xX\u202e\n１') }),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(anything, (value) => {
        const telephone = parseTelephone(value);
        if (!telephone) return;
        expect(telephone.href).to.match(telephoneUri);
        expect(smsHref(telephone)).to.match(smsUri);
        expect(telephone.text).not.to.match(/[\p{Cc}\p{Cf}]/u);
      }),
      { numRuns: runs(10_000) },
    );
  });
});
