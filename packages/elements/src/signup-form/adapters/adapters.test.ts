import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { ageBandValues, contactValues, formatValues, type Submission } from '../model/submission.js';
import type { AdapterOptions, AdapterResponse, Outcome, Result } from './adapter.js';
import { adapters } from './index.js';
import { plainText } from './shared.js';

const names = Object.keys(adapters);
const allowed: readonly Outcome[] = ['confirmed', 'unconfirmed', 'refused', 'full', 'retry', 'unknown'];
const options: AdapterOptions = {
  endpoint: 'https://service.example/wp-json/contact-form-7/v1/contact-forms/7/feedback',
  fields: {},
  page: 'https://practice.example/',
};

const html = '<!doctype html><title>Welcome &amp; hello</title><p>Long</p>';
const decode = (name: string, status: number, body: unknown, more: Partial<AdapterResponse> = {}): Result =>
  adapters[name]!.decode({
    status,
    type: typeof body === 'string' ? (/^\s*</.test(body) ? 'text/html' : 'text/plain') : 'application/json',
    text: typeof body === 'string' ? body : JSON.stringify(body),
    redirected: false,
    ...more,
  });

type Row = [status: number, body: unknown, result: Result | Outcome, more?: Partial<AdapterResponse>];

/** Answers by adapter, as documented; what the fakes tell end to end is not repeated. */
const answers: Record<string, Row[]> = {
  json: [
    [201, { reference: 'A1' }, { outcome: 'confirmed', reference: 'A1' }],
    [
      201,
      { reference: 'A1', waitingList: true, next: 'https://practice.example/next' },
      { outcome: 'confirmed', reference: 'A1', waitingList: true, next: 'https://practice.example/next' },
    ],
    [201, '', 'confirmed'],
    [200, { reference: 'A1' }, 'confirmed'],
    [200, { ok: true }, 'confirmed'],
    [200, { success: true }, 'confirmed'],
    [200, { success: true, error: 'no' }, { outcome: 'refused', message: 'no' }],
    [200, { success: 'true' }, 'unknown'],
    [200, {}, 'unknown'],
    [200, { reference: '' }, 'unknown'],
    [200, { reference: 17 }, 'unknown'],
    [200, html, 'unknown'],
    [200, '', 'unknown'],
    [204, '', 'unknown'],
    [200, 'null', 'unknown'],
    [200, '[]', 'unknown'],
    [200, '"ok"', 'unknown'],
    [422, { code: 'mismatch' }, { outcome: 'unconfirmed', mismatch: true }],
    [409, { code: 'in-flight' }, { outcome: 'unknown' }],
    [409, {}, 'unknown'],
    [409, { code: 'full' }, { outcome: 'full' }],
    [409, { code: 'full', message: 'No places.' }, { outcome: 'full', message: 'No places.' }],
    [
      400,
      { fieldErrors: { email: 'invalid', name: 'Enter <b>your</b> name', telephone: '' } },
      { outcome: 'refused', fieldErrors: { email: 'invalid', name: 'Enter your name', telephone: 'invalid' } },
    ],
    // What the form has no field for goes into the message; also names that an object has by itself.
    [
      400,
      '{"fieldErrors":{"submissionId":"missing","toString":"x","__proto__":"y","constructor":"z","7":"w"}}',
      { outcome: 'refused', message: 'w submissionId missing toString x __proto__ y constructor z' },
    ],
    [400, { fieldErrors: {} }, { outcome: 'refused' }],
    [413, html, { outcome: 'refused', message: 'Welcome & hello' }],
    [408, '', 'retry'],
    [425, '', 'retry'],
    [429, '', 'retry'],
    [500, '', 'unknown'],
    [502, html, { outcome: 'unknown' }],
    [503, '', 'unknown'],
    [0, '', 'unknown'],
    [304, '', 'unknown'],
    [404, html, { outcome: 'refused', message: 'Welcome & hello' }],
    [405, 'Method not allowed', { outcome: 'refused', message: 'Method not allowed' }],
  ],
  wix: [
    [200, { reference: 'A1' }, { outcome: 'confirmed', reference: 'A1' }],
    [201, {}, 'confirmed'],
    [200, { code: 'full' }, 'full'],
    [400, { code: 'full' }, 'full'],
    [500, { code: 'in-flight' }, 'unknown'],
    [409, {}, 'refused'],
    [422, { code: 'mismatch' }, 'unconfirmed'],
    [500, { error: 'x' }, 'unknown'],
    [200, html, 'unknown'],
    [429, '', 'retry'],
  ],
  form: [
    [409, { code: 'full' }, 'full'],
    [403, { code: 'challenge' }, 'retry'],
    [409, { code: 'in-flight' }, 'unknown'],
    [422, { code: 'mismatch' }, { outcome: 'unconfirmed', mismatch: true }],
    [200, '', 'confirmed'],
    [204, '', 'confirmed'],
    [202, 'thank you', { outcome: 'confirmed' }],
    [200, {}, 'confirmed'],
    [200, { status: 'ok', message: 'Thanks' }, { outcome: 'confirmed', message: 'Thanks' }],
    [200, { success: false, message: 'No' }, { outcome: 'refused', message: 'No' }],
    [200, { status: 'error' }, 'refused'],
    [200, { errors: { email: ['Taken', 'Bad'] } }, { outcome: 'refused', fieldErrors: { email: 'Taken' } }],
    [200, html, { outcome: 'unconfirmed' }],
    [200, html, 'unconfirmed', { type: '' }],
    [200, 'x', 'unconfirmed', { type: 'application/xhtml+html' }],
    [200, 'x', 'unconfirmed', { redirected: true }],
    [200, {}, 'unconfirmed', { redirected: true }],
    [200, { ok: true }, 'confirmed', { redirected: true }],
    [302, '', 'unknown'],
    [0, '', 'unknown'],
    [500, html, { outcome: 'unknown' }],
  ],
  formspree: [
    [200, { next: 'https://formspree.io/thanks' }, { outcome: 'confirmed', next: 'https://formspree.io/thanks' }],
    [200, { next: '/thanks' }, { outcome: 'confirmed' }],
    [200, { success: 'email sent', next: '/thanks' }, 'confirmed'],
    [200, { success: 'confirmation email sent' }, { outcome: 'unconfirmed' }],
    [200, { ok: true }, 'confirmed'],
    [200, {}, 'unknown'],
    [200, { stripe: {}, resubmitKey: 'x' }, 'unknown'],
    [200, html, 'unknown'],
    [200, html, 'unknown', { redirected: true }],
    [200, { next: 'https://x.example', error: 'no' }, 'refused'],
    [
      422,
      {
        error: 'Validation errors',
        errors: [
          { code: 'REQUIRED_FIELD_EMPTY', field: 'name', message: 'x' },
          { code: 'TYPE_EMAIL', field: 'email', message: 'x' },
          { code: 'OTHER', field: 'telephone', message: 'is <i>odd</i>' },
          { code: 'TYPE_TEXT', field: 'nickname', message: 'should be a text' },
          { code: 'TOO_MANY_FILES', message: 'Too many files' },
          { code: 'BLOCKED' },
        ],
      },
      {
        outcome: 'refused',
        fieldErrors: { name: 'missing', email: 'invalid', telephone: 'is odd' },
        message: 'Validation errors nickname should be a text Too many files BLOCKED',
      },
    ],
    // The other way that its source notes.
    [
      400,
      { errors: { _$root: { code: 'EMPTY', message: 'Empty' }, email: { code: 'TYPE_EMAIL', message: 'x' } } },
      { outcome: 'refused', fieldErrors: { email: 'invalid' }, message: '_$root Empty' },
    ],
    [400, { errors: [null, 3, 'Words', [], { field: 3 }] }, { outcome: 'refused', message: 'Words' }],
    [403, html, { outcome: 'refused', message: 'Welcome & hello' }],
    [429, {}, 'retry'],
    [500, { error: 'x' }, { outcome: 'unknown', message: 'x' }],
  ],
  netlify: [
    [200, html, { outcome: 'unconfirmed' }],
    [200, '', 'unconfirmed'],
    [200, '<p>Your form submission has been received.</p>', 'confirmed'],
    [200, html, 'unconfirmed', { redirected: true }],
    [404, '<title>Page not found</title>', { outcome: 'refused', message: 'Page not found' }],
    [500, '', 'unknown'],
  ],
  basin: [
    [200, { success: true }, 'confirmed'],
    [200, {}, 'confirmed'],
    [200, html, 'unconfirmed'],
    [200, { success: false }, 'refused'],
    [422, { error: 'Spam' }, { outcome: 'refused', message: 'Spam' }],
    [500, { error: 'x' }, 'unknown'],
  ],
  web3forms: [
    [200, { statusCode: 200, success: true, body: { message: 'Sent' } }, { outcome: 'confirmed', message: 'Sent' }],
    [200, { success: true, message: 'Sent' }, { outcome: 'confirmed', message: 'Sent' }],
    [200, { success: false, body: { message: 'No' } }, { outcome: 'refused', message: 'No' }],
    [200, {}, 'unknown'],
    [200, html, 'unknown'],
    [200, { success: 'true' }, 'unknown'],
    [400, { success: false, body: { message: '<b>No</b>' } }, { outcome: 'refused', message: 'No' }],
    [500, { success: false }, 'retry'],
    [500, html, 'unknown'],
    [429, html, 'retry'],
  ],
  formspark: [
    [200, { name: 'x' }, 'confirmed'],
    // It gives back what was sent; the visitor's message is no word of the service.
    [
      200,
      { submissionId: 'x', consent: 'yes', message: 'Evenings', waitingList: 'yes' },
      { outcome: 'confirmed', submissionId: 'x' },
    ],
    [200, 'ok', { outcome: 'confirmed' }],
    [200, html, 'unconfirmed'],
    [404, 'Form not found', { outcome: 'refused', message: 'Form not found' }],
    [503, '', 'unknown'],
  ],
  'google-forms': [
    [0, '', { outcome: 'unconfirmed' }],
    [200, html, { outcome: 'unconfirmed' }],
    [400, '', 'refused'],
  ],
  hubspot: [
    [200, { inlineMessage: '<p>Thanks.</p>' }, { outcome: 'confirmed', message: 'Thanks.' }],
    [200, { inlineMessage: '' }, { outcome: 'confirmed' }],
    [200, { redirectUri: 'https://x.example/' }, { outcome: 'confirmed', next: 'https://x.example/' }],
    [200, { redirectUri: 'http://x.example/' }, { outcome: 'confirmed' }],
    [200, { redirectUri: 'javascript:alert(1)' }, { outcome: 'confirmed' }],
    [200, {}, 'unknown'],
    [200, html, 'unknown'],
    [
      400,
      {
        status: 'error',
        message: 'The request is not valid',
        errors: [
          { message: "Required field 'fields.firstname' is missing", errorType: 'REQUIRED_FIELD' },
          { message: "Error in 'fields.email'. Invalid", errorType: 'INVALID_EMAIL' },
          { message: "Error in 'fields.phone'. Too large", errorType: 'INPUT_TOO_LARGE' },
          { message: "Error in 'fields.message'. Not on form", errorType: 'FIELD_NOT_IN_FORM_DEFINITION' },
          { message: 'Captcha', errorType: 'FORM_HAS_RECAPTCHA_ENABLED' },
        ],
      },
      {
        outcome: 'refused',
        fieldErrors: { name: 'missing', email: 'invalid', telephone: 'too-long' },
        message: "The request is not valid message Error in 'fields.message'. Not on form Captcha",
      },
    ],
    [429, { status: 'error' }, 'retry'],
    [500, {}, 'unknown'],
  ],
  'contact-form-7': [
    [200, { status: 'mail_sent', message: 'Thanks', invalid_fields: [] }, { outcome: 'confirmed', message: 'Thanks' }],
    [
      200,
      {
        status: 'validation_failed',
        message: 'Errors',
        invalid_fields: [
          { field: 'your-email', message: 'Bad', idref: null },
          { field: 'your-phone', message: 'Bad' },
          { field: 'quiz', message: 'Wrong' },
        ],
      },
      { outcome: 'refused', fieldErrors: { email: 'Bad', telephone: 'Bad' }, message: 'Errors quiz Wrong' },
    ],
    [200, { status: 'mail_sent', invalid_fields: [{ field: 'your-name', message: 'x' }] }, 'refused'],
    [200, { status: 'spam', message: 'No' }, { outcome: 'refused', message: 'No' }],
    [200, { status: 'acceptance_missing' }, 'refused'],
    [200, { status: 'aborted' }, 'refused'],
    [200, { status: 'error' }, 'refused'],
    [200, { status: 'mail_failed', message: 'Later' }, { outcome: 'unknown', message: 'Later' }],
    [200, { status: 'payment_required' }, 'unknown'],
    [200, {}, 'unknown'],
    [200, html, 'unknown'],
    [415, { code: 'x', message: 'Format', data: { status: 415 } }, { outcome: 'refused', message: 'Format' }],
    [400, { message: 'Unit tag' }, { outcome: 'refused', message: 'Unit tag' }],
    [404, { message: 'Not found' }, { outcome: 'refused', message: 'Not found' }],
    [500, html, 'unknown'],
  ],
};

const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
const submissions: fc.Arbitrary<Submission> = fc.record(
  {
    submissionId: fc.uuid(),
    program: words,
    session: words,
    format: fc.constantFrom(...formatValues),
    waitingList: fc.constant(true as const),
    name: words,
    email: words,
    telephone: words,
    preferredContact: fc.constantFrom(...contactValues),
    leaveMessage: fc.constantFrom('yes' as const, 'no' as const),
    times: words,
    childAgeBand: fc.constantFrom(...ageBandValues),
    message: words,
    consent: fc.record({ given: fc.constant(true as const), version: words, text: words }),
    locale: words,
    website: words,
    elapsed: fc.nat(),
  },
  { requiredKeys: ['submissionId', 'program', 'name', 'consent', 'locale'] },
);

/** A submission as flat fields, by its own rules and not by the adapters' code. */
function flat({ consent, ...rest }: Submission): Record<string, string> {
  const fields: Record<string, string> = { consent: 'yes', consentVersion: consent.version, consentText: consent.text };
  for (const [key, value] of Object.entries(rest)) fields[key] = value === true ? 'yes' : String(value);
  return fields;
}

/** Where each adapter puts what; the rest is under our names, or in lines in the field `rest`. */
const wires: Record<string, Record<string, string>> = {
  form: {},
  formspree: { website: '_gotcha' },
  netlify: { website: 'bot-field' },
  basin: { website: '_gotcha' },
  web3forms: { website: 'botcheck' },
  formspark: { website: '_gotcha' },
  'google-forms': {},
  hubspot: { name: 'firstname', email: 'email', telephone: 'phone', rest: 'message' },
  'contact-form-7': { name: 'your-name', email: 'your-email', program: 'your-subject', rest: 'your-message' },
};
const fixed: Record<string, Record<string, string>> = {
  netlify: { 'form-name': 'signup' },
  'contact-form-7': { _wpcf7: '7', _wpcf7_unit_tag: 'wpcf7-f7-o1' },
};

/** The fields that a request carries, HubSpot's too. */
function sent(name: string, submission: Submission, fields: Record<string, string> = {}): [string, string][] {
  const { body } = adapters[name]!.encode(submission, { ...options, fields });
  return typeof body === 'string'
    ? (JSON.parse(body) as { fields: { name: string; value: string }[] }).fields.map(({ name, value }) => [name, value])
    : body.map(([name, value]) => [name, value]);
}

/** Keeps what must come in lines apart from what has a field. */
function expected(submission: Submission, wire: Record<string, string>): [string, string][] {
  const { rest, ...own } = wire;
  const all = Object.entries(flat(submission));
  const named = all
    .filter(([key]) => own[key] || !rest)
    .map(([key, value]): [string, string] => [own[key] ?? key, value]);
  return rest ? [...named, [rest, '']] : named;
}

const sorted = (fields: [string, string][]): string[] => fields.map((field) => JSON.stringify(field)).sort();

describe('adapters', () => {
  it('are those of the contract, but for the two that make no request', () => {
    expect(names.join(' ')).to.equal(
      'json form formspree netlify basin web3forms formspark google-forms hubspot contact-form-7 wix',
    );
  });

  it('are idempotent where the protocol itself has the id looked at', () => {
    expect(names.filter((name) => adapters[name]!.idempotent)).to.deep.equal(['json']);
  });

  for (const [name, rows] of Object.entries(answers))
    it(`${name}: reads the documented answers, and what comes in their place`, () => {
      for (const [status, body, result, more] of rows) {
        const read = decode(name, status, body, more);
        const what = `${status} ${JSON.stringify(body)} ${JSON.stringify(more ?? {})}`;
        if (typeof result === 'string') expect(read.outcome, what).to.equal(result);
        else expect(read, what).to.deep.equal(result);
      }
    });

  it("lead to the field that an answer names by the owner's name for it", () => {
    for (const [name, fields, body] of [
      ['contact-form-7', { telephone: 'your-tel' }, { invalid_fields: [{ field: 'your-tel', message: 'Wrong' }] }],
      ['formspree', { telephone: 'tel' }, { errors: [{ field: 'tel', code: 'X', message: 'Wrong' }] }],
      ['hubspot', { telephone: 'mobilephone' }, { errors: [{ message: "Error in 'fields.mobilephone'. Wrong" }] }],
    ] as const) {
      const response = { status: 400, type: 'application/json', text: JSON.stringify(body), redirected: false };
      expect(Object.keys(adapters[name]!.decode(response, fields).fieldErrors ?? {}), name).to.deep.equal([
        'telephone',
      ]);
    }
  });

  it('never confirm what another kind of server says', () => {
    for (const name of names)
      for (const [status, body] of [
        [200, html],
        [200, { success: false }],
        [200, { ok: false }],
        [200, { error: 'x' }],
        [200, { errors: ['x'] }],
        [200, { fieldErrors: { name: 'x' } }],
        [0, ''],
        [302, ''],
        [400, { success: true, next: 'https://x.example/', reference: 'x', status: 'mail_sent', inlineMessage: 'x' }],
        [500, { success: true, next: 'https://x.example/', reference: 'x', status: 'mail_sent', inlineMessage: 'x' }],
        [101, ''],
        [NaN, ''],
        [999, ''],
      ] as const)
        expect(decode(name, status, body).outcome, `${name} ${status} ${JSON.stringify(body)}`).not.to.equal(
          'confirmed',
        );
  });

  describe('decode', () => {
    const keys = fc.constantFrom(
      ...'status success ok error errors fieldErrors invalid_fields message inlineMessage redirectUri next body'.split(
        ' ',
      ),
      ...'reference code waitingList field errorType name email toString valueOf __proto__ length'.split(' '),
    );
    const values = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('mail_sent', 'mail_failed', 'full', 'in-flight', 'error', true, false, 1, null),
      fc.webUrl({ validSchemes: ['https', 'http', 'ftp'] }),
      fc.constantFrom('javascript:alert(1)', 'data:text/html,x', '//x.example', 'HTTPS://x.example/<b>', ' https:x'),
      fc.constantFrom(
        '<b>x',
        '&lt;b&gt;',
        '&amp;lt;b',
        '&#60;img&#x3c;',
        '<<a>script>',
        '<a\n>',
        '&#xffffffff;',
        '\u202e<',
      ),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        values,
        fc.dictionary(keys, tie('tree'), { maxKeys: 6 }),
        fc.array(tie('tree'), { maxLength: 3 }),
      ),
    }));
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      tree.map((value) => JSON.stringify(value)),
      fc.dictionary(keys, tree, { maxKeys: 8 }).map((value) => JSON.stringify(value)),
      fc
        .array(fc.constantFrom('<', '>', '&lt;', 'title', '&#60;', ';', '{', '"', 'x', ' '))
        .map((parts) => parts.join('')),
    );
    const responses: fc.Arbitrary<AdapterResponse> = fc.record({
      status: fc.oneof(fc.integer({ min: 0, max: 999 }), fc.constantFrom(0, 200, 201, 204, 400, 409, 422, 500, NaN)),
      type: fc.oneof(fc.constantFrom('', 'text/html', 'application/json', 'text/plain'), fc.string()),
      text: texts,
      redirected: fc.boolean(),
    });

    it('never throws, and gives only what is allowed and harmless', () => {
      fc.assert(
        fc.property(fc.constantFrom(...names), responses, (name, response) => {
          const result = adapters[name]!.decode(response);
          expect(allowed).to.include(result.outcome);
          const { message = 'x', reference = 'x', next = 'https://x', fieldErrors = { name: 'x' } } = result;
          for (const text of [message, reference, ...Object.values(fieldErrors)]) {
            expect(text).to.be.a('string').and.not.equal('');
            expect(text).not.to.match(/[<\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
            expect([...text].length).to.be.at.most(300);
          }
          expect(new URL(next).protocol).to.equal('https:');
          expect(Object.keys(fieldErrors)).not.to.be.empty;
          for (const field of Object.keys(fieldErrors))
            expect(Object.keys({ ...flat(full), times: '' })).to.include(field);
          if (result.outcome === 'confirmed') expect(Math.floor(response.status / 100)).to.equal(2);
          if (result.outcome === 'full') expect(['json', 'wix', 'form']).to.include(name);
          if ('waitingList' in result) expect(result.waitingList).to.be.true;
        }),
        { numRuns: 3000 },
      );
    });

    it('is fast on the worst 64 kB', () => {
      const size = 65_536;
      const pieces = ['<', '<title', '<title>', '&#60;', '&', ' ', '[', '{"a":', '<a ', 'fields.', '\u202e', '😀'];
      for (const piece of pieces) {
        const text = piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
        const start = performance.now();
        for (const name of names) {
          decode(name, 400, text);
          decode(name, 400, { message: text, errors: [text] });
        }
        expect(performance.now() - start, piece).to.be.below(2000);
      }
    });
  });

  describe('encode', () => {
    it('carries every field exactly once, whole, under the name that the service has for it', () => {
      fc.assert(
        fc.property(fc.constantFrom(...Object.keys(wires)), submissions, (name, submission) => {
          const wire = wires[name]!;
          const request = sent(name, submission);
          const want = [...expected(submission, wire), ...Object.entries(fixed[name] ?? {})];
          const { rest } = wire;
          const lines = request.find(([field]) => field === rest)?.[1] ?? '';
          expect(sorted(request.map(([field, value]) => [field, field === rest ? '' : value]))).to.deep.equal(
            sorted(want),
          );
          if (!rest) return;
          // In any order, with nothing between, before or behind.
          const all = Object.entries(flat(submission)).filter(([key]) => !wire[key]);
          for (const [key, value] of all) expect(`\n${lines}\n`).to.include(`\n${key}: ${value}\n`);
          expect(lines.length).to.equal(all.map((line) => line.join(': ')).join('\n').length);
        }),
        { numRuns: 500 },
      );
    });

    it('goes as JSON that is the submission', () => {
      fc.assert(
        fc.property(fc.constantFrom('json', 'wix'), submissions, (name, submission) => {
          const { body, type, headers, url } = adapters[name]!.encode(submission, options);
          expect(url).to.equal(options.endpoint);
          expect(type).to.equal('json');
          expect(JSON.parse(body as string)).to.deep.equal(submission);
          expect(headers).to.deep.equal(
            name === 'json' ? { 'Idempotency-Key': `"${submission.submissionId}"` } : undefined,
          );
        }),
      );
    });

    it('takes the names, the fixed fields and the rest from the configuration', () => {
      const fields = { name: 'entry.1', email: 'entry.2', rest: 'entry.9', access_key: 'k', _subject: 'New' };
      for (const name of ['form', 'google-forms', 'web3forms']) {
        const request = Object.fromEntries(sent(name, { ...full, website: '' }, fields));
        expect(request, name).to.include({ 'entry.1': full.name, access_key: 'k', _subject: 'New' });
        expect(Object.keys(request), name).to.have.members(['access_key', '_subject', 'entry.1', 'entry.2', 'entry.9']);
        expect(request['entry.9'], name).to.include(`submissionId: ${full.submissionId}\n`);
      }
      // What was not asked has no field.
      const { email: _, ...without } = full;
      expect(sent('form', without, fields).map(([field]) => field)).not.to.include('entry.2');
      // The owner's word counts more than ours; an empty one is none.
      expect(Object.fromEntries(sent('netlify', full, { 'form-name': 'other', website: 'url' }))).to.include({
        'form-name': 'other',
        url: 'https://robot.example',
      });
      expect(Object.fromEntries(sent('contact-form-7', full, { rest: '', name: '' }))).to.include({
        name: full.name,
        message: full.message,
      });
      expect(Object.fromEntries(sent('contact-form-7', full, { _wpcf7_unit_tag: 'wpcf7-f9-p2-o1' }))).to.include({
        _wpcf7_unit_tag: 'wpcf7-f9-p2-o1',
      });
    });

    it('leaves an empty honeypot out', () => {
      for (const name of Object.keys(wires))
        expect(JSON.stringify(sent(name, { ...full, website: '' })), name).not.to.match(
          /gotcha|bot-field|botcheck|website/,
        );
    });

    it("tells HubSpot the consent in HubSpot's way, too", () => {
      const { body, url } = adapters['hubspot']!.encode(full, options);
      expect(url).to.equal(options.endpoint);
      expect(JSON.parse(body as string)).to.deep.include({
        context: { pageUri: 'https://practice.example/' },
        legalConsentOptions: {
          consent: { consentToProcess: true, text: full.consent.text, communications: [] },
        },
      });
    });

    it('finds a form of Google under the address that people see', () => {
      const base = 'https://docs.google.com/forms/d/e/abc';
      for (const end of ['/formResponse', '/viewform', '/viewform?usp=sharing', '/viewform/?x#y'])
        expect(adapters['google-forms']!.encode(full, { ...options, endpoint: base + end })).to.include({
          url: `${base}/formResponse`,
          opaque: true,
        });
    });

    it('changes nothing that it is given', () => {
      const fields = Object.freeze({ name: 'n', rest: 'r' });
      const frozen = Object.freeze({ ...full, consent: Object.freeze({ ...full.consent }) });
      for (const name of names) {
        const request = adapters[name]!.encode(frozen, { ...options, fields });
        expect(adapters[name]!.encode(frozen, { ...options, fields }), name).to.deep.equal(request);
        expect(structuredClone(request), name).to.deep.equal(request);
      }
    });
  });

  it('make text of HTML', () => {
    const examples: [unknown, string][] = [
      ['plain', 'plain'],
      ['a < b', 'a ‹ b'],
      ['<p>One</p>\n<p>Two</p>', 'One Two'],
      ['Fish &amp; chips &quot;x&quot; &#39;y&#x27;', `Fish & chips "x" 'y'`],
      ['&lt;script&gt;', '‹script>'],
      ['&#60;b&#x3C;', '‹b‹'],
      ['&#x1f600;&#128512;', '😀😀'],
      ['&nbsp;x&nbsp;', 'x'],
      ['&euro; &toString; &#xzz;', '&euro; &toString;'],
      ['<<b>b>', '‹ b>'],
      ['a\u202eb\0c\u2028d', 'a b c d'],
      // Joiners are part of words and of pictures.
      ['می\u200cخواهم 👩\u200d👧', 'می\u200cخواهم 👩\u200d👧'],
      [null, ''],
      [undefined, ''],
      [3, ''],
      [{}, ''],
    ];
    for (const [value, text] of examples) expect(plainText(value), String(value)).to.equal(text);
    expect(plainText('x'.repeat(300))).to.equal('x'.repeat(300));
    expect(plainText('😀'.repeat(301))).to.equal(`${'😀'.repeat(299)}…`);
  });
});

const full: Submission = {
  submissionId: '8e03978e-40d5-43dd-bc93-6894a57f9324',
  program: 'Parenting',
  session: '#spring',
  format: 'group',
  waitingList: true,
  name: 'Ada',
  email: 'ada@example.com',
  telephone: '919-555-0100',
  preferredContact: 'sms',
  leaveMessage: 'yes',
  times: 'Evenings',
  childAgeBand: '4-6',
  message: 'Line\nline',
  consent: { given: true, version: '1', text: 'I agree.' },
  locale: 'en',
  website: 'https://robot.example',
  elapsed: 0,
};
