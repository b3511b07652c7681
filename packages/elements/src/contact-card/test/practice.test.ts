import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../../test-support/index.js';
import type { RawConfiguration } from '../../foundation/configuration/readers.js';
import { clinicianNames } from '../model/contact-text.js';
import { addressLines, parsePractice, type Practice } from '../model/practice.js';
import { usCrisisHelp } from '../../foundation/crisis/crisis.js';

interface Parsed {
  readonly practice: Practice | undefined;
  readonly reported: readonly string[];
  readonly unknownKeys: readonly string[];
}

function parse(raw: unknown): Parsed {
  const reported: string[] = [];
  const unknownKeys: string[] = [];
  const practice = parsePractice(raw as RawConfiguration, {
    report: (path, expected) => reported.push(`${path}: ${expected}`),
    warn: (path) => unknownKeys.push(path),
    base: 'https://practice.example/contact/',
  });
  return { practice, reported, unknownKeys };
}

const minimal = { name: 'Riverbend', telephone: '+1-503-555-0142' };

describe('a practice', () => {
  it('is complete with a name and a telephone number', () => {
    const { practice, reported, unknownKeys } = parse(minimal);
    expect(practice).to.deep.include({ name: 'Riverbend', links: 'auto', vcardVersion: '3.0', crisis: usCrisisHelp });
    expect(practice?.telephone?.href).to.equal('tel:+1-503-555-0142');
    expect([reported, unknownKeys]).to.deep.equal([[], []]);
  });

  it('accepts JSON-LD with @context and @type', () => {
    const { practice, reported, unknownKeys } = parse({
      '@context': 'https://schema.org',
      '@type': 'MedicalBusiness',
      ...minimal,
      employee: [{ '@type': 'Person', name: 'Ana Ortiz', honorificSuffix: 'LCSW' }],
    });
    expect(practice?.clinicians).to.deep.equal([{ name: 'Ana Ortiz', credentials: 'LCSW' }]);
    expect([reported, unknownKeys]).to.deep.equal([[], []]);
  });

  it('uses the first of several numbers and addresses, and accepts a website without https://', () => {
    const { practice, reported } = parse({
      ...minimal,
      telephone: ['+1-503-555-0142', '+1-503-555-0143'],
      email: ['hello@riverbend.example'],
      url: 'www.riverbend.example/about',
    });
    expect(practice?.telephone?.text).to.equal('+1-503-555-0142');
    expect(practice).to.include({ email: 'hello@riverbend.example', url: 'https://www.riverbend.example/about' });
    expect(reported).to.deep.equal([]);
  });

  it('takes a website or map that begins with a host for one, but not a file of this site', () => {
    for (const [url, expected] of [
      ['riverbend.example', 'https://riverbend.example/'],
      ['Riverbend.example:8443/a?b#c', 'https://riverbend.example:8443/a?b#c'],
      ['praxis-müller.example', 'https://xn--praxis-mller-klb.example/'],
      ['//riverbend.example/a', 'https://riverbend.example/a'],
      [{ '@type': 'Map', url: 'riverbend.example/map' }, 'https://riverbend.example/map'],
      ['about.html#team', 'https://practice.example/contact/about.html#team'],
      ['our.team/index.php', 'https://our.team/index.php'],
      ['../about', 'https://practice.example/about'],
    ] as const) {
      const { practice, reported } = parse({ ...minimal, url, hasMap: [url] });
      expect([practice?.url, practice?.map, ...reported]).to.deep.equal([expected, expected]);
    }
  });

  it('takes several texts of an address for its lines, and the first of several objects', () => {
    const street = { streetAddress: ['200 Example Street', 'Suite 4'], addressLocality: 'Portland' };
    for (const address of [
      ['200 Example Street', 'Suite 4', 'Portland'],
      '200 Example Street\n\n Suite 4\nPortland',
      street,
      [street, { streetAddress: '300 Other Street' }],
    ]) {
      const { practice, reported } = parse({ ...minimal, address });
      expect(addressLines(practice?.address ?? '')).to.deep.equal(['200 Example Street', 'Suite 4', 'Portland']);
      expect(reported).to.deep.equal([]);
    }
  });

  it('has no address without words, and no map of it', () => {
    for (const address of [
      '',
      ' , \n, ',
      [],
      ['', ','],
      {},
      { '@type': 'PostalAddress', streetAddress: '', addressLocality: ' ', postalCode: null },
      { streetAddress: ',', addressCountry: 'US' },
    ]) {
      const { practice, reported } = parse({ ...minimal, address });
      expect([practice?.address, practice?.map, reported]).to.deep.equal([undefined, undefined, []]);
    }
  });

  it('assigns credentials without a clinician to the person that it is named after', () => {
    const { practice } = parse({ ...minimal, name: 'Ana Ortiz', credentials: 'LCSW' });
    expect(practice?.clinicians).to.deep.equal([{ name: 'Ana Ortiz', credentials: 'LCSW' }]);
    expect(clinicianNames(practice as Practice, 'Ana Ortiz')).to.deep.equal(['LCSW']);
  });

  it('accepts a surrogate pair at the end of a long address', () => {
    const { practice, reported } = parse({ ...minimal, address: `${'x'.repeat(1999)}😀` });
    expect(practice?.map).to.contain('query=xxx');
    expect(reported).to.deep.equal(['address: at most 2000 characters']);
  });

  describe('with opening hours as a text and as a specification', () => {
    const specified = { dayOfWeek: 'Friday', opens: '09:00', closes: '13:00' };
    const friday = { days: [5], spans: [{ opens: 540, closes: 780 }], validFrom: undefined, validThrough: undefined };
    const monday = { days: [1], spans: [{ opens: 600, closes: 720 }] };
    const special = { validFrom: '2026-12-24', validThrough: '2026-12-26' };

    it('has those of the text', () => {
      const { practice, reported } = parse({
        ...minimal,
        openingHours: 'Mo 10:00-12:00',
        openingHoursSpecification: specified,
        specialOpeningHoursSpecification: special,
      });
      expect(practice?.hours).to.deep.include({ regular: [monday], complete: true });
      expect(practice?.hours?.special).to.have.length(1);
      expect(reported).to.deep.equal([]);
    });

    it('has those of the specification when the text cannot be read, and reports the text', () => {
      for (const openingHours of ['By appointment', 'Mo 10:00-12:00, whenever', ['Mo 10:00-12:00', 'whenever']]) {
        const { practice, reported } = parse({ ...minimal, openingHours, openingHoursSpecification: specified });
        expect(practice?.hours).to.deep.equal({ regular: [friday], special: [], complete: true });
        expect(reported.join()).to.match(/^openingHours(\[1\])?: hours such as/);
      }
    });

    it('has what can be read when both have mistakes', () => {
      const broken = [specified, { dayOfWeek: 'Someday', opens: '09:00', closes: '13:00' }];
      for (const [openingHours, regular] of [
        ['Mo 10:00-12:00; whenever', [monday]],
        ['whenever', [friday]],
      ] as const) {
        const { practice } = parse({ ...minimal, openingHours, openingHoursSpecification: broken });
        expect(practice?.hours).to.deep.include({ regular, complete: false });
      }
    });
  });

  it('has incomplete hours when their text was truncated', () => {
    const { practice } = parse({ ...minimal, openingHours: `${'Mo 09:00-10:00; '.repeat(130)}We 09:00-17:00` });
    expect(practice?.hours?.complete).to.equal(false);
  });

  it('accepts every field', () => {
    const { practice, reported, unknownKeys } = parse({
      ...minimal,
      sms: '+1-503-555-0143',
      email: 'mailto:hello@riverbend.example',
      url: '/about',
      hasMap: 'https://map.example/riverbend',
      address: {
        streetAddress: '200 Example Street',
        addressLocality: 'Portland',
        addressRegion: 'OR',
        postalCode: 97201,
        addressCountry: { name: 'US' },
      },
      openingHours: 'Mo-Fr 09:00-17:00',
      timeZone: 'America/Los_Angeles',
      responseTime: 'Within two days.',
      accepting: 'waiting-list',
      availableLanguage: ['en', { '@type': 'Language', name: 'Spanish', alternateName: 'es' }],
      contactPoint: { contactType: 'intake', telephone: '+1-503-555-0144', availableLanguage: 'es' },
      links: 'always',
      vcardUrl: 'riverbend.vcf',
      vcardVersion: '4.0',
      now: '2027-01-15T09:00:00-08:00',
    });
    expect([reported, unknownKeys]).to.deep.equal([[], []]);
    expect(practice).to.deep.include({
      email: 'hello@riverbend.example',
      url: 'https://practice.example/about',
      map: 'https://map.example/riverbend',
      timeZone: 'America/Los_Angeles',
      languages: ['en', 'es'],
      vcardUrl: 'https://practice.example/contact/riverbend.vcf',
      now: new Date('2027-01-15T17:00:00Z'),
    });
    expect(practice?.contactPoints[0]).to.deep.include({ type: 'intake', languages: ['es'] });
    expect(practice?.hours?.complete).to.equal(true);
    expect(addressLines(practice?.address ?? '')).to.deep.equal(['200 Example Street', 'Portland, OR 97201']);
  });

  it('links to a search for the address without a map', () => {
    const { practice } = parse({ ...minimal, address: '200 Example Street\nPortland, OR' });
    expect(new URL(practice?.map ?? '').searchParams.get('query')).to.equal('200 Example Street, Portland, OR');
    expect(parse(minimal).practice?.map).to.equal(undefined);
  });

  it('reports invalid values with their path, and keeps the rest', () => {
    const invalid: [object, string][] = [
      [{ telephone: 'call us' }, 'telephone'],
      [{ sms: [1] }, 'sms'],
      [{ email: 'not an address' }, 'email'],
      [{ email: 'a@b?bcc=everyone@elsewhere.example' }, 'email'],
      [{ url: 'javascript:alert(1)' }, 'url'],
      [{ hasMap: 'data:text/html,x' }, 'hasMap'],
      [{ vcardUrl: 'blob:x' }, 'vcardUrl'],
      [{ address: { streetAddress: {} } }, 'address.streetAddress'],
      [{ openingHours: 'whenever' }, 'openingHours'],
      [{ timeZone: 'Portland' }, 'timeZone'],
      [{ accepting: 'maybe' }, 'accepting'],
      [{ availableLanguage: [{}, 7, [[]]] }, 'availableLanguage[2]'],
      [{ contactPoint: [{}, { telephone: 'x', email: 'a@b.example' }] }, 'contactPoint[1].telephone'],
      [{ employee: [{}] }, 'employee[0].name'],
      [{ crisis: 'de' }, 'crisis'],
      [{ crisis: 'none' }, 'crisisReason'],
      [{ crisis: { entries: [{ telephone: '116 123' }] } }, 'crisis.entries[0]'],
      [{ openingHoursSpecification: 'Mo' }, 'openingHoursSpecification[0]'],
      [{ links: 'sometimes' }, 'links'],
      [{ vcardVersion: '2.1' }, 'vcardVersion'],
      [{ now: 'soon' }, 'now'],
    ];
    for (const [setting, path] of invalid) {
      const { practice, reported } = parse({ ...minimal, ...setting });
      expect(
        reported.some((line) => line.startsWith(`${path}: `)),
        `${JSON.stringify(setting)} reports ${reported.join('; ')}`,
      ).to.equal(true);
      expect(practice?.name).to.equal('Riverbend');
    }
  });

  it('warns about unknown keys at any depth', () => {
    const { unknownKeys } = parse({
      ...minimal,
      fax: '1',
      address: { street: 'x' },
      employee: { name: 'Ana', age: 40 },
      contactPoint: { phone: 1 },
    });
    expect(unknownKeys).to.have.members(['fax', 'address.street', 'employee[0].age', 'contactPoint[0].phone']);
  });

  it('is undefined without a name and a channel, and reports what is missing', () => {
    const { practice, reported } = parse({});
    expect(practice).to.equal(undefined);
    expect(reported).to.deep.equal(["name: the practice's name"]);
    expect(parse({ name: 'Riverbend' }).reported).to.deep.equal(['telephone: a telephone number']);
    expect(parse({ telephone: '911' }).practice?.name).to.equal('');
    expect(parse({ clinician: 'Ana Ortiz', telephone: '988' }).practice?.name).to.equal('Ana Ortiz');
  });

  describe('crisis help', () => {
    it('is for the US by default, and never silently empty', () => {
      expect(parse(minimal).practice?.crisis).to.equal(usCrisisHelp);
      expect(parse({ ...minimal, crisis: 'none' }).practice?.crisis).to.equal(usCrisisHelp);
      expect(parse({ ...minimal, crisis: { entries: [] } }).practice?.crisis).to.equal(usCrisisHelp);
      expect(
        parse({ ...minimal, crisis: 'none', crisisReason: 'See the top of this page.' }).practice?.crisis,
      ).to.equal('See the top of this page.');
      const other = parse({
        ...minimal,
        crisis: { checked: '2026-11-01', entries: [{ text: 'Day or night.', telephone: '116 123' }] },
      });
      expect(other.reported).to.deep.equal([]);
      expect(other.practice?.crisis).to.deep.include({ checked: '2026-11-01' });
    });

    it('was checked within the last twelve months', () => {
      const months = (Date.now() - Date.parse(usCrisisHelp.checked ?? '')) / ((365.25 * 24 * 3600 * 1000) / 12);
      expect(months, 'compare every number with its source, then set `checked` in crisis.ts').to.be.within(-1, 12);
    });
  });

  it('never throws, creates no unsafe link and changes no prototype', function () {
    this.timeout(120_000);
    const known = fc.constantFrom(
      ...'name employee clinician credentials telephone sms email url address hasMap openingHours openingHoursSpecification specialOpeningHoursSpecification timeZone responseTime accepting availableLanguage contactPoint crisis crisisReason links vcardUrl vcardVersion now __proto__ constructor toString'.split(
        ' ',
      ),
    );
    const hostile = fc.oneof(
      fc.jsonValue({ maxDepth: 4 }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'javascript:alert(1)',
        ' data:text/html,x',
        'x'.repeat(100_000),
        '\0',
        '+1\r\nTEL:1',
        {},
        [],
        [[[[]]]],
        NaN,
        -0,
      ),
      fc.dictionary(known, fc.jsonValue({ maxDepth: 2 })),
      fc.array(fc.dictionary(known, fc.string())),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(known, hostile), { maxLength: 6 }), (entries) => {
        const raw: unknown = JSON.parse(
          `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value) ?? 'null'}`).join(',')}}`,
        );
        const { practice } = parse(raw);
        for (const url of [practice?.url, practice?.map, practice?.vcardUrl]) if (url) expect(url).to.match(/^https?:/);
        for (const telephone of [practice?.telephone, practice?.sms])
          if (telephone) expect(telephone.href).to.match(/^tel:[-+\d().*#;=a-z]+$/);
        if (practice?.email) expect(new URL(`mailto:${practice.email}`).search).to.equal('');
      }),
      { numRuns: runs(40_000) },
    );
    expect(Object.keys(Object.prototype)).to.deep.equal([]);
    expect(({} as Record<string, unknown>)['name']).to.equal(undefined);
  });
});
