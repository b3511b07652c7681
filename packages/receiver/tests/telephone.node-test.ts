import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { e164, parseSubmission } from '@havenkit/receiver';
import { sameNumber } from '../src/telephone.ts';
import { submission } from './support/submission.ts';

describe('telephone numbers', () => {
  it('are converted to E.164 only if they are unambiguous', () => {
    assert.equal(e164('+1 (503) 555-0142'), '+15035550142');
    assert.equal(e164('(503) 555-0142', 'US'), '+15035550142');
    assert.equal(e164('030 901820', 'DE'), '+4930901820');
    for (const typed of ['(503) 555-0142', '555-0142', '311', 'ask for Ana 12345', '+1 555'])
      assert.equal(e164(typed), undefined, typed);
  });

  it('may use the digits of any script', () => {
    // Arabic-Indic, its eastern form, full width, Devanagari, mathematical.
    for (const zero of ['٠', '۰', '０', '०', '𝟎', '𝟶']) {
      const typed = '+1 (503) 555-0142'.replace(/\d/g, (digit) =>
        String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)),
      );
      assert.equal(e164(typed), '+15035550142', typed);
      assert.equal(parseSubmission(submission({ telephone: typed })).kind, 'submission', typed);
      assert.ok(sameNumber(typed, '503 555 0142'), typed);
    }
  });

  it('match by digits, and by extension only if the search has one', () => {
    const same = [
      ['(503) 555-0142', '503.555.0142'],
      ['+1 503 555 0142', '5035550142'],
      ['030 901820 44', '+49 30 90182044'],
      ['503 555 0142 ext. 12', '503 555 0142'],
      ['503-555-0142x12', '+1 503 555 0142'],
      ['503 555 0142 x12', '(503) 555-0142 #12'],
      ['1-800-FLOWER5', '1 800 FLOWER5'],
      ['1-800-FLOWERS', '1 800 356 9377'],
      ['+47 22 34 56 78', '22345678'],
      ['22 34 56 78', '+47 22 34 56 78'],
      ['503 555 0142 - 503 555 0199', '503 555 0142'],
      ['503 555 0142 (503 555 0199)', '(503) 555-0199'],
      ['503-555-0142 (9am-5pm)', '503-555-0142'],
      ['+44 (0)20 7946 0958', '020 7946 0958'],
      ['+44 (0)20 7946 0958', '+442079460958'],
      ['503 555 0142 / 503 555 0199', '503 555 0199'],
      ['call 503 555 0142 or 503 555 0199', '503 555 0142'],
    ];
    for (const [stored = '', searched = ''] of same) assert.ok(sameNumber(stored, searched), `${stored}, ${searched}`);
    const others = [
      ['503 555 0142', '0142'],
      ['+86 150 3555 0142', '+1 503 555 0142'],
      ['+1 503 555 0142', '+86 150 3555 0142'],
      ['1-800-FLOWERS', '1-800-MATTRES'],
      ['(503) 555-0142', '35550142'],
      ['(503) 555-0142', '555-0142'],
      ['503 555 0142 or 503 555 0199', '503 555 0143'],
      ['503 555 0142 x12', '503 555 0142 x13'],
      ['503 555 0142', '503 555 0142 x13'],
      ['1-800-FLOWER5', '1-800'],
      ['503 555 0142', 'ask for Ana'],
    ];
    for (const [stored = '', searched = ''] of others)
      assert.ok(!sameNumber(stored, searched), `${stored}, ${searched}`);
  });
});
