import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { list, listOf, objectOf, oneOf, text, textAs, type Reading } from './readers.js';
import { childConfiguration, pageConfiguration, parseJson } from './sources.js';

/** A reading that keeps what it was told. */
function reading(): Reading & { told: string[]; unknown: string[] } {
  const told: string[] = [];
  const unknown: string[] = [];
  return {
    told,
    unknown,
    report: (path, expected) => told.push(`${path}: ${expected}`),
    warn: (path) => unknown.push(path),
  };
}

const person = objectOf({
  name: text,
  mood: oneOf('good', 'bad'),
  age: textAs('a number', (words) => Number(words) || undefined),
});

/** A fragment of page holding the given blocks of JSON-LD. */
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
  it('reads own keys only, so that neither __proto__ nor an extended Object.prototype supplies a value', () => {
    const now = reading();
    expect(person(JSON.parse('{"__proto__": {"name": "no"}, "toString": 1, "mood": "good"}'), '', now)).to.deep.equal({
      mood: 'good',
    });
    expect(now.unknown).to.deep.equal(['__proto__', 'toString']);
    expect(Object.keys(person(Object.create({ name: 'no' }), '', now) ?? {})).to.deep.equal([]);
  });

  it('takes a value alone or in an array', () => {
    expect(list('a')).to.deep.equal(['a']);
    expect(list(['a', 'b'])).to.deep.equal(['a', 'b']);
    expect(list(null)).to.deep.equal([]);
    expect(listOf(text)('a', 'b', reading())).to.deep.equal(['a']);
  });

  it('names the path and what was expected, and never repeats the value', () => {
    const now = reading();
    const found = listOf(person)(
      [{ name: { secret: 1 }, mood: 'secret', age: 'secret' }, 'secret', null, { name: ' Ada ' }],
      'employee',
      now,
    );
    expect(found).to.deep.equal([{ name: undefined, mood: undefined, age: undefined }, { name: 'Ada' }]);
    parseJson('secret', () => now.told.push('config'));
    parseJson('["secret"]', () => now.told.push('config'));
    expect(now.told).to.deep.equal([
      'employee[0].name: a text',
      'employee[0].mood: one of good, bad',
      'employee[0].age: a number',
      'employee[1]: an object',
      'employee[2]: an object',
      'config',
      'config',
    ]);
  });

  it('cuts huge texts', () => {
    const now = reading();
    expect(text('x'.repeat(1e6), 'name', now)).to.have.length(2000);
    expect(now.told).to.deep.equal(['name: at most 2000 characters']);
  });

  it('tells of unknown keys, not of JSON-LD keywords', () => {
    const now = reading();
    listOf(person)({ '@type': 'Person', name: 1, nmae: 1 }, 'employee', now);
    expect(now.unknown).to.deep.equal(['employee[0].nmae']);
  });

  it('reads the script child of an element, and no script deeper inside', () => {
    const element = document.createElement('div');
    const inner = document.createElement('p');
    inner.append(page('{"name": "deeper"}'));
    element.append(inner);
    expect(childConfiguration(element)).to.equal(undefined);
    element.append(page('{"name": "own"}'));
    expect(childConfiguration(element)).to.equal('{"name": "own"}');
  });

  describe('of a page that has JSON-LD already', () => {
    const types = /(LocalBusiness|MedicalBusiness)$/;
    const practice = { '@type': 'MedicalBusiness', name: 'Riverbend' };

    it('is found in a block of its own, in an array, in @graph, in a nested node and among several blocks', () => {
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

    it('is a practice rather than an organization, such as who made the page', () => {
      const agency = '{"@type": "WebSite", "publisher": {"@type": "Organization", "name": "Agency"}}';
      expect(pageConfiguration(page(agency, JSON.stringify(practice)), types, /Organization$/)).to.include(practice);
      expect(pageConfiguration(page(agency), types, /Organization$/)).to.include({ name: 'Agency' });
    });

    it("is left alone where another tool's block is broken, and where nothing fits", () => {
      expect(pageConfiguration(page('{oops', JSON.stringify(practice)), types)).to.include({ name: 'Riverbend' });
      expect(pageConfiguration(page('{"@type": "Article"}', 'null', '[]', '"x"'), types)).to.equal(undefined);
    });

    it('gives up on endless nesting', () => {
      const deep = '[{"a":'.repeat(5000) + JSON.stringify(practice) + '}]'.repeat(5000);
      expect(pageConfiguration(page(deep), types)).to.equal(undefined);
    });
  });

  it('survives any JSON (20,000 generated values)', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.string({ unit: 'binary' }), (value, key) => {
        const now = reading();
        list(value);
        for (const read of [text, oneOf('a'), person, listOf(person), objectOf({ [key]: person })])
          read(value, 'a', now);
        parseJson(key, () => undefined);
        pageConfiguration(page(JSON.stringify(value), key), /X$/);
      }),
      { numRuns: 20_000 },
    );
    expect(({} as Record<string, unknown>)['name']).to.equal(undefined);
  });
});
