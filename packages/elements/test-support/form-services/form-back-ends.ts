import { answer, anyFields, define, formFields, htmlPage, isEmail, mediaType, wantsJson } from './form-service.js';

/**
 * A site's own script, written for people without script as well: it answers as it was asked, JSON or a page.
 * Traps: `page`, thanks as HTML whatever was asked; `errors`, a refusal in JSON with 200; `form again`, the same as HTML.
 */
export const form = define({
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
export const formspree = define({
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
export const netlify = define({
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
export const basin = define({
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
export const web3forms = define({
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
export const formspark = define({
  endpoint: 'https://submit-form.com/abcd',
  sharing: { origin: '*', headers: 'Content-Type, Accept' },
  async handle(request, keep, trap) {
    const fields = await anyFields(request);
    if (new URL(request.url).pathname.includes('missing')) return new Response('Form not found', { status: 404 });
    if (!('_gotcha' in fields)) keep(fields);
    return trap === 'text' ? new Response('ok', { headers: { 'Content-Type': 'text/plain' } }) : answer(200, fields);
  },
});
