import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { atEnd } from '../../../test-support/index.js';
import { toJson } from './json.js';

describe('JSON', () => {
  it('is what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(toJson(value)).to.equal(JSON.stringify(value));
      }),
    );
    const parts = { left: undefined, list: [undefined, 1], text: '"\n' };
    expect(toJson(parts)).to.equal(JSON.stringify(parts));
  });

  it('is the same where a library has given values a toJSON', () => {
    const value = { text: 'Ana', list: ['Ana', 1, true, null, {}], number: 1 };
    const before = JSON.stringify(value);
    for (const { prototype } of [Object, Array, String, Number, Boolean]) {
      Object.defineProperty(prototype, 'toJSON', { value: () => 'replaced', configurable: true });
      atEnd(() => Reflect.deleteProperty(prototype, 'toJSON'));
    }
    expect(JSON.stringify(value)).to.equal('"replaced"');
    expect(toJson(value)).to.equal(before);
  });
});
