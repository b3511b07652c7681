import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { createReceiver, migrate, parseSubmission } from '@havenkit/receiver';
import { openDatabase } from '@havenkit/receiver/node';
import { form } from '../../elements/src/signup-form/adapters/form.js';
import { makeSubmission } from '../../elements/src/signup-form/model/make-submission.js';
import { parseProgram } from '../../elements/src/signup-form/model/program.js';
import { ageBandValues, contactValues, formatValues } from '../../elements/src/signup-form/model/submission.js';
import { validate, type Answers } from '../../elements/src/signup-form/model/validation.js';

const quiet = { report: (): void => undefined, warn: (): void => undefined, base: 'https://practice.example/' };
const program = parseProgram(
  {
    name: 'Growing Secure',
    endpoint: '/signups',
    ask: 'child-age-band message',
    hasCourseInstance: [{ '@id': '#tuesday', name: 'Tuesdays', remainingAttendeeCapacity: 0 }],
  },
  quiet,
  0,
)!;

/** Text that people type: any script, spaces, symbols, or nothing. */
const typed = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.constant(''), fc.constant('  Ana  '));
const answers: fc.Arbitrary<Answers> = fc.record(
  {
    format: fc.constantFrom(...formatValues),
    session: fc.constantFrom('#tuesday', 'unsure'),
    times: fc.constantFrom('morning', 'morning, evening'),
    name: typed,
    preferredContact: fc.constantFrom(...contactValues),
    telephone: fc.oneof(typed, fc.constantFrom('(503) 555-0142', '+44 20 7946 0000 ext. 7', '５０３ 555')),
    leaveMessage: fc.constantFrom('yes', 'no'),
    email: fc.oneof(fc.emailAddress(), typed, fc.constantFrom('ana@home.example', 'мария@пример.рф')),
    childAgeBand: fc.constantFrom(...ageBandValues),
    message: typed,
    consent: fc.constant('yes'),
  },
  { requiredKeys: ['consent'] },
);

test('the receiver accepts every sign-up that the form accepts', () => {
  let accepted = 0;
  fc.assert(
    fc.property(answers, fc.uuid({ version: 4 }), (answers, id) => {
      if (Object.keys(validate(answers, program)).length) return;
      accepted++;
      const submission = makeSubmission(id, answers, program, {
        consent: 'You may keep this.',
        locale: 'en-US',
        waitingList: false,
        elapsed: 12,
      });
      const parsed = parseSubmission(JSON.parse(JSON.stringify(submission)));
      expect(parsed).toMatchObject({ kind: 'submission' });
      if (parsed.kind === 'submission') expect(parsed.submission.program).toBe('Growing Secure');
    }),
    { numRuns: 20_000 },
  );
  expect(accepted).toBeGreaterThan(300);
});

test('the receiver also confirms a sign-up sent as form fields', async () => {
  const database = openDatabase(':memory:');
  await migrate(database);
  const receiver = createReceiver({ database, rateLimit: false, log: () => undefined });
  const common = { name: 'Ana', format: 'group', session: '#tuesday', consent: 'yes', childAgeBand: '2-3' } as const;
  for (const [index, answers] of [
    { ...common, preferredContact: 'email', email: 'ana@home.example', message: 'Two lines\nof it' },
    { ...common, preferredContact: 'telephone', telephone: '+1 503 555 0142', leaveMessage: 'no' },
  ].entries()) {
    const id = `0b4c4f6e-9d0e-4c57-a4f4-6f0f3a3f2f1${index}`;
    const options = { consent: 'You may keep this.', locale: 'es-419', waitingList: true, elapsed: 12.5 };
    const submission = makeSubmission(id, answers, program, options);
    const { url, body, headers } = form.encode(submission, { endpoint: '/signups', fields: {}, page: '' });
    const response = await receiver.request(url, {
      method: 'POST',
      headers: { ...headers, 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams(body as [string, string][]),
    });
    const type = response.headers.get('Content-Type')!.split(';')[0]!;
    const decoded = form.decode({ status: response.status, type, text: await response.text(), redirected: false });
    expect(decoded).toMatchObject({ outcome: 'confirmed' });
  }
  await database.query.destroy();
});
