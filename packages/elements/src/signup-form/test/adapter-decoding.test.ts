import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../../test-support/index.js';
import type { Outcome, Result } from '../model/result.js';
import type { AdapterResponse } from '../adapters/adapter.js';
import { adapters } from '../adapters/index.js';
import { plainText } from '../adapters/shared.js';
import { answers, html } from './adapter-answers.js';
import { flat, full, names } from './adapter-fixtures.js';

const allowed: readonly Outcome[] = ['confirmed', 'unconfirmed', 'refused', 'full', 'retry', 'unknown'];

const decode = (name: string, status: number, body: unknown, more: Partial<AdapterResponse> = {}): Result =>
  adapters[name]!.decode({
    status,
    type: typeof body === 'string' ? (/^\s*</.test(body) ? 'text/html' : 'text/plain') : 'application/json',
    text: typeof body === 'string' ? body : JSON.stringify(body),
    redirected: false,
    ...more,
  });

describe('adapters', () => {
  it('are those of the contract, except for the two that make no request', () => {
    expect(names.join(' ')).to.equal(
      'json form formspree netlify basin web3forms formspark google-forms hubspot contact-form-7 wix',
    );
  });

  it('are idempotent only if the protocol itself checks the id', () => {
    expect(names.filter((name) => adapters[name]!.idempotent)).to.deep.equal(['json']);
  });

  for (const [name, rows] of Object.entries(answers))
    it(`${name}: decodes documented and unexpected responses`, () => {
      for (const [status, body, result, more] of rows) {
        const read = decode(name, status, body, more);
        const what = `${status} ${JSON.stringify(body)} ${JSON.stringify(more ?? {})}`;
        if (typeof result === 'string') expect(read.outcome, what).to.equal(result);
        else expect(read, what).to.deep.equal(result);
      }
    });

  it('find the field of an error by the configured name', () => {
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

  it('never confirm the response of another kind of server', () => {
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

    it('never throws, and returns only valid and harmless results', () => {
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
        { numRuns: runs(3000) },
      );
    });

    // With a pattern that backtracks it would not end within minutes.
    it('ends soon for the worst 64 kB', () => {
      const size = 65_536;
      const pieces = ['<', '<title', '<title>', '&#60;', '&', ' ', '[', '{"a":', '<a ', 'fields.', '\u202e', '😀'];
      for (const piece of pieces) {
        const text = piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
        for (const name of names) {
          decode(name, 400, text);
          decode(name, 400, { message: text, errors: [text] });
        }
      }
    }).timeout(30_000);
  });

  it('turn HTML into plain text', () => {
    const examples: [unknown, string][] = [
      ['plain', 'plain'],
      ['a < b', 'a ‹ b'],
      ['<p>One</p>\n<p>Two</p>', 'One Two'],
      ['Fish &amp; chips &quot;x&quot; &#39;y&#x27;', `Fish & chips "x" 'y'`],
      ['&lt;script&gt;', '‹script>'],
      ['&#60;b&#x3C;', '‹b‹'],
      ['&#x1f600;&#128512;', '😀😀'],
      ['&nbsp;x&nbsp;', 'x'],
      ['&euro; &toString; &#xzz;', '&euro; &toString; &#xzz;'],
      ['Caf&eacute; &rsquo;', 'Café ’'],
      ['<<b>b>', '‹ b>'],
      ['a\u202eb\0c\u2028d', 'a b c d'],
      // Joiners are part of words and emoji.
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
