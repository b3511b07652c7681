import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../../test-support/index.js';
import { list, listOf, objectOf, oneOf, text, textAs, type Reading } from './readers.js';
import { childConfiguration, pageJsonLd, parseJson } from './sources.js';

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

  it('warns about unknown keys, but not about keywords of JSON-LD and of JSON Schema', () => {
    const collected = reading();
    listOf(person)({ $schema: 'person.json', '@type': 'Person', name: 1, nmae: 1 }, 'employee', collected);
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

  describe('the JSON-LD of the page', () => {
    const typed = (type: string, json = '{"name": "Riverbend"}'): readonly unknown[] => {
      const script = page(json).firstElementChild as HTMLScriptElement;
      script.type = type;
      return pageJsonLd(script.parentNode as ParentNode);
    };

    it('is read from every block in order, and a block that is not JSON is undefined', () => {
      expect(pageJsonLd(page('{"a": 1}', '{oops', '[2]'))).to.deep.equal([{ a: 1 }, undefined, [2]]);
      expect(pageJsonLd(page())).to.deep.equal([]);
    });

    it('is found by its type in any case and with parameters', () => {
      for (const type of ['application/ld+json', 'APPLICATION/LD+JSON', 'application/ld+json; charset=utf-8'])
        expect(typed(type), type).to.deep.equal([{ name: 'Riverbend' }]);
      for (const type of ['application/json', 'text/javascript', '']) expect(typed(type), type).to.deep.equal([]);
    });

    it('is read from comments and CDATA sections, and with a byte order mark, no-break spaces or a semicolon', () => {
      for (const [before, after] of [
        ['//<![CDATA[\n', '\n//]]>'],
        ['// <![CDATA[\n', '\n// ]]>\n'],
        ['/* <![CDATA[ */', '/* ]]> */'],
        ['/*<![CDATA[*/\n', '\n/*]]>*/'],
        ['<![CDATA[', ']]>'],
        ['<!--\n', '\n-->'],
        ['<!--\n', '\n//-->'],
        ['<!--//--><![CDATA[//><!--\n', '\n//--><!]]>'],
        ['\ufeff', ''],
        ['\xa0\xa0', '\xa0'],
        ['', ';\n'],
      ] as const)
        for (const json of ['{"a":\xa0["https://a.example/;"]}', '[{"a": ["https://a.example/;"]}]', '[[1]]'])
          expect(pageJsonLd(page(before + json + after)), before + json + after).to.deep.equal([
            JSON.parse(json.replace('\xa0', ' ')),
          ]);
    });

    it('may have raw line breaks and tabs in its texts', () => {
      expect(pageJsonLd(page('{"address": "200 Example Street\r\n\tPortland"}'))).to.deep.equal([
        { address: '200 Example Street Portland' },
      ]);
    });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.string({ unit: 'binary' }), (value, key) => {
        const collected = reading();
        list(value);
        for (const read of [text, oneOf('a'), person, listOf(person), objectOf({ [key]: person })])
          read(value, 'a', collected);
        parseJson(key, () => undefined);
        expect(pageJsonLd(page(JSON.stringify(value), key))).to.have.length(2);
      }),
      { numRuns: runs(20_000) },
    );
    expect(({} as Record<string, unknown>)['name']).to.equal(undefined);
  });
});
