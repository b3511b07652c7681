import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../../test-support/index.js';
import { readJsonLd } from './json-ld.js';
import type { RawConfiguration } from './readers.js';

const base = 'https://riverbend.example/contact';

/** The resolved nodes of some blocks. */
const nodes = (...blocks: unknown[]): readonly RawConfiguration[] => {
  const data = readJsonLd(blocks, base);
  return data.nodes.map(data.resolve);
};

describe('JSON-LD', () => {
  it('has nodes at the top of a block, in arrays and in @graph, but none inside of others', () => {
    expect(
      nodes(
        { '@context': 'https://schema.org', name: 'A', location: { name: 'inside' } },
        [{ name: 'B' }, [{ name: 'C' }]],
        { '@context': 'https://schema.org', '@graph': [{ name: 'D' }, { '@graph': { name: 'E' } }] },
        undefined,
        null,
        'text',
      )
        .map(({ name }) => name)
        .filter(Boolean),
    ).to.deep.equal(['A', 'B', 'C', 'D', 'E']);
  });

  it('merges nodes with the same @id, absolute or relative, with the longer of two values', () => {
    expect(
      nodes(
        { '@id': 'https://riverbend.example/contact#us', '@type': 'Organization', name: 'Riverbend', telephone: '1' },
        { '@id': '#us', '@type': 'LocalBusiness', name: 'Riverbend Family Center', email: 'a@b.example' },
      ),
    ).to.deep.equal([
      {
        '@id': 'https://riverbend.example/contact#us',
        '@type': ['LocalBusiness', 'Organization'],
        name: 'Riverbend Family Center',
        telephone: '1',
        email: 'a@b.example',
      },
    ]);
  });

  it('keeps blank nodes of different blocks apart', () => {
    expect(nodes({ '@id': '_:b0', name: 'A' }, { '@id': '_:b0', name: 'B' })).to.have.length(2);
  });

  it('resolves references across blocks, in arrays, and to nodes inside of others; drops those to nothing', () => {
    const [practice] = nodes(
      {
        name: 'Riverbend',
        address: { '@id': '#a' },
        contactPoint: [{ '@id': '#c' }, { '@id': '#gone' }],
        logo: { '@id': '#gone' },
      },
      { '@type': 'WebPage', about: { name: 'x', location: { '@id': '#a', streetAddress: '200 Example Street' } } },
      [{ '@id': '#c', telephone: '988', areaServed: { '@id': '#a' } }],
    );
    expect(practice).to.deep.equal({
      name: 'Riverbend',
      address: { '@id': `${base}#a`, streetAddress: '200 Example Street' },
      contactPoint: [
        {
          '@id': `${base}#c`,
          telephone: '988',
          areaServed: { '@id': `${base}#a`, streetAddress: '200 Example Street' },
        },
      ],
      logo: undefined,
    });
  });

  it('resolves references in a circle', () => {
    const [practice] = nodes(
      { '@id': '#p', name: 'Riverbend', employee: { '@id': '#e' }, sameAs: { '@id': '#p' } },
      { '@id': '#e', name: 'Ana Ortiz', worksFor: { '@id': '#p' } },
    ) as [{ employee: { worksFor: unknown }; sameAs: unknown }];
    expect(practice.employee.worksFor).to.equal(practice);
    expect(practice.sameAs).to.equal(practice);
  });

  it('unwraps values, and removes the prefix of schema.org from keys', () => {
    expect(
      nodes({
        'https://schema.org/name': [{ '@value': 'Riverbend', '@language': 'en' }],
        'schema:telephone': { '@value': 5035550142 },
        employee: { '@list': [{ name: { '@language': 'es', '@value': 'Ana' } }] },
        knowsAbout: { '@set': ['a'] },
      }),
    ).to.deep.equal([{ name: ['Riverbend'], telephone: 5035550142, employee: [{ name: 'Ana' }], knowsAbout: ['a'] }]);
  });

  it('leaves out texts without words, empty arrays, and objects with nothing but a type', () => {
    expect(
      nodes({
        name: ' Parents &amp; Co<br />East&nbsp;',
        openingHours: ', , , , , , ',
        image: '',
        sameAs: ['', null, '&nbsp;'],
        address: { '@type': 'PostalAddress', streetAddress: '' },
        contactPoint: [{ '@type': 'ContactPoint', telephone: '-' }, {}],
        numberOfEmployees: 0,
      }),
    ).to.deep.equal([{ name: 'Parents & Co\nEast', numberOfEmployees: 0 }]);
    expect(nodes({ '@type': 'LocalBusiness', name: '' })).to.deep.equal([]);
  });

  it('ignores what is nested too deeply', () => {
    const deep = JSON.parse('[{"a":'.repeat(5000) + '{"name": "x"}' + '}]'.repeat(5000)) as unknown;
    expect(nodes(deep)).to.deep.equal([]);
  });

  it('reads hundreds of nodes that all refer to each other', () => {
    const ids = Array.from({ length: 300 }, (_, index) => ({ '@id': `#${index}` }));
    const { nodes, resolve } = readJsonLd([ids.map((id) => ({ ...id, name: 'x', knows: ids }))], base);
    expect(nodes).to.have.length(300);
    const [first, second] = nodes.slice(0, 2).map(resolve) as { knows: { knows: unknown[] }[] }[];
    expect(first?.knows[7]?.knows[0]).to.equal(first);
    expect(second?.knows).to.have.length(300);
  });

  it('never throws, whatever the blocks are', () => {
    const key = fc.constantFrom('@id', '@type', '@graph', '@value', '@list', '__proto__', 'constructor', 'name', 'a');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom<unknown>('#a', '#b', '_:a', 'https://', '', ',', 0, true, null, 'toString'),
        fc.array(tie('value'), { maxLength: 3 }),
        fc
          .array(fc.tuple(key, tie('value')), { maxLength: 4 })
          .map((entries) => Object.fromEntries(entries) as unknown),
      ),
    }));
    fc.assert(
      fc.property(fc.array(value), (blocks) => {
        nodes(...blocks);
        expect(Object.keys(Object.prototype)).to.deep.equal([]);
      }),
      { numRuns: runs(5000) },
    );
  });
});
