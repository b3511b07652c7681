import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newReference } from '@havenkit/receiver';

describe('references', () => {
  it('use only characters that are hard to confuse, and do not repeat', () => {
    const references = Array.from({ length: 20_000 }, () => newReference());
    for (const reference of references) assert.match(reference, /^[2-9BCDFGHJKMNP-TV-Z]{4}-[2-9BCDFGHJKMNP-TV-Z]{4}$/);
    assert.ok(references.every((reference) => !/[01AEILOU]/.test(reference)));
    assert.equal(new Set(references).size, references.length);
  });

  it('use every character about equally often', () => {
    const count = new Map<string, number>();
    const text = Array.from({ length: 20_000 }, () => newReference().replace('-', '')).join('');
    for (const character of text) count.set(character, (count.get(character) ?? 0) + 1);
    assert.equal(count.size, 28);
    const expected = text.length / 28;
    // Chi-squared with 27 degrees of freedom exceeds 70 about once in 10^5 runs.
    const chi = [...count.values()].reduce((sum, observed) => sum + (observed - expected) ** 2 / expected, 0);
    assert.ok(chi < 70, `${chi}`);
  });

  it('skip bytes that would make some characters more likely', () => {
    let calls = 0;
    const reference = newReference((bytes) => bytes.fill(calls++ === 0 ? 255 : 27));
    assert.equal(reference, 'ZZZZ-ZZZZ');
    assert.equal(calls, 2);
  });
});
