/**
 * Form services as their documentation and sources say they behave, traps included. "Assumed" marks what nothing says that
 * was read. Each is a function from a standard request to a standard answer, so that one definition serves the tests of
 * the adapters in three engines and, behind a real HTTP server, those of whole pages. What happens between browser and
 * service (preflight, a lost answer, a gateway's error page) is the server's: packages/site/test/fakes/loopback.ts.
 */

/** Flat fields, or parsed JSON, as a service has kept them. */
export type Stored = Readonly<Record<string, unknown>>;

/** What pages of other origins may do with a service (Fetch standard, "CORS protocol"). */
export interface Sharing {
  /** Which origins may read answers: any (`*`), the one that asks (named back to it), or none. */
  readonly origin: '*' | 'echo' | 'none';
  /** Headers that a preflight allows. */
  readonly headers: string;
}

export interface FormService {
  /** An address as its owner would copy it. */
  readonly endpoint: string;
  /** The configuration's `fields`, where the service cannot do without. */
  readonly fields: Readonly<Record<string, string>>;
  readonly sharing: Sharing;
  readonly answer: (request: Request) => Promise<Response>;
  /** All that it has kept, in order. */
  readonly stored: Stored[];
  /** What it does with the next requests, one after another, in the place of its usual; each service says what it knows. */
  readonly next: string[];
}

interface Definition extends Pick<FormService, 'endpoint' | 'sharing'> {
  readonly fields?: Readonly<Record<string, string>>;
  readonly handle: (request: Request, keep: (stored: Stored) => void, trap: string | undefined) => Promise<Response>;
}

const define =
  ({ handle, fields = {}, ...known }: Definition) =>
  (): FormService => {
    const stored: Stored[] = [];
    const next: string[] = [];
    return {
      ...known,
      fields,
      stored,
      next,
      answer: (request) => handle(request, (kept) => stored.push(kept), next.shift()),
    };
  };

const answer = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

/** A page with everything in it that must never come alive in a message. */
export const htmlPage = (status: number, title: string, text = ''): Response =>
  new Response(
    `<!doctype html><html lang="en"><head><title>${title}</title><style>p{color:red}</style></head><body><h1>${title}</h1><p>${text}</p><script>alert(1)</script></body></html>`,
    { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } },
  );

/** Media type of a body, without its parameters. */
export const mediaType = ({ headers }: Request): string =>
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

/** What HTML's e-mail field takes without an international address; more or less is assumed of every service. */
const isEmail = (text: string): boolean => /^[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)*$/.test(text);

const wantsJson = ({ headers }: Request): boolean => !!headers.get('Accept')?.includes('application/json');

/**
 * A site's own script, written for people without script as well: it answers as it was asked, JSON or a page.
 * Traps: `page`, thanks as HTML whatever was asked; `errors`, a refusal in JSON with 200; `form again`, the same as HTML.
 */
const form = define({
  endpoint: 'https://practice.example/signup.php',
  sharing: { origin: '*', headers: '' },
  async handle(request, keep, trap) {
    const fields = await formFields(request);
    if (!fields) return htmlPage(400, 'Bad Request');
    if (trap === 'errors') return answer(200, { errors: { name: ['<b>Enter</b> your full name.'] } });
    if (trap === 'form again') return htmlPage(200, 'Sign up', 'Enter your full name.');
    keep(fields);
    return wantsJson(request) && trap !== 'page' ? answer(200, { success: true }) : htmlPage(200, 'Thank you');
  },
});

/**
 * Formspree (formspree/formspree-js: core.ts, submission.ts; formspree/formspree: forms/endpoint.py, errors.py).
 * Traps: `captcha`, reCAPTCHA is on; `activation`, nobody has confirmed the owner's address yet: the sign-up is kept until
 * somebody does.
 */
const formspree = define({
  endpoint: 'https://formspree.io/f/abcd',
  // Its `cross_origin` has no origins of its own, which is all of them.
  sharing: { origin: '*', headers: 'Accept, Content-Type, X-Requested-With, Authorization' },
  async handle(request, keep, trap) {
    const fields = await anyFields(request);
    const [, key = ''] = /\/f\/(.+)$/.exec(new URL(request.url).pathname) ?? [];
    const refuse = (status: number, error: string, errors?: unknown[]): Response => answer(status, { error, errors });
    // JSON only to those who ask for it; to the others a page or a redirect.
    if (!wantsJson(request)) return htmlPage(401, 'Please prove that you are human');
    if (key === 'missing')
      return refuse(404, 'Form not found', [{ code: 'FORM_NOT_FOUND', message: 'Form not found' }]);
    if (key === 'inactive')
      return refuse(403, 'This form is inactive', [{ code: 'INACTIVE', message: 'This form is inactive' }]);
    // An address in the place of a key: such forms are told apart by the page that they are on.
    if (key.includes('@') && !request.headers.has('Referer')) return refuse(400, 'Invalid "Referer" header');
    if (trap === 'captcha') return refuse(403, 'In order to submit via AJAX reCAPTCHA must first be disabled.');
    // "Silently ignored": the answer is that of a success.
    if (fields['_gotcha']) return answer(200, { next: 'https://formspree.io/thanks', ok: true });
    const { email } = fields;
    if (email && !isEmail(email))
      return refuse(422, 'Validation errors', [
        { code: 'TYPE_EMAIL', field: 'email', message: '<b>email</b> should be an email', details: {} },
      ]);
    keep(fields);
    if (trap === 'activation') return answer(200, { success: 'confirmation email sent' });
    return answer(200, { next: 'https://formspree.io/thanks?language=en', ok: true });
  },
});

/**
 * Netlify Forms (netlify/context-and-tools: skills/netlify-forms). The deployed HTML declares `signup`, with our field
 * names. Across sites nothing is documented. Assumed: that no answer can be read there.
 */
const netlify = define({
  endpoint: 'https://practice.example/',
  sharing: { origin: 'none', headers: '' },
  async handle(request, keep) {
    // JSON is not supported: the static page answers.
    const fields = mediaType(request) === 'application/x-www-form-urlencoded' ? await formFields(request) : undefined;
    const path = new URL(request.url).pathname;
    // Assumed: that an address without a page gives 404, as a deleted form does (documented).
    if (path === '/gone') return htmlPage(404, 'Page not found');
    // In a site that is rendered on a server the catch-all route answers. Assumed: the same for a form that is not declared.
    if (!fields || path === '/app' || fields['form-name'] !== 'signup') return htmlPage(200, 'Home');
    // The words are those of copies of Netlify's page.
    const thanks = htmlPage(200, 'Thank you!', 'Your form submission has been received.');
    // "Quietly rejected". Assumed: with the same page.
    if (fields['bot-field']) return thanks;
    keep(fields);
    return path === '/own-thanks' ? htmlPage(200, 'Merci') : thanks;
  },
});

/** Basin (docs.usebasin.com/guides/form-features/ajax). */
const basin = define({
  endpoint: 'https://usebasin.com/f/abcd.json',
  // "Work cross-origin by default". Assumed: for any origin, and without a preflight's headers.
  sharing: { origin: '*', headers: '' },
  async handle(request, keep) {
    if (!wantsJson(request)) return htmlPage(200, 'Thank you');
    const fields = await anyFields(request);
    const { pathname } = new URL(request.url);
    if (pathname.includes('missing')) return answer(404, { error: 'Form <em>not</em> found' });
    // Assumed: that spam is answered as success.
    if (!fields['_gotcha']) keep(fields);
    return answer(200, pathname.endsWith('.json') ? { success: true } : {});
  },
});

/**
 * Web3Forms (surjithctly/web3forms-docs: getting-started/api-reference.md).
 * Traps: `fault`, the documented 500; `blocked`, a failure inside 200 (seen, not documented); `beside`, the message beside
 * `body` and not in it (seen).
 */
const web3forms = define({
  endpoint: 'https://api.web3forms.com/submit',
  fields: { access_key: 'public-key' },
  // Its examples send JSON from pages.
  sharing: { origin: '*', headers: 'Content-Type, Accept' },
  async handle(request, keep, trap) {
    const fields = await anyFields(request);
    const say = (statusCode: number, success: boolean, message: string, status = statusCode): Response =>
      answer(status, { statusCode, success, body: { data: fields, message } });
    if (!fields['access_key']) return say(400, false, 'Access key is <b>required</b>');
    if (trap === 'fault') return say(500, false, 'Mail could not be sent');
    if (trap === 'blocked') return say(400, false, 'Domain is not allowed', 200);
    // Its presence alone counts: it is a checkbox. Assumed: that this is answered as success.
    if (!('botcheck' in fields)) keep(fields);
    return trap === 'beside'
      ? answer(200, { success: true, message: 'Email sent successfully!' })
      : say(200, true, 'Email sent successfully!');
  },
});

/**
 * Formspark (`@formspark/use-formspark` and pages that use it). Assumed: what a success holds, 404, and its CORS headers.
 * Trap: `text`, a success that is no JSON, which pages that use it catch.
 */
const formspark = define({
  endpoint: 'https://submit-form.com/abcd',
  sharing: { origin: '*', headers: 'Content-Type, Accept' },
  async handle(request, keep, trap) {
    const fields = await anyFields(request);
    if (new URL(request.url).pathname.includes('missing')) return new Response('Form not found', { status: 404 });
    if (!('_gotcha' in fields)) keep(fields);
    return trap === 'text' ? new Response('ok', { headers: { 'Content-Type': 'text/plain' } }) : answer(200, fields);
  },
});

/** Google Forms, read only through an opaque answer. Assumed: that a name which the form does not have is passed over. */
const googleForms = define({
  endpoint: 'https://docs.google.com/forms/d/e/abcd/viewform?usp=pp_url',
  fields: { name: 'entry.1', email: 'entry.2', rest: 'entry.3' },
  sharing: { origin: 'none', headers: '' },
  async handle(request, keep) {
    const fields = await formFields(request);
    if (!fields || !request.url.includes('/formResponse')) return htmlPage(405, 'Method not allowed');
    // A required question without an answer shows the form again.
    if (!fields['entry.1']) return htmlPage(400, 'Sign-up');
    keep(Object.fromEntries(Object.entries(fields).filter(([name]) => name.startsWith('entry.'))));
    return htmlPage(200, 'Your response has been recorded');
  },
});

/**
 * HubSpot Forms v3 (developers.hubspot.com: submit-data-unauthenticated; changelog of 21 March 2022 on fields that are not on
 * the form). Trap: `redirect`, its form leads to a page of thanks.
 */
const hubspot = define({
  endpoint: 'https://api.hsforms.com/submissions/v3/integration/submit/1/abcd',
  // "Supports cross-origin (CORS) AJAX requests". Assumed: for any origin, and no header but these.
  sharing: { origin: '*', headers: 'Content-Type, Accept' },
  async handle(request, keep, trap) {
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
    const value = (wanted: string): string => fields.find(({ name }) => name === wanted)?.value ?? '';
    if (!value('firstname'))
      errors.push({ message: "Required field 'fields.firstname' is missing", errorType: 'REQUIRED_FIELD' });
    if (value('email') && !isEmail(value('email')))
      errors.push({ message: "Error in 'fields.email'. Invalid email address", errorType: 'INVALID_EMAIL' });
    if (!legalConsentOptions?.consent?.consentToProcess || !legalConsentOptions.consent.text)
      errors.push({ message: 'Processing consent missing', errorType: 'MISSING_PROCESSING_CONSENT' });
    if (errors[0])
      return answer(400, { status: 'error', message: 'The request is not valid', correlationId: 'c0ffee', errors });
    keep(Object.fromEntries(fields.map(({ name, value }) => [name, value])));
    return answer(
      200,
      trap === 'redirect'
        ? { redirectUri: 'https://practice.example/thanks' }
        : { inlineMessage: '<p>Thanks for <strong>submitting</strong> the form.</p>' },
    );
  },
});

/**
 * Contact Form 7 (rocklobster-in/contact-form-7: includes/rest-api.php, submission.php), with the form that the plugin sets
 * up at first. Traps: the statuses of its source, all with 200: `spam acceptance_missing aborted mail_failed`.
 */
const contactForm7 = define({
  endpoint: 'https://practice.example/wp-json/contact-form-7/v1/contact-forms/12/feedback',
  // WordPress (rest-api.php, `rest_send_cors_headers`) names any origin back, `null` too, and has these headers.
  sharing: { origin: 'echo', headers: 'Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type' },
  async handle(request, keep, trap) {
    const id = /contact-forms\/(\d+)\/feedback$/.exec(new URL(request.url).pathname)?.[1];
    const error = (status: number, code: string, message: string): Response =>
      answer(status, { code, message, data: { status } });
    if (!id) return error(404, 'rest_no_route', 'No route was found matching the URL and request method.');
    if (mediaType(request) !== 'multipart/form-data')
      return error(415, 'wpcf7_unsupported_media_type', 'The request payload format is not supported.');
    if (id === '404') return error(404, 'wpcf7_not_found', 'The requested contact form was not found.');
    const fields = (await formFields(request)) ?? {};
    const tag = fields['_wpcf7_unit_tag'] ?? '';
    if (!/^[A-Za-z0-9_-]+$/.test(tag)) return error(400, 'wpcf7_unit_tag_not_found', 'There is no valid unit tag.');
    const say = (status: string, message: string, invalid: readonly string[] = []): Response =>
      answer(200, {
        contact_form_id: +id,
        status,
        message,
        posted_data_hash: '',
        into: `#${tag}`,
        invalid_fields: invalid.map((field) => ({
          field,
          message: 'Please fill out this field.',
          idref: null,
          error_id: `${tag}-ve-${field}`,
        })),
      });
    const missing = ['your-name', 'your-email', 'your-subject'].filter((name) => !fields[name]);
    if (missing[0]) return say('validation_failed', 'One or more fields have an error.', missing);
    if (trap) return say(trap, 'There was an error &lt;b&gt;trying&lt;/b&gt; to send.');
    keep(fields);
    return say('mail_sent', 'Thank you for your message. It has been sent.');
  },
});

/**
 * A Wix http-function (dev.wix.com, wix-http-functions) as an owner may write it, without a look at the id; with `ok` and
 * `badRequest`, whose statuses are fixed. Trap: `full`.
 */
const wix = define({
  endpoint: 'https://practice.example/_functions/signup',
  // What its `options_signup` and each of its answers say.
  sharing: { origin: '*', headers: 'Content-Type' },
  async handle(request, keep, trap) {
    const body = (await request.json()) as Record<string, unknown>;
    if (trap === 'full') return answer(400, { code: 'full' });
    keep(body);
    return answer(200, { reference: `W-${String(body['submissionId']).slice(0, 4).toUpperCase()}` });
  },
});

/** Makes a service, by the value of the attribute `adapter`. `json` has none: its service is the reference receiver. */
export const formServices = {
  form,
  formspree,
  netlify,
  basin,
  web3forms,
  formspark,
  'google-forms': googleForms,
  hubspot,
  'contact-form-7': contactForm7,
  wix,
} as const satisfies Readonly<Record<string, () => FormService>>;

export type ServiceName = keyof typeof formServices;
