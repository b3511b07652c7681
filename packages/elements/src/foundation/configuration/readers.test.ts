import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { list, listOf, objectOf, oneOf, text, textAs, type Reading } from './readers.js';
import { childConfiguration, pageConfiguration, parseJson } from './sources.js';

/** A reading that collects reports and warnings. */
function reading(): Reading & { reported: string[]; unknown: string[] } {
  const reported: string[] = [];
  const unknown: string[] = [];
  return {
    reported,
    unknown,
    report: (path, expected) => reported.push(`${path}: ${expected}`),
    warn: (path) => unknown.push(path),
  };
}

const person = objectOf({
  name: text,
  mood: oneOf('good', 'bad'),
  age: textAs('a number', (input) => Number(input) || undefined),
});

/** A fragment with the given blocks of JSON-LD. */
function page(...blocks: string[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const block of blocks) {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.textContent = block;
    fragment.append(script);
  }
  return fragment;
}

describe('configuration', () => {
  it('reads own keys only, not __proto__ or an extended Object.prototype', () => {
    const collected = reading();
    expect(
      person(JSON.parse('{"__proto__": {"name": "no"}, "toString": 1, "mood": "good"}'), '', collected),
    ).to.deep.equal({
      mood: 'good',
    });
    expect(collected.unknown).to.deep.equal(['__proto__', 'toString']);
    expect(Object.keys(person(Object.create({ name: 'no' }), '', collected) ?? {})).to.deep.equal([]);
  });

  it('accepts a single value or an array', () => {
    expect(list('a')).to.deep.equal(['a']);
    expect(list(['a', 'b'])).to.deep.equal(['a', 'b']);
    expect(list(null)).to.deep.equal([]);
    expect(listOf(text)('a', 'b', reading())).to.deep.equal(['a']);
  });

  it('replaces control characters and other characters that cannot be shown, but neither line breaks nor emoji', () => {
    expect(text('Soft\u000breturn\u0000\ud800\uffff', 'name', reading())).to.equal('Soft return \ufffd');
    expect(text('First\nSecond\t👨‍👩‍👧', 'name', reading())).to.equal('First\nSecond\t👨‍👩‍👧');
  });

  it('reports the path and the expected value, but never the actual value', () => {
    const collected = reading();
    const found = listOf(person)(
      [{ name: { secret: 1 }, mood: 'secret', age: 'secret' }, 'secret', null, { name: ' Ada ' }],
      'employee',
      collected,
    );
    expect(found).to.deep.equal([{ name: undefined, mood: undefined, age: undefined }, { name: 'Ada' }]);
    parseJson('secret', () => collected.reported.push('config'));
    parseJson('["secret"]', () => collected.reported.push('config'));
    expect(collected.reported).to.deep.equal([
      'employee[0].name: a text',
      'employee[0].mood: one of good, bad',
      'employee[0].age: a number',
      'employee[1]: an object',
      'employee[2]: an object',
      'config',
      'config',
    ]);
  });

  it('truncates long texts', () => {
    const collected = reading();
    expect(text('x'.repeat(1e6), 'name', collected)).to.have.length(2000);
    expect(collected.reported).to.deep.equal(['name: at most 2000 characters']);
  });

  it('warns about unknown keys, but not about JSON-LD keywords', () => {
    const collected = reading();
    listOf(person)({ '@type': 'Person', name: 1, nmae: 1 }, 'employee', collected);
    expect(collected.unknown).to.deep.equal(['employee[0].nmae']);
  });

  it('reads the script child of an element, but no nested script', () => {
    const element = document.createElement('div');
    const inner = document.createElement('p');
    inner.append(page('{"name": "deeper"}'));
    element.append(inner);
    expect(childConfiguration(element)).to.equal(undefined);
    element.append(page('{"name": "own"}'));
    expect(childConfiguration(element)).to.equal('{"name": "own"}');
  });

  describe('from the JSON-LD of the page', () => {
    const types = /(LocalBusiness|MedicalBusiness)$/;
    const practice = { '@type': 'MedicalBusiness', name: 'Riverbend' };

    it('is found in a separate block, in an array, in @graph, in a nested node and among several blocks', () => {
      for (const block of [
        practice,
        [{ '@type': 'WebPage' }, practice],
        { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite' }, practice] },
        { '@type': 'WebPage', about: { '@type': 'Thing', provider: practice } },
        { ...practice, '@type': ['Organization', 'https://schema.org/MedicalBusiness'] },
      ])
        expect(pageConfiguration(page('{"@type": "WebSite"}', JSON.stringify(block)), types)).to.include({
          name: 'Riverbend',
        });
    });

    it('prefers a practice to an organization, such as the agency that made the page', () => {
      const agency = '{"@type": "WebSite", "publisher": {"@type": "Organization", "name": "Agency"}}';
      expect(pageConfiguration(page(agency, JSON.stringify(practice)), types, /Organization$/)).to.include(practice);
      expect(pageConfiguration(page(agency), types, /Organization$/)).to.include({ name: 'Agency' });
    });

    it('skips broken blocks and unrelated types', () => {
      expect(pageConfiguration(page('{oops', JSON.stringify(practice)), types)).to.include({ name: 'Riverbend' });
      expect(pageConfiguration(page('{"@type": "Article"}', 'null', '[]', '"x"'), types)).to.equal(undefined);
    });

    it('ignores deeply nested nodes', () => {
      const deep = '[{"a":'.repeat(5000) + JSON.stringify(practice) + '}]'.repeat(5000);
      expect(pageConfiguration(page(deep), types)).to.equal(undefined);
    });
  });

  it('never throws (20,000 generated values)', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.string({ unit: 'binary' }), (value, key) => {
        const collected = reading();
        list(value);
        for (const read of [text, oneOf('a'), person, listOf(person), objectOf({ [key]: person })])
          read(value, 'a', collected);
        parseJson(key, () => undefined);
        pageConfiguration(page(JSON.stringify(value), key), /X$/);
      }),
      { numRuns: 20_000 },
    );
    expect(({} as Record<string, unknown>)['name']).to.equal(undefined);
  });
});
