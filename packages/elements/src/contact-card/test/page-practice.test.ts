import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../../test-support/index.js';
import { pagePractice } from '../model/page-practice.js';
import { parsePractice, type Practice } from '../model/practice.js';

interface Found {
  readonly practice: Practice | undefined;
  readonly reported: readonly string[];
}

/** What a card shows of a page with these blocks. */
function found(...blocks: unknown[]): Found {
  const reported: string[] = [];
  const reading = {
    report: (path: string, expected: string) => reported.push(`${path}: ${expected}`),
    warn: () => undefined,
    base: 'https://riverbend.example/contact/',
  };
  const raw = pagePractice(blocks, reading);
  return { practice: raw && parsePractice(raw, reading, true), reported };
}

const telephone = '+1-503-555-0142';
const practice = { '@type': 'MedicalBusiness', name: 'Riverbend Family Center', telephone };
const hotel = { '@type': 'Hotel', name: 'Grand Hotel', telephone: '+1-503-555-0199' };
const several = 'source: JSON-LD of one practice on this page; found several. Nodes of one practice need the same @id';

/** Expects the practice above, without a report. */
function expectPractice(...blocks: unknown[]): Practice {
  for (const order of [blocks, blocks.toReversed()]) {
    const { practice, reported } = found(...order);
    expect([practice?.name, practice?.telephone?.text, ...reported]).to.deep.equal([
      'Riverbend Family Center',
      telephone,
    ]);
  }
  return found(...blocks).practice as Practice;
}

describe('the practice of a page', () => {
  it('is found in a separate block, in an array and in @graph, among other nodes', () => {
    for (const block of [
      practice,
      [{ '@type': 'WebPage' }, practice],
      { '@graph': [{ '@type': 'WebSite' }, practice] },
    ])
      expectPractice({ '@type': 'BreadcrumbList' }, block, undefined, null, 'x');
  });

  it('is no business inside of another node, such as the place of an event or the author of a review', () => {
    for (const other of [
      { '@type': 'Event', location: hotel, organizer: hotel },
      { '@type': 'BlogPosting', publisher: hotel, author: hotel, about: hotel },
      { '@type': 'Review', itemReviewed: hotel, author: hotel },
      { '@type': 'Course', provider: hotel },
      { '@type': 'WebSite', publisher: hotel },
      { '@type': 'Person', worksFor: hotel },
    ]) {
      expectPractice(other, practice);
      expect(found(other).practice).to.equal(undefined);
      expect(found(other).reported[0]).to.contain(`found ${other['@type']}`);
    }
    expectPractice({ ...practice, parentOrganization: hotel, department: [hotel], review: { author: hotel } });
  });

  it('is the subject of the page or service if there is no other', () => {
    expectPractice({ '@type': 'ContactPage', mainEntity: practice });
    expectPractice(
      { '@type': ['WebPage', 'AboutPage'], about: { '@id': '#us' } },
      { '@type': 'WebSite', publisher: { '@id': '#us', ...practice } },
    );
    expectPractice({ '@type': 'Service', provider: practice }, { '@type': 'Service', provider: practice });
    expectPractice({ '@type': 'WebPage', mainEntity: hotel }, practice);
  });

  it('may have any type of the LocalBusiness, MedicalOrganization and Organization families', () => {
    for (const type of [
      'LocalBusiness',
      'Physician',
      'Psychiatric',
      'MedicalClinic',
      'DiagnosticLab',
      'ProfessionalService',
      'Dentist',
      'Preschool',
      'NGO',
      'Psychologist',
      'Therapist',
      'https://schema.org/ChildCare',
      'http://schema.org/MedicalOrganization',
      'https://www.schema.org/Hospital',
      'schema:IndividualPhysician',
      ['Organization', 'Person'],
      ['Place', 'https://schema.org/Physiotherapy'],
    ])
      expectPractice({ ...practice, '@type': type });
  });

  it('is reported when there is none, with the types of the page', () => {
    const message = 'source: JSON-LD of a practice on this page, such as a MedicalBusiness; found';
    for (const [blocks, types] of [
      [[], 'none'],
      [
        [
          { '@type': 'WebSite', name: 'x' },
          { '@type': 'schema:Course', name: 'x', provider: practice },
        ],
        'Course, WebSite',
      ],
      [[{ ...practice, '@type': 'Person' }, undefined], 'Person, a block that is not JSON'],
      [[{ ...practice, '@type': 'Call +1-503-555-0142' }], 'none'],
    ] as const)
      expect(found(...blocks)).to.deep.equal({ practice: undefined, reported: [`${message} ${types}`] });
  });

  it('is preferred to an organization, such as the agency that made the page', () => {
    const agency = { '@type': 'Organization', name: 'Pixel Agency', telephone: '+1-503-555-0100' };
    expectPractice(agency, practice);
    expectPractice({ ...agency, telephone, name: 'Riverbend' }, practice);
    expect(found(agency).practice?.name).to.equal('Pixel Agency');
  });

  describe('in several nodes', () => {
    const hours = { openingHours: 'Mo-Fr 09:00-17:00' };

    it('is merged by @id, also with parts of it inside of others', () => {
      const { hours: merged } = expectPractice(
        { '@id': '#us', ...practice },
        {
          '@type': 'WebSite',
          publisher: { '@id': 'https://riverbend.example/contact/#us', '@type': 'Organization', ...hours },
        },
      );
      expect(merged?.regular).to.have.length(1);
    });

    it('is merged by name, telephone number, or address, if nothing tells them apart', () => {
      const address = '200 Example Street, Portland OR 97201';
      for (const nodes of [
        [practice, { '@type': 'LocalBusiness', name: 'riverbend family–center', ...hours }],
        [practice, { '@type': 'LocalBusiness', name: 'Riverbend', telephone: '(503) 555-0142', ...hours }],
        [
          { ...practice, '@type': 'Organization', name: undefined, legalName: 'Riverbend LLC', address },
          {
            '@type': 'LocalBusiness',
            name: practice.name,
            address: { streetAddress: '200 Example St.', postalCode: 97201 },
            ...hours,
          },
        ],
        [
          { ...practice, url: 'https://riverbend.example/' },
          { ...practice, telephone: '503-555-0143', url: 'http://www.riverbend.example', ...hours },
        ],
      ])
        expect(expectPractice(...nodes).hours?.regular).to.have.length(1);
    });

    it('is merged when the site builder leaves names blank, with the name of the site', () => {
      const { hours: merged } = expectPractice(
        { '@type': 'WebSite', name: practice.name },
        { '@type': 'Organization', legalName: '', address: '', telephone, sameAs: [] },
        { '@type': 'LocalBusiness', name: '', address: '', ...hours },
      );
      expect(merged?.regular).to.have.length(1);
    });

    it('ignores blank nodes and nodes without details', () => {
      expectPractice(
        practice,
        { '@type': 'LocalBusiness', name: '', address: '', openingHours: ', , , , , , ', image: 'logo.png' },
        { '@type': 'LocalBusiness', name: 'Riverbend reviews', aggregateRating: { ratingValue: 5 } },
      );
    });

    it('takes the address and hours of the place that it refers to', () => {
      const { address, hours: merged } = expectPractice(
        { ...practice, '@id': '#us', location: { '@id': '#place' } },
        { '@type': 'Place', '@id': '#place', name: 'Main office', address: { '@id': '#address' }, ...hours },
        { '@type': 'PostalAddress', '@id': '#address', addressLocality: 'Portland' },
      );
      expect([address, merged?.complete]).to.deep.equal([{ addressLocality: 'Portland' }, true]);
    });

    it('is the one among different businesses that the page is about', () => {
      expectPractice(
        {
          '@graph': [
            { ...hotel, '@id': '#hotel' },
            { ...practice, '@id': '#us' },
          ],
        },
        { '@type': 'Event', location: { '@id': '#hotel' }, organizer: { '@id': '#us' } },
        { '@type': 'WebPage', about: { '@id': '#us' } },
      );
    });

    it('is not chosen among different businesses or offices, but reported', () => {
      const office = { ...practice, address: '200 Example Street, 97201' };
      for (const nodes of [
        [practice, hotel],
        [office, { ...office, address: '300 Other Street, 97202' }],
        [practice, { ...practice, telephone: '+1-503-555-0143' }],
        [
          practice,
          { ...practice, telephone: undefined, url: 'https://other.example', email: 'a@other.example' },
          { ...practice, url: 'https://riverbend.example' },
        ],
        // The organization has the name of both offices, but they are two.
        [
          { '@type': 'Organization', name: practice.name, email: 'a@b.example' },
          { ...office, telephone: undefined },
          { ...office, address: '1 Main Street', telephone: undefined },
        ],
        [
          { ...practice, '@type': 'Organization' },
          { ...hotel, '@type': 'Organization' },
        ],
      ])
        expect(found(...nodes)).to.deep.equal({ practice: undefined, reported: [several] });
    });
  });

  it('resolves references everywhere, across blocks', () => {
    const { practice: shown, reported } = found(
      {
        '@graph': [
          {
            ...practice,
            address: { '@id': '#address' },
            openingHoursSpecification: [{ '@id': '#week' }],
            contactPoint: { '@id': '#intake' },
            employee: [{ '@id': '#ana' }, { '@id': '#gone' }],
            availableLanguage: { '@id': '#es' },
          },
        ],
      },
      {
        '@id': '#address',
        '@type': 'PostalAddress',
        streetAddress: '200 Example Street',
        addressCountry: { '@id': '#us' },
      },
      { '@id': '#us', '@type': 'Country', name: 'US' },
      { '@id': '#week', dayOfWeek: ['Monday', 'Tuesday'], opens: '09:00', closes: '17:00' },
      { '@id': '#intake', contactType: 'intake', telephone: '+1-503-555-0144', availableLanguage: [{ '@id': '#es' }] },
      { '@id': '#ana', '@type': 'Person', name: 'Ana Ortiz', honorificSuffix: 'LCSW', worksFor: practice },
      { '@id': '#es', '@type': 'Language', name: 'Spanish', alternateName: 'es' },
    );
    expect(reported).to.deep.equal([]);
    expect(shown).to.deep.include({
      address: { streetAddress: '200 Example Street', addressCountry: 'US' },
      clinicians: [{ name: 'Ana Ortiz', credentials: 'LCSW' }],
      languages: ['es'],
    });
    expect(shown?.contactPoints[0]).to.deep.include({ type: 'intake', languages: ['es'] });
    expect(shown?.hours?.regular[0]?.days).to.deep.equal([1, 2]);
  });

  it('is shown with decoded texts', () => {
    const { practice: shown } = found({
      ...practice,
      name: 'Smith &amp; Ortiz&#8217;s&nbsp;Nest',
      email: '&#104;i&#64;riverbend.example',
      url: 'riverbend.example?a=1&amp;b=2',
    });
    expect(shown).to.include({
      name: 'Smith & Ortiz’s\xa0Nest',
      email: 'hi@riverbend.example',
      url: 'https://riverbend.example/?a=1&b=2',
    });
  });

  it('takes bare hosts for websites, and ignores blank hours beside good ones', () => {
    const { practice: shown, reported } = found({
      ...practice,
      url: 'riverbend.example',
      hasMap: [{ '@type': 'Map', url: 'maps.example/riverbend' }],
      openingHours: ', , , , , , ',
      openingHoursSpecification: [{ dayOfWeek: 'https://schema.org/Monday', opens: '09:00', closes: '17:00' }],
    });
    expect(reported).to.deep.equal([]);
    expect(shown).to.include({ url: 'https://riverbend.example/', map: 'https://maps.example/riverbend' });
    expect(shown?.hours).to.deep.include({ complete: true, special: [] });
  });

  it('is not reachable by its URL or address alone', () => {
    const { practice: shown, reported } = found({
      '@type': 'Organization',
      name: 'Riverbend',
      url: 'https://riverbend.example/',
      address: 'Portland',
    });
    expect(shown).to.include({ name: 'Riverbend', reachable: false });
    expect(reported).to.deep.equal(["telephone: a number or an email address, which the page's JSON-LD lacks"]);
    for (const way of [{ telephone }, { email: 'a@b.example' }, { contactPoint: { telephone } }])
      expect(found({ '@type': 'Organization', name: 'Riverbend', ...way }).practice?.reachable).to.equal(true);
  });

  const value = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom<unknown>(
        'Riverbend',
        'Grand Hotel',
        telephone,
        '1 Main Street',
        '',
        ', ,',
        { '@id': '#a' },
        { '@id': '#b' },
      ),
    },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  );
  const node = fc.dictionary(
    fc.constantFrom(
      'name',
      'legalName',
      'telephone',
      'address',
      'url',
      'contactPoint',
      'employee',
      'location',
      'openingHours',
      'openingHoursSpecification',
      'mainEntity',
      '__proto__',
    ),
    value,
  );
  const block = fc
    .tuple(
      node,
      fc.constantFrom<unknown>(
        'LocalBusiness',
        'Organization',
        ['Dentist', 'Organization'],
        'WebPage',
        'WebSite',
        'Event',
        7,
        undefined,
      ),
      fc.constantFrom('#a', '#b', '_:c', undefined),
    )
    .map(([properties, type, id]): unknown => ({
      ...properties,
      ...(type != null && { '@type': type }),
      ...(id && { '@id': id }),
    }));

  it('is not that of another one whose number contains a short one', () => {
    const crisis = { '@type': 'LocalBusiness', name: 'Crisis line', telephone: '988' };
    const practice = { '@type': 'LocalBusiness', name: 'Riverbend', telephone: '+1 503 988 0142' };
    expect(found(crisis, practice).reported).to.include(several);
  });

  it('has the address of its location, also in a list', () => {
    const address = { streetAddress: '1 Main Street' };
    const location = [{ '@type': 'Place', address }];
    expect(found({ ...practice, location }).practice?.address).to.deep.equal(
      found({ ...practice, address }).practice?.address,
    );
    expect(found({ ...practice, location }).practice?.address).not.to.equal(undefined);
  });

  it('does not depend on the order of the blocks (3,000 generated pages)', () => {
    fc.assert(
      fc.property(
        fc
          .array(block, { maxLength: 5 })
          .chain((blocks) => fc.tuple(fc.constant(blocks), fc.shuffledSubarray(blocks, { minLength: blocks.length }))),
        ([blocks, shuffled]) => {
          const result = found(...blocks);
          expect(found(...shuffled)).to.deep.equal(result);
          if (blocks.length < 2) expect(result.reported).not.to.include(several);
        },
      ),
      { numRuns: runs(3000) },
    );
  });

  it('never throws (5,000 generated pages)', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(block, fc.jsonValue(), fc.record({ '@graph': fc.array(block) }))), (blocks) => {
        found(...blocks);
      }),
      { numRuns: runs(5000) },
    );
  });
});
