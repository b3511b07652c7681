import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { checkReflection, maxLengths } from '../model/check-reflection.js';

const good = {
  id: '8f3f0b6e-0000-4000-8000-000000000000',
  promptId: 'p',
  prompt: 'What did you notice?',
  text: 'A quiet hour.',
  created: '2026-01-01T00:00:00.000Z',
  changed: '2026-02-01T00:00:00.000Z',
  version: 1,
};
const keys = Object.keys(good) as (keyof typeof good)[];

describe('the check of a reflection', () => {
  it('lets one through as it is', () => {
    expect(checkReflection(good)).to.deep.equal(good);
    expect(checkReflection({ ...good, text: '', prompt: '', promptId: '' })).to.deep.equal({
      ...good,
      text: '',
      prompt: '',
      promptId: '',
    });
  });

  it('takes nothing else along, and never the same object', () => {
    const value = JSON.parse(JSON.stringify(good).replace('{', '{"__proto__":{"polluted":1},"extra":2,')) as unknown;
    const checked = checkReflection(value)!;
    expect(Object.keys(checked)).to.deep.equal(keys);
    expect(Object.getPrototypeOf(checked)).to.equal(Object.prototype);
    expect(checked).not.to.have.property('polluted');
    expect(checkReflection(good)).not.to.equal(good);
  });

  it('never throws, and gives a reflection or nothing', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), (value) => {
        expect(checkReflection(value)).to.equal(undefined);
      }),
    );
    for (const value of [undefined, null, [], [good], 'text', 5]) expect(checkReflection(value)).to.equal(undefined);
  });

  it('refuses each property of another type, and each that is missing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.anything(), (key, value) => {
        fc.pre(typeof value !== typeof good[key]);
        expect(checkReflection({ ...good, [key]: value })).to.equal(undefined);
      }),
    );
    for (const key of keys) {
      const { [key]: _, ...rest } = good;
      expect(checkReflection(rest), key).to.equal(undefined);
    }
  });

  it('refuses ids that could mean something else', () => {
    for (const id of ['', '__proto__', 'a b', 'a/b', 'ä', 'a\n', '\u0000', 'a'.repeat(maxLengths.id + 1)])
      expect(checkReflection({ ...good, id }), id).to.equal(undefined);
  });

  it('refuses what is too long', () => {
    for (const [key, most] of Object.entries(maxLengths)) {
      expect(checkReflection({ ...good, [key]: 'a'.repeat(most) }), key).not.to.equal(undefined);
      expect(checkReflection({ ...good, [key]: 'a'.repeat(most + 1) }), key).to.equal(undefined);
    }
  });

  it('refuses instants that are none, or in a form that does not sort', () => {
    const wrong = ['', 'yesterday', '2026-01-01', '2026-13-01T00:00:00.000Z', '2026-01-01T00:00:00Z'];
    for (const instant of [...wrong, '2026-01-01T00:00:00.000+01:00', `${good.created}\n`])
      for (const key of ['created', 'changed'])
        expect(checkReflection({ ...good, [key]: instant }), instant).to.equal(undefined);
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') }), (date) => {
        expect(checkReflection({ ...good, changed: date.toISOString() })?.changed).to.equal(date.toISOString());
      }),
    );
  });

  it('refuses versions that cannot be counted', () => {
    for (const version of [0, -1, 1.5, NaN, Infinity, 2 ** 53, '1'])
      expect(checkReflection({ ...good, version }), String(version)).to.equal(undefined);
  });
});
