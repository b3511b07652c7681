import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import schema from '@havenkit/elements/signup.schema.json' with { type: 'json' };
import { parseSubmission } from '@havenkit/receiver';
import { submission } from './support/submission.ts';

describe('the schema', () => {
  it('validates long invalid texts in linear time', () => {
    const start = performance.now();
    for (const email of [`a@${'.'.repeat(200_000)} b`, `${'@'.repeat(200_000)} b`])
      assert.equal(parseSubmission(submission({ email })).kind, 'invalid');
    assert.equal(parseSubmission(submission({ telephone: 'x'.repeat(200_000) })).kind, 'invalid');
    // A pattern that backtracks takes half a minute for each.
    assert.ok(performance.now() - start < 5000);
  });

  it('holds for every generated sign-up that the receiver accepts', () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            name: fc.string({ maxLength: 210 }),
            email: fc.oneof(fc.emailAddress(), fc.string()),
            telephone: fc.stringMatching(/^[0-9 +()x-]{0,60}$/),
            format: fc.constantFrom('individual', 'group', 'unsure', 'other'),
            waitingList: fc.boolean(),
          },
          { requiredKeys: [] },
        ),
        (fields) => {
          const parsed = parseSubmission(submission(fields));
          if (parsed.kind === 'submission') {
            const { name, email, telephone } = parsed.submission;
            assert.ok(Array.from(name).length <= schema.properties.name.maxLength && name.trim() === name);
            assert.ok(email !== undefined || telephone !== undefined);
            if (telephone !== undefined) assert.ok(telephone.replace(/\D/g, '').length >= 3);
          } else {
            assert.equal(parsed.kind, 'invalid');
            assert.ok(Object.keys(parsed.fieldErrors).every((key) => key in fields));
            assert.ok(Object.keys(parsed.fieldErrors).length > 0);
          }
        },
      ),
    );
  });
});
