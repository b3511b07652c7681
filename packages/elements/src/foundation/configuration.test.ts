import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  childConfiguration,
  eachUnknownKey,
  list,
  oneOf,
  own,
  pageConfiguration,
  parseJson,
  text,
  type Report,
} from './configuration.js';

/** A report that keeps what it was told. */
function notes(): { report: Report; told: string[] } {
  const told: string[] = [];
  return { report: (path, expected) => told.push(`${path}: ${expected}`), told };
}

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
    const value: unknown = JSON.parse('{"__proto__": {"name": "no"}, "url": "yes"}');
    expect(own(value, 'name')).to.equal(undefined);
    expect(own(value, 'toString')).to.equal(undefined);
    expect(own(value, 'url')).to.equal('yes');
    expect(own([1], '0')).to.equal(undefined);
    expect(own('text', 'length')).to.equal(undefined);
  });

  it('takes a value alone or in an array', () => {
    expect(list('a')).to.deep.equal(['a']);
    expect(list(['a', 'b'])).to.deep.equal(['a', 'b']);
    expect(list(null)).to.deep.equal([]);
  });

  it('names the path and what was expected, and never repeats the value', () => {
    const { report, told } = notes();
    expect(text({ secret: 1 }, 'name', report)).to.equal(undefined);
    expect(oneOf('secret', ['yes', 'no'], 'accepting', report)).to.equal(undefined);
    expect(parseJson('secret', 'config', report)).to.equal(undefined);
    expect(parseJson('["secret"]', 'config', report)).to.equal(undefined);
    expect(told).to.deep.equal(['name: a text', 'accepting: one of yes, no', 'config: a JSON object', 'config: a JSON object']);
  });

  it('cuts huge texts', () => {
    expect(text('x'.repeat(1e6), 'name', notes().report)).to.have.length(2000);
  });

  it('tells of unknown keys, not of JSON-LD keywords', () => {
    const warned: string[] = [];
    eachUnknownKey({ '@type': 'Person', name: 1, nmae: 1 }, 'name url', 'employee[0].', (path) => warned.push(path));
    expect(warned).to.deep.equal(['employee[0].nmae']);
  });

  it('reads the script child of an element, and no script deeper inside', () => {
    const { report, told } = notes();
    const element = document.createElement('div');
    const inner = document.createElement('p');
    inner.append(page('{"name": "deeper"}'));
    element.append(inner);
    expect(childConfiguration(element, report)).to.equal(undefined);
    element.append(page('{"name": "own"}'));
    expect(childConfiguration(element, report)).to.deep.equal({ name: 'own' });
    expect(told).to.deep.equal([]);
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
        expect(pageConfiguration(page('{"@type": "WebSite"}', JSON.stringify(block)), types)).to.include({ name: 'Riverbend' });
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

  it('survives any JSON (20,000 generated values)', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.string({ unit: 'binary' }), (value, key) => {
        const { report } = notes();
        own(value, key);
        list(value);
        text(value, 'a', report);
        oneOf(value, ['a'], 'a', report);
        eachUnknownKey(value, 'a b', '', () => undefined);
        parseJson(key, 'a', report);
        pageConfiguration(page(JSON.stringify(value), key), /X$/);
      }),
      { numRuns: 20_000 },
    );
    expect(({} as Record<string, unknown>)['name']).to.equal(undefined);
  });
});
