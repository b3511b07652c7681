import {
  anyFields,
  define,
  formFields,
  htmlPage,
  isEmail,
  jsonResponse,
  mediaType,
  wantsJson,
} from './form-service.js';

/**
 * A site's own back end, which also works without JavaScript: it responds with JSON or a page, as requested.
 * Traps: `page`, a thank-you page even if JSON was requested; `errors`, errors as JSON with 200; `form again`, errors as HTML.
 */
export const form = define({
  endpoint: 'https://practice.example/signup.php',
  sharing: { origin: '*', headers: '' },
  async handle(request, store, trap) {
    const fields = await formFields(request);
    if (!fields) return htmlPage(400, 'Bad Request');
    if (trap === 'errors') return jsonResponse(200, { errors: { name: ['<b>Enter</b> your full name.'] } });
    if (trap === 'form again') return htmlPage(200, 'Sign up', 'Enter your full name.');
    store(fields);
    return wantsJson(request) && trap !== 'page' ? jsonResponse(200, { success: true }) : htmlPage(200, 'Thank you');
  },
});

/**
 * Formspree (formspree/formspree-js: core.ts, submission.ts; formspree/formspree: forms/endpoint.py, errors.py).
 * Traps: `captcha`, reCAPTCHA is turned on; `activation`, the owner's address is not confirmed yet, and the sign-up is held
 * until it is.
 */
export const formspree = define({
  endpoint: 'https://formspree.io/f/abcd',
  // Its `cross_origin` lists no origins, which allows all.
  sharing: { origin: '*', headers: 'Accept, Content-Type, X-Requested-With, Authorization' },
  async handle(request, store, trap) {
    const fields = await anyFields(request);
    const [, key = ''] = /\/f\/(.+)$/.exec(new URL(request.url).pathname) ?? [];
    const refuse = (status: number, error: string, errors?: unknown[]): Response =>
      jsonResponse(status, { error, errors });
    // JSON only if requested, otherwise a page or a redirect.
    if (!wantsJson(request)) return htmlPage(401, 'Please prove that you are human');
    if (key === 'missing')
      return refuse(404, 'Form not found', [{ code: 'FORM_NOT_FOUND', message: 'Form not found' }]);
    if (key === 'inactive')
      return refuse(403, 'This form is inactive', [{ code: 'INACTIVE', message: 'This form is inactive' }]);
    // An e-mail address instead of a key: the page's URL identifies such a form.
    if (key.includes('@') && !request.headers.has('Referer')) return refuse(400, 'Invalid "Referer" header');
    if (trap === 'captcha') return refuse(403, 'In order to submit via AJAX reCAPTCHA must first be disabled.');
    // "Silently ignored": the response looks like success.
    if (fields['_gotcha']) return jsonResponse(200, { next: 'https://formspree.io/thanks', ok: true });
    const { email } = fields;
    if (email && !isEmail(email))
      return refuse(422, 'Validation errors', [
        { code: 'TYPE_EMAIL', field: 'email', message: '<b>email</b> should be an email', details: {} },
      ]);
    store(fields);
    if (trap === 'activation') return jsonResponse(200, { success: 'confirmation email sent' });
    return jsonResponse(200, { next: 'https://formspree.io/thanks?language=en', ok: true });
  },
});

/**
 * Netlify Forms (netlify/context-and-tools: skills/netlify-forms). The deployed HTML declares the form `signup` with the
 * widget's field names. Cross-site use is undocumented. Assumed: no response can be read there.
 */
export const netlify = define({
  endpoint: 'https://practice.example/',
  sharing: { origin: 'none', headers: '' },
  async handle(request, store) {
    // JSON is not supported: the response is the static page.
    const fields = mediaType(request) === 'application/x-www-form-urlencoded' ? await formFields(request) : undefined;
    const path = new URL(request.url).pathname;
    // Assumed: an address without a page returns 404, like a deleted form (documented).
    if (path === '/gone') return htmlPage(404, 'Page not found');
    // On a server-rendered site the catch-all route responds. Assumed: the same for an undeclared form.
    if (!fields || path === '/app' || fields['form-name'] !== 'signup') return htmlPage(200, 'Home');
    // The text is from copies of Netlify's page.
    const thanks = htmlPage(200, 'Thank you!', 'Your form submission has been received.');
    // "Quietly rejected". Assumed: with the same page.
    if (fields['bot-field']) return thanks;
    store(fields);
    return path === '/own-thanks' ? htmlPage(200, 'Merci') : thanks;
  },
});

/** Basin (docs.usebasin.com/guides/form-features/ajax). */
export const basin = define({
  endpoint: 'https://usebasin.com/f/abcd.json',
  // "Work cross-origin by default". Assumed: for any origin, but with no extra headers.
  sharing: { origin: '*', headers: '' },
  async handle(request, store) {
    if (!wantsJson(request)) return htmlPage(200, 'Thank you');
    const fields = await anyFields(request);
    const { pathname } = new URL(request.url);
    if (pathname.includes('missing')) return jsonResponse(404, { error: 'Form <em>not</em> found' });
    // Assumed: the response to spam looks like success.
    if (!fields['_gotcha']) store(fields);
    return jsonResponse(200, pathname.endsWith('.json') ? { success: true } : {});
  },
});

/**
 * Web3Forms (surjithctly/web3forms-docs: getting-started/api-reference.md).
 * Traps: `fault`, the documented 500; `blocked`, a failure with 200 (observed, not documented); `beside`, the message next to
 * `body` instead of in it (observed).
 */
export const web3forms = define({
  endpoint: 'https://api.web3forms.com/submit',
  fields: { access_key: 'public-key' },
  // Its examples send JSON from a page.
  sharing: { origin: '*', headers: 'Content-Type, Accept' },
  async handle(request, store, trap) {
    const fields = await anyFields(request);
    const result = (statusCode: number, success: boolean, message: string, status = statusCode): Response =>
      jsonResponse(status, { statusCode, success, body: { data: fields, message } });
    if (!fields['access_key']) return result(400, false, 'Access key is <b>required</b>');
    if (trap === 'fault') return result(500, false, 'Mail could not be sent');
    if (trap === 'blocked') return result(400, false, 'Domain is not allowed', 200);
    // The field is a checkbox, so its presence alone counts. Assumed: the response looks like success.
    if (!('botcheck' in fields)) store(fields);
    return trap === 'beside'
      ? jsonResponse(200, { success: true, message: 'Email sent successfully!' })
      : result(200, true, 'Email sent successfully!');
  },
});

/**
 * Formspark (`@formspark/use-formspark` and pages that use it). Assumed: the content of a success, 404, and its CORS headers.
 * Trap: `text`, a success without JSON, which pages that use it handle.
 */
export const formspark = define({
  endpoint: 'https://submit-form.com/abcd',
  sharing: { origin: '*', headers: 'Content-Type, Accept' },
  async handle(request, store, trap) {
    const fields = await anyFields(request);
    if (new URL(request.url).pathname.includes('missing')) return new Response('Form not found', { status: 404 });
    if (!('_gotcha' in fields)) store(fields);
    return trap === 'text'
      ? new Response('ok', { headers: { 'Content-Type': 'text/plain' } })
      : jsonResponse(200, fields);
  },
});
