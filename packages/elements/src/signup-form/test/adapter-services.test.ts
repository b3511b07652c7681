/**
 * Each adapter with a fake of its service, through real `Request` objects of this engine. For whole pages and CORS see
 * packages/site/test/signup-services.spec.ts.
 */
import { expect } from '@open-wc/testing';
import { formServices, mediaType, type FormService, type ServiceName } from '../../../test-support/form-services.js';
import type { Submission } from '../model/submission.js';
import type { Result } from '../model/result.js';
import type { AdapterRequest } from '../adapters/adapter.js';
import { adapters } from '../adapters/index.js';

const submission: Submission = {
  submissionId: '8e03978e-40d5-43dd-bc93-6894a57f9324',
  program: 'Circle of Security Parenting',
  session: '#spring',
  name: 'Ada Löwe',
  email: 'ada@example.com',
  telephone: '(919) 555-0100 (+19195550100)',
  preferredContact: 'email',
  leaveMessage: 'no',
  message: 'Evenings, please.\nWe have <two> children & a dog.',
  consent: { given: true, version: '2027-01', text: 'I agree that you may call me.' },
  locale: 'en',
};
const names = Object.keys(formServices) as ServiceName[];

/** The request that the form would send. */
function toRequest({ url, type, body, headers = {} }: AdapterRequest): Request {
  const fields = typeof body === 'string' ? [] : body;
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return new Request(url, {
    method: 'POST',
    headers: { Accept: 'application/json', ...headers, ...(type === 'json' && { 'Content-Type': 'application/json' }) },
    body:
      typeof body === 'string'
        ? body
        : type === 'multipart'
          ? form
          : new URLSearchParams(fields.map(([name, value]) => [name, value])),
  });
}

/** Sends a submission to a service, and decodes what a page could read of the response. */
async function attempt(
  name: ServiceName,
  service: FormService,
  values: Partial<Submission> = {},
  fields = service.fields,
): Promise<Result> {
  const { encode, decode } = adapters[name]!;
  const { endpoint } = service;
  const request = encode(
    { ...submission, ...values },
    { endpoint, fields, page: 'https://practice.example/parenting' },
  );
  const response = await service.respond(toRequest(request));
  const type = (response.headers.get('Content-Type') ?? '').replace(/;.*/s, '');
  return decode(
    request.opaque
      ? { status: 0, type: '', text: '', redirected: false }
      : { status: response.status, type, text: await response.text(), redirected: false },
  );
}

describe('an adapter with its service', () => {
  it('exists for every adapter but `json`, which is tested with the receiver', () => {
    expect(['json', ...names]).to.deep.equal(Object.keys(adapters));
  });

  for (const name of names)
    it(`${name}: sends every field in the content type that the service accepts`, async () => {
      const types: Partial<Record<ServiceName, string>> = {
        form: 'application/x-www-form-urlencoded',
        netlify: 'application/x-www-form-urlencoded',
        'google-forms': 'application/x-www-form-urlencoded',
        hubspot: 'application/json',
        wix: 'application/json',
      };
      const service = formServices[name]();
      let type = '';
      const { outcome } = await attempt(name, {
        ...service,
        respond: (request) => {
          type = mediaType(request);
          return service.respond(request);
        },
      });
      expect([type, outcome]).to.deep.equal([
        types[name] ?? 'multipart/form-data',
        name === 'google-forms' ? 'unconfirmed' : 'confirmed',
      ]);
      expect(service.stored).to.have.lengthOf(1);
      // Multipart turns a line feed into CR LF.
      const all = JSON.stringify(service.stored[0]).replaceAll('\\r\\n', '\\n');
      for (const value of [
        submission.submissionId,
        'Ada Löwe',
        'ada@example.com',
        '(919) 555-0100 (+19195550100)',
        '#spring',
        '2027-01',
        'I agree that you may call me.',
        'Evenings, please.\\nWe have <two> children & a dog.',
      ])
        expect(all).to.include(value);
    });

  // The form itself never sends a filled honeypot: it shows the field.
  it('sends a filled honeypot under the name that the service checks', async () => {
    // These services respond with success on purpose, so no adapter can detect it.
    const silent: ServiceName[] = ['formspree', 'netlify', 'basin', 'web3forms', 'formspark'];
    for (const name of names) {
      const service = formServices[name]();
      const { outcome } = await attempt(name, service, { website: 'https://spam.example' });
      expect(outcome, name).to.equal(name === 'google-forms' ? 'unconfirmed' : 'confirmed');
      if (silent.includes(name)) expect(service.stored, name).to.be.empty;
      else expect(JSON.stringify(service.stored), name).to.include('https://spam.example');
      // An absent or empty honeypot means a person.
      service.stored.length = 0;
      await attempt(name, service, { website: '' });
      expect(service.stored, name).to.have.lengthOf(1);
    }
  });

  // The form itself always has a name.
  it('reports what the service says is missing, if a submission is incomplete or the owner has named no fields', async () => {
    expect(await attempt('hubspot', formServices.hubspot(), { name: '' })).to.deep.include({
      outcome: 'refused',
      fieldErrors: { name: 'missing' },
    });
    expect(await attempt('contact-form-7', formServices['contact-form-7'](), { name: '', program: '' })).to.deep.equal({
      outcome: 'refused',
      fieldErrors: { name: 'Please fill out this field.' },
      message: 'One or more fields have an error. your-subject Please fill out this field.',
    });
    // Nothing is stored, but the response is opaque, so the outcome is `unconfirmed`.
    const google = formServices['google-forms']();
    expect(await attempt('google-forms', google, {}, {})).to.deep.equal({ outcome: 'unconfirmed' });
    expect(google.stored).to.be.empty;
  });
});
