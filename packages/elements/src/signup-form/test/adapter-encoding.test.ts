import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../../test-support/index.js';
import { adapters } from '../adapters/index.js';
import type { Submission } from '../model/submission.js';
import { flat, full, names, options, submissions } from './adapter-fixtures.js';

/** The service's field names by ours. Other fields keep our names, or are lines in the field `rest`. */
const serviceNames: Record<string, Record<string, string>> = {
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

/** The fields of a request. */
function sent(name: string, submission: Submission, fields: Record<string, string> = {}): [string, string][] {
  const { body } = adapters[name]!.encode(submission, { ...options, fields });
  return typeof body === 'string'
    ? (JSON.parse(body) as { fields: { name: string; value: string }[] }).fields.map(({ name, value }) => [name, value])
    : body.map(([name, value]) => [name, value]);
}

/** The expected fields. The one with the lines is empty. */
function expected(submission: Submission, names: Record<string, string>): [string, string][] {
  const { rest, ...own } = names;
  const all = Object.entries(flat(submission));
  const named = all
    .filter(([key]) => own[key] || !rest)
    .map(([key, value]): [string, string] => [own[key] ?? key, value]);
  return rest ? [...named, [rest, '']] : named;
}

const sorted = (fields: [string, string][]): string[] => fields.map((field) => JSON.stringify(field)).sort();

describe('adapters: encode', () => {
  it('contains every field exactly once and complete, under the name of the service', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(serviceNames)), submissions, (name, submission) => {
        const names = serviceNames[name]!;
        const request = sent(name, submission);
        const wanted = [...expected(submission, names), ...Object.entries(fixed[name] ?? {})];
        const { rest } = names;
        const lines = request.find(([field]) => field === rest)?.[1] ?? '';
        expect(sorted(request.map(([field, value]) => [field, field === rest ? '' : value]))).to.deep.equal(
          sorted(wanted),
        );
        if (!rest) return;
        // In any order, and nothing else.
        const all = Object.entries(flat(submission)).filter(([key]) => !names[key]);
        for (const [key, value] of all) expect(`\n${lines}\n`).to.include(`\n${key}: ${value}\n`);
        expect(lines.length).to.equal(all.map((line) => line.join(': ')).join('\n').length);
      }),
      { numRuns: runs(500) },
    );
  });

  it('sends the submission as JSON', () => {
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

  it('uses the names, fixed fields and `rest` of the configuration', () => {
    const fields = { name: 'entry.1', email: 'entry.2', rest: 'entry.9', access_key: 'k', _subject: 'New' };
    for (const name of ['form', 'google-forms', 'web3forms']) {
      const request = Object.fromEntries(sent(name, { ...full, website: '' }, fields));
      expect(request, name).to.include({ 'entry.1': full.name, access_key: 'k', _subject: 'New' });
      expect(Object.keys(request), name).to.have.members(['access_key', '_subject', 'entry.1', 'entry.2', 'entry.9']);
      expect(request['entry.9'], name).to.include(`submissionId: ${full.submissionId}\n`);
    }
    // A question that was not asked has no field.
    const { email: _, ...without } = full;
    expect(sent('form', without, fields).map(([field]) => field)).not.to.include('entry.2');
    // Configured names override the service's; an empty one removes it.
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

  it('leaves out an empty honeypot', () => {
    for (const name of Object.keys(serviceNames))
      expect(JSON.stringify(sent(name, { ...full, website: '' })), name).not.to.match(
        /gotcha|bot-field|botcheck|website/,
      );
  });

  it("also sends the consent in HubSpot's own format", () => {
    const { body, url } = adapters['hubspot']!.encode(full, options);
    expect(url).to.equal(options.endpoint);
    expect(JSON.parse(body as string)).to.deep.include({
      context: { pageUri: 'https://practice.example/' },
      legalConsentOptions: {
        consent: { consentToProcess: true, text: full.consent.text, communications: [] },
      },
    });
  });

  it('accepts the URL of a Google form that people see', () => {
    const base = 'https://docs.google.com/forms/d/e/abc';
    const ends = ['/formResponse', '/formResponse/', '/viewform', '/viewform?usp=sharing', '/viewform/?x#y'];
    for (const endpoint of [...ends.map((end) => base + end), 'https://docs.google.com/forms/u/1/d/e/abc/viewform'])
      expect(adapters['google-forms']!.encode(full, { ...options, endpoint })).to.include({
        url: `${base}/formResponse`,
        opaque: true,
      });
  });

  it('does not change its arguments', () => {
    const fields = Object.freeze({ name: 'n', rest: 'r' });
    const frozen = Object.freeze({ ...full, consent: Object.freeze({ ...full.consent }) });
    for (const name of names) {
      const request = adapters[name]!.encode(frozen, { ...options, fields });
      expect(adapters[name]!.encode(frozen, { ...options, fields }), name).to.deep.equal(request);
      expect(structuredClone(request), name).to.deep.equal(request);
    }
  });
});
