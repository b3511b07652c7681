import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { outcomes, type Result } from '../model/result.js';
import { readPageAnswer } from '../adapters/page-answer.js';

function read(answer: unknown): { result: Result; unreadable: boolean } {
  let unreadable = false;
  const result = readPageAnswer(
    typeof answer === 'string' ? answer : JSON.stringify(answer),
    () => (unreadable = true),
  );
  return { result, unreadable };
}

describe("the page's answer", () => {
  it('is read with all details of its outcome', () => {
    for (const outcome of outcomes) expect(read({ outcome })).to.deep.equal({ result: { outcome }, unreadable: false });
    const full = {
      outcome: 'confirmed',
      reference: 'W-1',
      waitingList: true,
      message: 'Thanks',
      next: 'https://a.example/',
    };
    expect(read(full)).to.deep.equal({ result: full, unreadable: false });
    const refused = { outcome: 'refused', fieldErrors: { email: 'invalid', name: 'Your whole name' } };
    expect(read(refused).result).to.deep.equal(refused);
  });

  it('is unknown if it has no known outcome', () => {
    for (const answer of [
      undefined,
      null,
      {},
      [],
      3,
      '{bad',
      { outcome: 'bogus' },
      { outcome: 'sending' },
      { outcome: 'idle' },
    ])
      expect(read(answer), JSON.stringify(answer)).to.deep.equal({ result: { outcome: 'unknown' }, unreadable: true });
    expect(read({ error: 'x' }).result.outcome).to.equal('unknown');
  });

  it('contains only plain text', () => {
    expect(read({ outcome: 'confirmed', reference: {}, next: 'javascript:alert(1)' }).result).to.deep.equal({
      outcome: 'confirmed',
    });
    expect(read({ outcome: 'refused', fieldErrors: { name: {}, constructor: 'x' } }).result.fieldErrors).to.deep.equal({
      name: 'invalid',
    });
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.constantFrom(...outcomes), (reference, name, outcome) => {
        const { result } = read({ outcome, reference, message: name, fieldErrors: { name } });
        expect(result.outcome).to.equal(outcome);
        for (const text of [result.reference, result.message, ...Object.values(result.fieldErrors ?? {})])
          expect(text ?? '').to.be.a('string');
      }),
    );
  });
});
