import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../../test-support/index.js';
import ICAL from 'ical.js';
import { parseTelephone, type Telephone } from '../../foundation/formats/telephone.js';
import { vcard, type VCardContact } from '../model/vcard.js';

const rev = new Date('2026-11-23T18:30:05.678Z');
const telephone = (text: string): Telephone => {
  const parsed = parseTelephone(text);
  if (!parsed) throw new Error(`"${text}" is not a telephone number.`);
  return parsed;
};

const minimal: VCardContact = { name: 'Mind and Body Therapeutic Connections', clinicians: [], contactPoints: [] };
const practice: VCardContact = {
  ...minimal,
  clinicians: [{ name: 'Hannah Whitley', credentials: 'LCSW' }],
  telephone: telephone('+1-919-791-5611'),
};
const everything: VCardContact = {
  name: 'Riverbend, Family Center',
  clinicians: [
    { name: 'Ana Ortiz', credentials: 'LCSW' },
    { name: 'Dr. Sam Lee', credentials: undefined },
  ],
  telephone: telephone('+1-503-555-0142 ext. 7'),
  sms: telephone('+1-503-555-0143'),
  email: 'hello@riverbend.example',
  url: 'https://riverbend.example/a,b;c?d=e%20f',
  address: {
    streetAddress: '200 Example Street, Suite 4',
    addressLocality: 'Portland',
    addressRegion: 'OR',
    postalCode: '97201',
    addressCountry: 'US',
  },
  contactPoints: [
    { type: 'intake', telephone: telephone('+1-503-555-0144'), email: 'new@riverbend.example', languages: ['es'] },
    { type: undefined, telephone: telephone('988'), email: undefined, languages: [] },
  ],
};

type Property = [name: string, parameters: Record<string, string | string[]>, type: string, ...values: unknown[]];

/** The properties of a vCard, read by an independent parser. */
function read(text: string): Property[] {
  const [component, properties] = ICAL.parse(text) as unknown as [string, Property[]];
  expect(component).to.equal('vcard');
  return properties;
}

/** The values of a property, in order. The parser does not unescape values of unknown type. */
const values = (text: string, name: string): unknown[] =>
  read(text)
    .filter(([found]) => found === name)
    .map(([, , type, value]) => (type === 'unknown' ? unescape(`${value}`) : value));

const unescape = (text: string): string =>
  text.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));

describe('a vCard', () => {
  it('is a company for a practice, with its clinician in a note', () => {
    expect(vcard(practice, { version: '3.0', rev })).to.equal(
      [
        'BEGIN:VCARD',
        'VERSION:3.0',
        'N:;;;;',
        'FN:Mind and Body Therapeutic Connections',
        'ORG:Mind and Body Therapeutic Connections',
        'X-ABShowAs:COMPANY',
        'TEL;TYPE=WORK,VOICE:+1-919-791-5611',
        'NOTE:Hannah Whitley\\, LCSW',
        'REV:20261123T183005Z',
        'END:VCARD',
        '',
      ].join('\r\n'),
    );
  });

  it('is a person for a practice named after its clinician', () => {
    const text = vcard({ ...practice, name: 'Hannah Whitley' }, { version: '4.0', rev });
    expect(values(text, 'kind')).to.deep.equal(['individual']);
    expect(values(text, 'n')).to.deep.equal([['', 'Hannah Whitley', '', '', 'LCSW']]);
    expect(values(text, 'fn')).to.deep.equal(['Hannah Whitley']);
    expect(text).not.to.match(/ORG|COMPANY|NOTE/);
  });

  it('uses the number as its name without any other name', () => {
    const text = vcard({ ...minimal, name: '', telephone: telephone('919-791-5611') }, { version: '3.0', rev });
    expect(values(text, 'fn')).to.deep.equal(['919-791-5611']);
  });

  for (const version of ['3.0', '4.0'] as const)
    it(`has every detail in version ${version}`, () => {
      const text = vcard(everything, { version, rev });
      expect(values(text, 'version')).to.deep.equal([version]);
      expect(values(text, 'fn')).to.deep.equal(['Riverbend, Family Center']);
      expect([values(text, 'org')].flat(2)).to.deep.equal(['Riverbend, Family Center']);
      expect(values(text, 'email')).to.deep.equal(['hello@riverbend.example', 'new@riverbend.example']);
      expect(values(text, 'url')).to.deep.equal(['https://riverbend.example/a,b;c?d=e%20f']);
      expect(values(text, 'note')).to.deep.equal(['Ana Ortiz, LCSW\nDr. Sam Lee']);
      expect(values(text, 'adr')).to.deep.equal([
        ['', '', '200 Example Street, Suite 4', 'Portland', 'OR', '97201', 'US'],
      ]);
      const numbers = read(text)
        .filter(([name]) => name === 'tel')
        .map(([, parameters, type, value]) => [parameters['type'], type, value]);
      const [scheme, type, extension] = version === '4.0' ? ['tel:', 'uri', ';ext=7'] : ['', 'phone-number', ',7'];
      expect(numbers).to.deep.equal([
        [['WORK', 'VOICE'], type, `${scheme}+1-503-555-0142${extension}`],
        [['WORK', 'CELL'], type, `${scheme}+1-503-555-0143`],
        [['WORK', 'VOICE'], type, `${scheme}+1-503-555-0144`],
        [['WORK', 'VOICE'], type, `${scheme}988`],
      ]);
      const intake = read(text).filter(([, { group }]) => group);
      expect(intake.map(([name, { group }, , value]) => [group, name, value])).to.deep.equal([
        ['item00', 'tel', `${scheme}+1-503-555-0144`],
        ['item00', 'x-ablabel', 'intake'],
        ['item01', 'email', 'new@riverbend.example'],
        ['item01', 'x-ablabel', 'intake'],
      ]);
      expect(`${values(text, 'rev')[0]}`.replace(/[-:]/g, '')).to.equal('20261123T183005Z');
    });

  it('keeps the line breaks of a text address', () => {
    const text = vcard({ ...minimal, address: '200 Example Street\nPortland, OR' }, { version: '3.0', rev });
    expect(values(text, 'adr')).to.deep.equal([['', '', '200 Example Street\nPortland, OR', '', '', '', '']]);
  });

  it('escapes special characters', () => {
    const text = vcard(
      { ...minimal, name: 'a\\b;c,d\r\ne\n', address: { streetAddress: '\\;' } },
      { version: '3.0', rev },
    );
    expect(text).to.contain('\r\nFN:a\\\\b\\;c\\,d\\ne\\n\r\n').and.to.contain('\r\nADR;TYPE=WORK:;;\\\\\\;;;;;\r\n');
  });

  it('folds long lines between characters', () => {
    for (const character of ['x', 'é', '語', '👪'])
      for (let before = 60; before < 80; before++) {
        const name = '-'.repeat(before) + character.repeat(60);
        const text = vcard({ ...minimal, name }, { version: '3.0', rev });
        for (const line of text.split('\r\n')) expect(octets(line)).to.be.at.most(75);
        expect(text).not.to.contain('\ufffd');
        expect(values(text, 'fn')).to.deep.equal([name]);
      }
  });

  it('cannot be injected with lines (3,000 generated contacts, read back unchanged)', () => {
    const special = fc.constantFrom(
      ...'\r\n\t\0\x7f\x85\u2028\u2029\\,;:"\'=. nN',
      '\r\nTEL:1',
      'END:VCARD\n',
      '\\n',
      '語',
      '👪',
    );
    const anyText = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc.array(special, { maxLength: 30 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    const maybe = fc.option(anyText, { nil: undefined });
    // The parser mistakes a semicolon after an escaped backslash for an escaped semicolon.
    const part = fc.option(
      anyText.map((value) => value.replaceAll('\\', '/')),
      { nil: undefined },
    );
    const contact: fc.Arbitrary<VCardContact> = fc.record({
      name: anyText,
      clinicians: fc.array(fc.record({ name: anyText.filter(Boolean), credentials: maybe }), { maxLength: 2 }),
      email: maybe,
      address: fc.oneof(
        part,
        fc.record({
          streetAddress: part,
          addressLocality: part,
          addressRegion: part,
          postalCode: part,
          addressCountry: part,
        }),
      ),
      contactPoints: fc.array(
        fc.record({
          type: maybe,
          telephone: fc.constant(telephone('988')),
          email: fc.constant(undefined),
          languages: fc.constant([]),
        }),
        { maxLength: 2 },
      ),
    });
    /** A text without the differences that a vCard loses: line breaks are alike, and there is no other control character. */
    const plain = (text = ''): string => text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/(?!\n)\p{Cc}/gu, '');
    fc.assert(
      fc.property(contact, fc.constantFrom('3.0' as const, '4.0' as const), (random, version) => {
        const text = vcard(random, { version, rev });
        expect(text).to.match(/^BEGIN:VCARD\r\nVERSION:[34]\.0\r\n[^]*\r\nEND:VCARD\r\n$/);
        expect(text.replaceAll('\r\n', '')).not.to.match(/\p{Cc}/u);
        for (const line of text.split('\r\n')) expect(octets(line)).to.be.at.most(75);

        const person = random.clinicians.find(({ name }) => name === (random.name || (random.email ?? '')));
        const { address, contactPoints, email, clinicians } = random;
        const names = read(text).map(([name]) => name);
        const expected = [
          'version',
          ...(version === '4.0' ? ['kind'] : []),
          'n',
          'fn',
          ...(person ? [] : ['org', 'x-abshowas']),
          ...(email ? ['email'] : []),
          ...(address ? ['adr'] : []),
          ...(clinicians[person ? 1 : 0] ? ['note'] : []),
          ...contactPoints.flatMap(({ type }) => (type ? ['tel', 'x-ablabel'] : ['tel'])),
          'rev',
        ];
        expect(names).to.deep.equal(expected);

        // The parser unescapes semicolons only in structured values; RFC 2426 requires the escape in every value.
        expect(values(text, 'fn')).to.deep.equal([plain(random.name || email).replaceAll(';', '\\;')]);
        if (email) expect(values(text, 'email')).to.deep.equal([plain(email).replaceAll(';', '\\;')]);
        if (address) {
          const parts =
            typeof address === 'string'
              ? [address]
              : [
                  address.streetAddress,
                  address.addressLocality,
                  address.addressRegion,
                  address.postalCode,
                  address.addressCountry,
                ];
          expect(values(text, 'adr')).to.deep.equal([['', '', ...[...parts, '', '', '', ''].slice(0, 5).map(plain)]]);
        }
        expect(values(text, 'x-ablabel')).to.deep.equal(
          contactPoints.flatMap(({ type }) => (type ? [plain(type)] : [])),
        );
      }),
      { numRuns: runs(3000) },
    );
  });
});

const octets = (line: string): number => new TextEncoder().encode(line).length;
