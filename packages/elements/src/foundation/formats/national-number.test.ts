import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readerCountry } from '../localization/strings.js';
import { nationalNumber } from './national-number.js';
import { parseTelephone, type Telephone } from './telephone.js';

const national = (text: string, country?: string): string => nationalNumber(parseTelephone(text) as Telephone, country);

describe('a telephone number, for readers in its own country,', () => {
  it('has one form in North America', () => {
    for (const text of ['+1-919-791-5611', '+1 (919) 791-5611', '(+1) 919.791.5611', '+19197915611', '+1 919 791 5611'])
      for (const country of ['US', 'CA', 'PR', undefined])
        expect(national(text, country), text).to.equal('919-791-5611');
    expect(national('+1 (919) 791-5611 x2', 'US')).to.equal('919-791-5611 ext. 2');
  });

  it('keeps the spaces and hyphens of its owner elsewhere, with the 0 that people dial there', () => {
    for (const [text, country, shown] of [
      ['+44 20 7946 0958', 'GB', '020 7946 0958'],
      ['+44 (0)20 7946 0958', 'GB', '020 7946 0958'],
      ['+44 (0) 20 7946 0958', 'GB', '020 7946 0958'],
      ['+44 (20) 7946 0958', 'GB', '(020) 7946 0958'],
      ['(+44) 20 7946 0958 ext. 3', 'GB', '020 7946 0958 ext. 3'],
      ['+49-30-1234567', 'DE', '030-1234567'],
      ['+33 1 99 00 12 34', 'FR', '01 99 00 12 34'],
      ['+34 912 345 678', 'ES', '912 345 678'],
      ['+39 06 1234 5678', 'IT', '06 1234 5678'],
      ['+52 55 1234 5678', 'MX', '55 1234 5678'],
      ['+353 1 234 5678', 'IE', '01 234 5678'],
    ] as const) {
      expect(national(text, country), text).to.equal(shown);
      expect(national(text), text).to.equal(shown);
      expect(national(text, 'US'), text).to.equal(text);
    }
  });

  it('stays as its owner wrote it when no national form is known', () => {
    for (const [text, country] of [
      ['+55 11 91234 5678', 'BR'],
      ['+353 1800 123 456', 'IE'],
      ['+61 13 12 34', 'AU'],
      ['+44 (020) 7946 0958', 'GB'],
      ['+1-919-791', 'US'],
      ['(919) 791-5611', 'GB'],
      ['1-833-852-6262', 'US'],
      ['116 123', 'GB'],
      ['+390 (0)00', 'IT'],
      ['988', undefined],
    ] as const)
      expect(national(text, country), text).to.equal(text);
  });

  it('dials the same number', () => {
    const numbers = fc.tuple(
      fc.constantFrom('1', '34', '39', '44', '49', '52', '353', '55', '7'),
      fc.array(fc.tuple(fc.constantFrom('', ' ', '-', '.', ' (', ') '), fc.integer({ min: 0, max: 9 })), {
        minLength: 4,
        maxLength: 11,
      }),
    );
    fc.assert(
      fc.property(
        numbers,
        fc.option(fc.constantFrom('US', 'ES', 'GB', 'IE', 'BR'), { nil: undefined }),
        ([code, rest], country) => {
          const telephone = parseTelephone(`+${code}${rest.flat().join('')}`);
          if (!telephone) return;
          const shown = nationalNumber(telephone, country);
          const digits = shown.replace(/\D/g, '');
          if (shown === telephone.text) return;
          expect(`+${code}${digits}`.replace(`+${code}0`, `+${code}`)).to.equal(
            telephone.number.replace(`+${code}0`, `+${code}`),
          );
        },
      ),
    );
  });
});

describe("the reader's country", () => {
  it('is the first one that a language names', () => {
    for (const [languages, country] of [
      [['en-US'], 'US'],
      [['es', 'es-mx', 'en-US'], 'MX'],
      [['zh-Hant-TW'], 'TW'],
      [['es-419', 'en'], undefined],
      [['de-u-co-phonebk'], undefined],
      [['de-DE-u-co-phonebk'], 'DE'],
      [['sl-rozaj-biske'], undefined],
      [[], undefined],
    ] as const)
      expect(readerCountry(languages), languages.join()).to.equal(country);
  });
});
