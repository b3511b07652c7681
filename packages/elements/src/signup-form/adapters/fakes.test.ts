/**
 * Fakes of the services, as their documentation says they behave, traps included; and each adapter against its fake, end
 * to end. "Assumed" marks what no documentation or source says that was read.
 */
import { expect } from '@open-wc/testing';
import type { Submission } from '../submission.js';
import type { Adapter, AdapterRequest, AdapterResponse, Outcome, Result } from './adapter.js';
import { adapters } from './index.js';

/** What a fake has taken: flat fields, or parsed JSON. */
export type Stored = Readonly<Record<string, unknown>>;

/** A service: answers a request, and keeps what a real one would keep. */
export interface Fake {
  (request: Request): Promise<Response>;
  /** All that it has kept, in order. */
  readonly stored: Stored[];
}

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

const page = (status: number, title: string, headers: Record<string, string> = {}): Response =>
  new Response(
    `<!doctype html><html lang="en"><head><title>${title}</title><style>p{color:red}</style></head><body><h1>${title}</h1><script>alert(1)</script></body></html>`,
    { status, headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers } },
  );

/**
 * Faults that any server on the way can have, by the address' parameter `fault`: a status; `page`, a catch-all; `late`,
 * a 500 after it was stored; `redirect`, to a page of thanks.
 */
function fake(handle: (request: Request, stored: Stored[]) => Promise<Response>): Fake {
  const stored: Stored[] = [];
  return Object.assign(
    async (request: Request): Promise<Response> => {
      const fault = new URL(request.url).searchParams.get('fault');
      if (fault === 'page') return page(200, 'Welcome');
      if (fault === 'late' || fault === 'redirect') {
        await handle(request, stored);
        return fault === 'late' ? page(500, 'Server Error') : page(303, 'See Other', { Location: '/thanks' });
      }
      return fault ? page(+fault, `Error ${fault}`) : handle(request, stored);
    },
    { stored },
  );
}

const mediaType = ({ headers }: Request | Response): string =>
  (headers.get('Content-Type') ?? '').replace(/;.*/s, '').trim().toLowerCase();

/** Flat fields of a form; `undefined` for any other body. */
async function formFields(request: Request): Promise<Record<string, string> | undefined> {
  return /^(multipart\/form-data|application\/x-www-form-urlencoded)$/.test(mediaType(request))
    ? Object.fromEntries([...(await request.formData())].map(([name, value]) => [name, value as string]))
    : undefined;
}

/** Flat fields of a form or of a JSON object, as most services take both. */
const anyFields = async (request: Request): Promise<Record<string, string>> =>
  (await formFields(request)) ?? ((await request.json()) as Record<string, string>);

const isEmail = (text = ''): boolean => /^[^\s@]+@[^\s@]+$/.test(text);

/** The reference receiver. "Busy" as the name is in flight, "Full" finds no place. */
export const fakeJson = fake(async (request, stored) => {
  const key = request.headers.get('Idempotency-Key');
  if (mediaType(request) !== 'application/json') return answer(415, { code: 'media-type' });
  const text = await request.text();
  if (text.length > 32_000) return answer(413, { code: 'too-large' });
  const body = JSON.parse(text) as Submission;
  // draft-ietf-httpapi-idempotency-key-header: a Structured Field string, so quoted.
  if (key !== `"${body.submissionId}"`) return answer(400, { code: 'key', message: 'Idempotency-Key is not quoted' });
  if (!body.name) return answer(400, { fieldErrors: { name: 'missing' } });
  if (body.name === 'Busy') return answer(409, { code: 'in-flight' }, { 'Retry-After': '1' });
  if (body.name === 'Many') return answer(429, { code: 'too-many' }, { 'Retry-After': '60' });
  if (body.name === 'Full' && !body.waitingList) return answer(409, { code: 'full' });
  const before = stored.findIndex(({ submissionId }) => submissionId === body.submissionId);
  if (before >= 0 && JSON.stringify(stored[before]) !== text) return answer(422, { code: 'mismatch' });
  if (before < 0) stored.push({ ...body });
  const reference = `HVN-${before < 0 ? stored.length : before + 1}`;
  return answer(before < 0 ? 201 : 200, { reference, ...(body.waitingList && { waitingList: true }) });
});

/** A script that answers as it was asked: JSON, or a page; the form again where something is wrong. */
export const fakeForm = fake(async (request, stored) => {
  const fields = await formFields(request);
  const json = request.headers.get('Accept') === 'application/json';
  if (!fields) return page(400, 'Bad Request');
  // Old scripts show the form again, with 200.
  if (!fields['name']) return json ? answer(200, { errors: { name: ['Enter your name.'] } }) : page(200, 'Sign up');
  stored.push(fields);
  if (fields['name'] === 'Page') return page(200, 'Thank you');
  return json ? answer(200, { success: true }) : page(200, 'Thank you');
});

/** formspree/formspree-js: core.ts, submission.ts; formspree/formspree: forms/endpoint.py. */
export const fakeFormspree = fake(async (request, stored) => {
  const [, key = ''] = /\/f\/(\w+)$/.exec(new URL(request.url).pathname) ?? [];
  // JSON only to those who ask for it; to the others a page or a redirect.
  if (!request.headers.get('Accept')?.includes('json')) return page(200, 'Please prove that you are human');
  const fields = await anyFields(request);
  const refuse = (status: number, error: string, errors: unknown[]): Response => answer(status, { error, errors });
  if (!key || key === 'missing')
    return refuse(404, 'Form not found', [{ code: 'FORM_NOT_FOUND', message: 'Form not found' }]);
  if (key === 'inactive')
    return refuse(403, 'This form is inactive', [{ code: 'INACTIVE', message: 'This form is inactive' }]);
  // "Silently ignored": the answer is that of a success.
  if (fields['_gotcha']) return answer(200, { next: 'https://formspree.io/thanks' });
  const errors = [
    ...(fields['name']
      ? []
      : [{ code: 'REQUIRED_FIELD_MISSING', field: 'name', message: '<b>name</b> is required', details: {} }]),
    ...(!fields['email'] || isEmail(fields['email'])
      ? []
      : [{ code: 'TYPE_EMAIL', field: 'email', message: 'should be an email' }]),
  ];
  if (errors[0]) return refuse(422, 'Validation errors', errors);
  stored.push(fields);
  return answer(200, { next: 'https://formspree.io/thanks?language=en', ok: true });
});

/** netlify/context-and-tools: skills/netlify-forms. The deployed HTML declares `signup`, with our field names. */
export const fakeNetlify = fake(async (request, stored) => {
  // JSON is not supported: the static page answers.
  const fields = mediaType(request) === 'application/x-www-form-urlencoded' ? await formFields(request) : undefined;
  const path = new URL(request.url).pathname;
  // Assumed: that an address without a page gives 404, as a deleted form does (documented).
  if (path === '/gone') return page(404, 'Page not found');
  // In a site that is rendered on a server the catch-all route answers. Assumed: the same for a form that is not declared.
  if (!fields || path === '/app' || fields['form-name'] !== 'signup') return page(200, 'Home');
  // The words are those of copies of Netlify's page.
  const thanks = page(200, 'Thank you!</title></head><body><p>Your form submission has been received.</p><title>');
  // "Quietly rejected". Assumed: with the same page.
  if (fields['bot-field']) return thanks;
  stored.push(fields);
  return path === '/own-thanks' ? page(200, 'Merci') : thanks;
});

/** docs.usebasin.com/guides/form-features/ajax. */
export const fakeBasin = fake(async (request, stored) => {
  if (!request.headers.get('Accept')?.includes('json')) return page(200, 'Thank you');
  const fields = await anyFields(request);
  const { pathname } = new URL(request.url);
  if (pathname.includes('missing')) return answer(404, { error: 'Form <em>not</em> found' });
  // Assumed: that spam is answered as success.
  if (!fields['_gotcha']) stored.push(fields);
  return answer(200, pathname.endsWith('.json') ? { success: true } : {});
});

/** surjithctly/web3forms-docs: getting-started/api-reference.md. */
export const fakeWeb3forms = fake(async (request, stored) => {
  const fields = await anyFields(request);
  const say = (statusCode: number, success: boolean, message: string, status = statusCode): Response =>
    answer(status, { statusCode, success, body: { data: fields, message } });
  if (!fields['access_key']) return say(400, false, 'Access key is <b>required</b>');
  if (fields['name'] === 'Fault') return say(500, false, 'Mail could not be sent');
  // Failure inside 200: seen, not documented.
  if (fields['name'] === 'Blocked') return say(400, false, 'Domain is not allowed', 200);
  // Its presence alone counts: it is a checkbox. Assumed: that this is answered as success.
  if (!('botcheck' in fields)) stored.push(fields);
  // Documented inside `body`; seen beside it.
  return fields['name'] === 'Beside'
    ? answer(200, { success: true, message: 'Email sent successfully!' })
    : say(200, true, 'Email sent successfully!');
});

/** `@formspark/use-formspark` and pages that use the service. Assumed: what a success holds, and 404. */
export const fakeFormspark = fake(async (request, stored) => {
  const fields = await anyFields(request);
  if (new URL(request.url).pathname.includes('missing')) return new Response('Form not found', { status: 404 });
  if (!('_gotcha' in fields)) stored.push(fields);
  // Pages that use it catch what is no JSON.
  return fields['name'] === 'Text'
    ? new Response('ok', { headers: { 'Content-Type': 'text/plain' } })
    : answer(200, fields);
});

/** Read only through an opaque answer. Assumed: that a name which the form does not have is passed over. */
export const fakeGoogleForms = fake(async (request, stored) => {
  const fields = await formFields(request);
  if (!fields || !request.url.includes('/formResponse')) return page(405, 'Method not allowed');
  // A required question without an answer shows the form again.
  if (!fields['entry.1']) return page(400, 'Sign-up');
  stored.push(Object.fromEntries(Object.entries(fields).filter(([name]) => name.startsWith('entry.'))));
  return page(200, 'Your response has been recorded');
});

/** developers.hubspot.com: submit-data-unauthenticated; changelog of 21 March 2022 on fields that are not on the form. */
export const fakeHubspot = fake(async (request, stored) => {
  if (mediaType(request) !== 'application/json') return answer(415, { status: 'error', message: 'Unsupported' });
  const { fields, legalConsentOptions } = (await request.json()) as {
    fields: { objectTypeId: string; name: string; value: string }[];
    legalConsentOptions?: { consent?: { consentToProcess?: boolean; text?: string } };
  };
  const errors = fields
    .filter(({ name }) => !['firstname', 'email', 'phone', 'message'].includes(name))
    .map(({ name }) => ({
      // Assumed: the form of the message.
      message: `Error in 'fields.${name}'. Field is not in form definition`,
      errorType: 'FIELD_NOT_IN_FORM_DEFINITION',
    }));
  const value = (wanted: string): string | undefined => fields.find(({ name }) => name === wanted)?.value;
  if (!value('firstname'))
    errors.push({ message: "Required field 'fields.firstname' is missing", errorType: 'REQUIRED_FIELD' });
  if (value('email') && !isEmail(value('email')))
    errors.push({ message: "Error in 'fields.email'. Invalid email address", errorType: 'INVALID_EMAIL' });
  if (!legalConsentOptions?.consent?.consentToProcess || !legalConsentOptions.consent.text)
    errors.push({ message: 'Processing consent missing', errorType: 'MISSING_PROCESSING_CONSENT' });
  if (errors[0])
    return answer(400, { status: 'error', message: 'The request is not valid', correlationId: 'c0ffee', errors });
  stored.push(Object.fromEntries(fields.map(({ name, value }) => [name, value])));
  return answer(
    200,
    value('firstname') === 'Redirect'
      ? { redirectUri: 'https://practice.example/thanks' }
      : { inlineMessage: '<p>Thanks for <strong>submitting</strong> the form.</p>' },
  );
});

/** rocklobster-in/contact-form-7: includes/rest-api.php, submission.php; the form that the plugin sets up at first. */
export const fakeContactForm7 = fake(async (request, stored) => {
  const id = /contact-forms\/(\d+)\/feedback$/.exec(new URL(request.url).pathname)?.[1];
  const error = (status: number, code: string, message: string): Response =>
    answer(status, { code, message, data: { status } });
  if (!id) return error(404, 'rest_no_route', 'No route was found matching the URL and request method.');
  if (mediaType(request) !== 'multipart/form-data')
    return error(415, 'wpcf7_unsupported_media_type', 'The request payload format is not supported.');
  if (id === '404') return error(404, 'wpcf7_not_found', 'The requested contact form was not found.');
  const fields = (await formFields(request)) ?? {};
  if (!/^[A-Za-z0-9_-]+$/.test(fields['_wpcf7_unit_tag'] ?? ''))
    return error(400, 'wpcf7_unit_tag_not_found', 'There is no valid unit tag.');
  const say = (status: string, message: string, invalid: Record<string, string> = {}): Response =>
    answer(200, {
      contact_form_id: +id,
      status,
      message,
      posted_data_hash: '',
      into: `#${fields['_wpcf7_unit_tag']}`,
      invalid_fields: Object.entries(invalid).map(([field, message]) => ({
        field,
        message,
        idref: null,
        error_id: `${fields['_wpcf7_unit_tag']}-ve-${field}`,
      })),
    });
  const required = ['your-name', 'your-email', 'your-subject'].filter((name) => !fields[name]);
  const invalid = Object.fromEntries(required.map((name) => [name, 'Please fill out this field.']));
  if (required[0]) return say('validation_failed', 'One or more fields have an error.', invalid);
  if (fields['your-name'] === 'Spam') return say('spam', 'There was an error &lt;b&gt;trying&lt;/b&gt; to send.');
  if (fields['your-name'] === 'Terms') return say('acceptance_missing', 'You must accept the terms.');
  if (fields['your-name'] === 'Abort') return say('aborted', 'Sending was aborted.');
  if (fields['your-name'] === 'Mail') return say('mail_failed', 'There was an error. Please try again later.');
  stored.push(fields);
  return say('mail_sent', 'Thank you for your message. It has been sent.');
});

/** The site's own http-function, written with `ok`, `badRequest` and `serverError`, whose statuses are fixed. */
export const fakeWix = fake(async (request, stored) => {
  if (request.headers.has('Idempotency-Key'))
    throw new TypeError('Failed to fetch: its CORS headers do not allow this');
  const body = (await request.json()) as Submission;
  if (!body.name) return answer(400, { fieldErrors: { name: 'missing' } });
  if (body.name === 'Full' && !body.waitingList) return answer(400, { code: 'full' });
  stored.push({ ...body });
  return answer(200, { reference: `W-${stored.length}`, ...(body.waitingList && { waitingList: true }) });
});

/** By the value of the attribute `adapter`. */
export const fakes: Readonly<Record<string, Fake>> = {
  json: fakeJson,
  form: fakeForm,
  formspree: fakeFormspree,
  netlify: fakeNetlify,
  basin: fakeBasin,
  web3forms: fakeWeb3forms,
  formspark: fakeFormspark,
  'google-forms': fakeGoogleForms,
  hubspot: fakeHubspot,
  'contact-form-7': fakeContactForm7,
  wix: fakeWix,
};

/** The real request that a browser would send. */
export function toRequest({ url, type, body, headers = {} }: AdapterRequest): Request {
  const form = new FormData();
  const fields = typeof body === 'string' ? [] : body;
  for (const [name, value] of fields) form.append(name, value);
  return new Request(url, {
    method: 'POST',
    headers: { ...headers, ...(type === 'json' && { 'Content-Type': 'application/json' }) },
    body:
      typeof body === 'string'
        ? body
        : type === 'multipart'
          ? form
          : new URLSearchParams(body.map(([name, value]) => [name, value])),
  });
}

/** Sends to a fake as a browser does: follows its redirects, and reads nothing of an opaque answer. */
export async function send(request: AdapterRequest, service: Fake): Promise<AdapterResponse> {
  const first = await service(toRequest(request));
  if (request.opaque) return { status: 0, type: '', text: '', redirected: false };
  const redirected = first.headers.has('Location');
  const response = redirected ? page(200, 'Thanks') : first;
  return {
    status: response.status,
    type: mediaType(response),
    text: (await response.text()).slice(0, 65_536),
    redirected,
  };
}

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

const endpoints: Readonly<Record<string, string>> = {
  json: 'https://practice.example/signups',
  form: 'https://practice.example/signup.php',
  formspree: 'https://formspree.io/f/abcd',
  netlify: 'https://practice.example/',
  basin: 'https://usebasin.com/f/abcd.json',
  web3forms: 'https://api.web3forms.com/submit',
  formspark: 'https://submit-form.com/abcd',
  'google-forms': 'https://docs.google.com/forms/d/e/abcd/formResponse',
  hubspot: 'https://api.hsforms.com/submissions/v3/integration/submit/1/abcd',
  'contact-form-7': 'https://practice.example/wp-json/contact-form-7/v1/contact-forms/12/feedback',
  wix: 'https://practice.example/_functions/signup',
};
const fieldsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  web3forms: { access_key: 'public-key' },
  'google-forms': { name: 'entry.1', email: 'entry.2', rest: 'entry.3' },
};

interface Sending {
  readonly values?: Partial<Submission>;
  readonly endpoint?: string;
  readonly fault?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

const adapterOf = (name: string): Adapter => adapters[name]!;

function encode(name: string, { values, endpoint = endpoints[name]!, fault, fields }: Sending = {}): AdapterRequest {
  return adapterOf(name).encode(
    { ...submission, ...values },
    {
      endpoint: fault ? `${endpoint}?fault=${fault}` : endpoint,
      fields: fields ?? fieldsOf[name] ?? {},
      page: 'https://practice.example/parenting',
    },
  );
}

const attempt = async (name: string, sending: Sending = {}): Promise<Result> =>
  adapterOf(name).decode(await send(encode(name, sending), fakes[name]!));

describe('an adapter against its service', () => {
  beforeEach(() => {
    for (const { stored } of Object.values(fakes)) stored.length = 0;
  });

  it('sends the content type that the service takes, and asks for a preflight only where it is known to be answered', () => {
    const types: Record<string, [type: string, simple: boolean]> = {
      json: ['application/json', false],
      form: ['application/x-www-form-urlencoded', true],
      formspree: ['multipart/form-data', true],
      netlify: ['application/x-www-form-urlencoded', true],
      basin: ['multipart/form-data', true],
      web3forms: ['multipart/form-data', true],
      formspark: ['multipart/form-data', true],
      'google-forms': ['application/x-www-form-urlencoded', true],
      hubspot: ['application/json', false],
      'contact-form-7': ['multipart/form-data', true],
      wix: ['application/json', false],
    };
    expect(Object.keys(types)).to.deep.equal(Object.keys(adapters));
    for (const [name, [type, simple]] of Object.entries(types)) {
      const request = toRequest(encode(name));
      expect(mediaType(request), name).to.equal(type);
      const custom = [...request.headers.keys()].filter((header) => !/^(accept|content-type)$/.test(header));
      expect(custom, name).to.deep.equal(name === 'json' ? ['idempotency-key'] : []);
      expect(!type.includes('json'), name).to.equal(simple);
    }
  });

  it('is told of a success, and the service has it all', async () => {
    const outcomes: Record<string, Outcome> = { 'google-forms': 'unconfirmed' };
    for (const name of Object.keys(adapters)) {
      const { outcome } = await attempt(name);
      expect(outcome, name).to.equal(outcomes[name] ?? 'confirmed');
      const { stored } = fakes[name]!;
      expect(stored.length, name).to.equal(1);
      // Multipart makes CR LF of a line feed.
      const all = JSON.stringify(stored[0]).replaceAll('\\r\\n', '\\n');
      for (const value of [
        '8e03978e-40d5-43dd-bc93-6894a57f9324',
        'Ada Löwe',
        '2027-01',
        'I agree that you may call me.',
      ])
        expect(all, name).to.include(value);
      expect(all, name).to.include('Evenings, please.\\nWe have <two> children & a dog.');
    }
  });

  it('never takes a fault on the way for a success', async () => {
    const outcomes: Record<string, Record<string, Outcome>> = {
      '403': {},
      '408': {},
      '429': {},
      // Nobody knows what happened before it; only the receiver finds the same sign-up again.
      '500': {},
      '503': {},
      page: { form: 'unconfirmed', basin: 'unconfirmed', formspark: 'unconfirmed', netlify: 'unconfirmed' },
      late: {},
      redirect: { form: 'unconfirmed', basin: 'unconfirmed', formspark: 'unconfirmed', netlify: 'unconfirmed' },
    };
    const usual: Record<string, Outcome> = { '403': 'refused', '408': 'retry', '429': 'retry' };
    for (const [fault, special] of Object.entries(outcomes))
      for (const name of Object.keys(adapters)) {
        // A redirect comes after a success; Contact Form 7's path must end as it does.
        const { outcome } = await attempt(name, { fault });
        const expected = name === 'google-forms' ? 'unconfirmed' : (special[name] ?? usual[fault] ?? 'unknown');
        expect(outcome, `${name}, ${fault}`).to.equal(expected);
      }
  });

  it('says whether a filled honeypot reached the service under its own name', async () => {
    // The answer is that of a success, on purpose: no adapter can tell.
    const silent = ['formspree', 'netlify', 'basin', 'web3forms', 'formspark'];
    for (const name of silent) {
      expect((await attempt(name, { values: { website: 'https://spam.example' } })).outcome, name).to.equal(
        'confirmed',
      );
      expect(fakes[name]!.stored, name).to.be.empty;
      // Not there, or empty: a person.
      await attempt(name, { values: { website: '' } });
      expect(fakes[name]!.stored.length, name).to.equal(1);
    }
    for (const name of Object.keys(adapters).filter((name) => !silent.includes(name))) {
      await attempt(name, { values: { website: 'https://spam.example' } });
      expect(JSON.stringify(fakes[name]!.stored), name).to.include('https://spam.example');
    }
  });

  describe('json', () => {
    it('may send the same again, and is told of all that the receiver says', async () => {
      const first = await attempt('json');
      expect(first).to.deep.equal({ outcome: 'confirmed', reference: 'HVN-1' });
      expect(await attempt('json')).to.deep.equal(first);
      expect(fakeJson.stored.length).to.equal(1);
      expect(await attempt('json', { values: { name: 'Other' } })).to.deep.equal({ outcome: 'unconfirmed' });
      expect(await attempt('json', { values: { name: 'Busy' } })).to.deep.equal({ outcome: 'unknown' });
      expect(await attempt('json', { values: { name: 'Many' } })).to.deep.equal({ outcome: 'retry' });
      expect(await attempt('json', { values: { name: 'Full' } })).to.deep.equal({ outcome: 'full' });
      expect(await attempt('json', { values: { name: '' } })).to.deep.equal({
        outcome: 'refused',
        fieldErrors: { name: 'missing' },
      });
      expect((await attempt('json', { values: { message: 'x'.repeat(40_000) } })).outcome).to.equal('refused');
    });

    it('waits', async () => {
      const values: Partial<Submission> = { name: 'Full', waitingList: true };
      expect(await attempt('json', { values })).to.deep.equal({
        outcome: 'confirmed',
        reference: 'HVN-1',
        waitingList: true,
      });
    });

    it('stored once, a late fault and a second try give the reference', async () => {
      expect((await attempt('json', { fault: 'late' })).outcome).to.equal('unknown');
      expect(await attempt('json')).to.deep.equal({ outcome: 'confirmed', reference: 'HVN-1' });
      expect(fakeJson.stored.length).to.equal(1);
    });
  });

  it('form: reads errors inside 200, and takes no page for a confirmation', async () => {
    expect(await attempt('form', { values: { name: '' } })).to.deep.equal({
      outcome: 'refused',
      fieldErrors: { name: 'Enter your name.' },
    });
    expect((await attempt('form', { values: { name: 'Page' } })).outcome).to.equal('unconfirmed');
  });

  it('formspree: names fields, forms and its page of thanks', async () => {
    expect((await attempt('formspree')).next).to.equal('https://formspree.io/thanks?language=en');
    expect(await attempt('formspree', { values: { name: '', email: 'ada' } })).to.deep.equal({
      outcome: 'refused',
      fieldErrors: { name: 'missing', email: 'invalid' },
      message: 'Validation errors',
    });
    for (const [form, message] of [
      ['missing', 'Form not found'],
      ['inactive', 'This form is inactive'],
    ])
      expect(await attempt('formspree', { endpoint: `https://formspree.io/f/${form}` })).to.deep.equal({
        outcome: 'refused',
        message,
      });
  });

  it('netlify: confirms by its own words alone', async () => {
    const base = 'https://practice.example';
    expect((await attempt('netlify', { endpoint: `${base}/own-thanks` })).outcome).to.equal('unconfirmed');
    expect(fakeNetlify.stored.length).to.equal(1);
    // Nothing was stored by any of these.
    expect((await attempt('netlify', { endpoint: `${base}/app` })).outcome).to.equal('unconfirmed');
    expect((await attempt('netlify', { fields: { 'form-name': 'other' } })).outcome).to.equal('unconfirmed');
    expect(await attempt('netlify', { endpoint: `${base}/gone` })).to.deep.equal({
      outcome: 'refused',
      message: 'Page not found',
    });
    expect(fakeNetlify.stored.length).to.equal(1);
  });

  it('basin: with and without .json', async () => {
    expect(await attempt('basin', { endpoint: 'https://usebasin.com/f/abcd' })).to.deep.equal({ outcome: 'confirmed' });
    expect(await attempt('basin', { endpoint: 'https://usebasin.com/f/missing' })).to.deep.equal({
      outcome: 'refused',
      message: 'Form not found',
    });
  });

  it('web3forms: believes `success` and not the status', async () => {
    expect((await attempt('web3forms')).message).to.equal('Email sent successfully!');
    expect(await attempt('web3forms', { values: { name: 'Beside' } })).to.deep.equal({
      outcome: 'confirmed',
      message: 'Email sent successfully!',
    });
    expect(await attempt('web3forms', { fields: {} })).to.deep.equal({
      outcome: 'refused',
      message: 'Access key is required',
    });
    expect((await attempt('web3forms', { values: { name: 'Blocked' } })).outcome).to.equal('refused');
    expect((await attempt('web3forms', { values: { name: 'Fault' } })).outcome).to.equal('retry');
  });

  it('formspark: needs no JSON', async () => {
    expect(await attempt('formspark')).to.deep.equal({ outcome: 'confirmed' });
    expect(await attempt('formspark', { values: { name: 'Text' } })).to.deep.equal({ outcome: 'confirmed' });
    expect(await attempt('formspark', { endpoint: 'https://submit-form.com/missing' })).to.deep.equal({
      outcome: 'refused',
      message: 'Form not found',
    });
  });

  it('google-forms: knows its own address as people see it, and knows no more than that it was sent', async () => {
    const endpoint = 'https://docs.google.com/forms/d/e/abcd/viewform?usp=pp_url';
    expect(encode('google-forms', { endpoint })).to.include({
      opaque: true,
      url: 'https://docs.google.com/forms/d/e/abcd/formResponse',
    });
    expect((await attempt('google-forms', { endpoint })).outcome).to.equal('unconfirmed');
    expect(fakeGoogleForms.stored[0]).to.include({ 'entry.1': 'Ada Löwe', 'entry.2': 'ada@example.com' });
    expect((await attempt('google-forms', { values: { name: '' } })).outcome).to.equal('unconfirmed');
    expect(fakeGoogleForms.stored.length).to.equal(1);
  });

  it('hubspot: sends only what its form has, and the consent', async () => {
    expect((await attempt('hubspot')).message).to.equal('Thanks for submitting the form.');
    expect(fakeHubspot.stored[0]).to.have.all.keys('firstname', 'email', 'phone', 'message');
    expect(await attempt('hubspot', { values: { name: 'Redirect' } })).to.deep.equal({
      outcome: 'confirmed',
      next: 'https://practice.example/thanks',
    });
    expect(await attempt('hubspot', { values: { name: '', email: 'ada' } })).to.deep.equal({
      outcome: 'refused',
      fieldErrors: { name: 'missing', email: 'invalid' },
      message: 'The request is not valid',
    });
    // The owner's fault: no visitor can mend it at a field.
    const wrong = await attempt('hubspot', { fields: { telephone: 'telephone' } });
    expect(wrong.outcome).to.equal('refused');
    expect(wrong.fieldErrors).to.be.undefined;
    expect(wrong.message).to.include('not in form definition');
    expect(JSON.parse(encode('hubspot').body as string).context).to.deep.equal({
      pageUri: 'https://practice.example/parenting',
    });
  });

  it('contact-form-7: reads failures inside 200', async () => {
    expect((await attempt('contact-form-7')).message).to.equal('Thank you for your message. It has been sent.');
    expect(fakeContactForm7.stored[0]).to.include({
      _wpcf7: '12',
      _wpcf7_unit_tag: 'wpcf7-f12-o1',
      'your-subject': 'Circle of Security Parenting',
    });
    expect(await attempt('contact-form-7', { values: { name: '', program: '' } })).to.deep.equal({
      outcome: 'refused',
      fieldErrors: { name: 'Please fill out this field.' },
      message: 'One or more fields have an error. your-subject Please fill out this field.',
    });
    const outcomes: [name: string, outcome: Outcome][] = [
      ['Spam', 'refused'],
      ['Terms', 'refused'],
      ['Abort', 'refused'],
      ['Mail', 'retry'],
    ];
    for (const [name, outcome] of outcomes)
      expect((await attempt('contact-form-7', { values: { name } })).outcome, name).to.equal(outcome);
    expect(fakeContactForm7.stored.length).to.equal(1);
    const endpoint = endpoints['contact-form-7']!.replace('12', '404');
    expect(await attempt('contact-form-7', { endpoint })).to.deep.equal({
      outcome: 'refused',
      message: 'The requested contact form was not found.',
    });
    expect((await attempt('contact-form-7', { fields: { _wpcf7_unit_tag: 'not a tag' } })).outcome).to.equal('refused');
  });

  it('wix: goes by the code in the body', async () => {
    expect(await attempt('wix')).to.deep.equal({ outcome: 'confirmed', reference: 'W-1' });
    expect((await attempt('wix', { values: { name: 'Full' } })).outcome).to.equal('full');
    expect((await attempt('wix', { values: { name: '' } })).fieldErrors).to.deep.equal({ name: 'missing' });
  });
});
