import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { checkReflection, maxLengths } from '../model/check-reflection.js';

const valid = {
  id: '8f3f0b6e-0000-4000-8000-000000000000',
  promptId: 'p',
  prompt: 'What did you notice?',
  text: 'A quiet hour.',
  created: '2026-01-01T00:00:00.000Z',
  changed: '2026-02-01T00:00:00.000Z',
  version: 1,
};
const keys = Object.keys(valid) as (keyof typeof valid)[];

describe('checkReflection', () => {
  it('returns a valid reflection unchanged', () => {
    expect(checkReflection(valid)).to.deep.equal(valid);
    expect(checkReflection({ ...valid, text: '', prompt: '', promptId: '' })).to.deep.equal({
      ...valid,
      text: '',
      prompt: '',
      promptId: '',
    });
  });

  it('returns a new object without other properties', () => {
    const value = JSON.parse(JSON.stringify(valid).replace('{', '{"__proto__":{"polluted":1},"extra":2,')) as unknown;
    const checked = checkReflection(value)!;
    expect(Object.keys(checked)).to.deep.equal(keys);
    expect(Object.getPrototypeOf(checked)).to.equal(Object.prototype);
    expect(checked).not.to.have.property('polluted');
    expect(checkReflection(valid)).not.to.equal(valid);
  });

  it('never throws, and returns undefined for anything else', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), (value) => {
        expect(checkReflection(value)).to.equal(undefined);
      }),
    );
    for (const value of [undefined, null, [], [valid], 'text', 5]) expect(checkReflection(value)).to.equal(undefined);
  });

  it('rejects properties that are missing or of another type', () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.anything(), (key, value) => {
        fc.pre(typeof value !== typeof valid[key]);
        expect(checkReflection({ ...valid, [key]: value })).to.equal(undefined);
      }),
    );
    for (const key of keys) {
      const { [key]: _, ...rest } = valid;
      expect(checkReflection(rest), key).to.equal(undefined);
    }
  });

  it('rejects ids with other characters', () => {
    for (const id of ['', '__proto__', 'a b', 'a/b', 'ä', 'a\n', '\u0000', 'a'.repeat(maxLengths.id + 1)])
      expect(checkReflection({ ...valid, id }), id).to.equal(undefined);
  });

  it('rejects values that are too long', () => {
    for (const [key, maxLength] of Object.entries(maxLengths)) {
      expect(checkReflection({ ...valid, [key]: 'a'.repeat(maxLength) }), key).not.to.equal(undefined);
      expect(checkReflection({ ...valid, [key]: 'a'.repeat(maxLength + 1) }), key).to.equal(undefined);
    }
  });

  it('rejects invalid instants, and formats that do not sort', () => {
    const invalid = ['', 'yesterday', '2026-01-01', '2026-13-01T00:00:00.000Z', '2026-01-01T00:00:00Z'];
    for (const instant of [...invalid, '2026-01-01T00:00:00.000+01:00', `${valid.created}\n`])
      for (const key of ['created', 'changed'])
        expect(checkReflection({ ...valid, [key]: instant }), instant).to.equal(undefined);
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') }), (date) => {
        expect(checkReflection({ ...valid, changed: date.toISOString() })?.changed).to.equal(date.toISOString());
      }),
    );
  });

  it('rejects versions that are not positive integers', () => {
    for (const version of [0, -1, 1.5, NaN, Infinity, 2 ** 53, '1'])
      expect(checkReflection({ ...valid, version }), String(version)).to.equal(undefined);
  });
});
