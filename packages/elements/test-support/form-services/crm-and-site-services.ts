import { define, formFields, htmlPage, isEmail, jsonResponse, mediaType } from './form-service.js';

/** Google Forms, whose responses are opaque. Assumed: unknown fields are ignored. */
export const googleForms = define({
  endpoint: 'https://docs.google.com/forms/d/e/abcd/viewform?usp=pp_url',
  fields: { name: 'entry.1', email: 'entry.2', rest: 'entry.3' },
  sharing: { origin: 'none', headers: '' },
  async handle(request, store) {
    const fields = await formFields(request);
    if (!fields || !request.url.includes('/formResponse')) return htmlPage(405, 'Method not allowed');
    // Without an answer to a required question, the form is shown again.
    if (!fields['entry.1']) return htmlPage(400, 'Sign-up');
    store(Object.fromEntries(Object.entries(fields).filter(([name]) => name.startsWith('entry.'))));
    return htmlPage(200, 'Your response has been recorded');
  },
});

/**
 * HubSpot Forms v3 (developers.hubspot.com: submit-data-unauthenticated; changelog of 21 March 2022 on fields that are not on
 * the form). Trap: `redirect`, the form redirects to a thank-you page.
 */
export const hubspot = define({
  endpoint: 'https://api.hsforms.com/submissions/v3/integration/submit/1/abcd',
  // "Supports cross-origin (CORS) AJAX requests". Assumed: for any origin, and with only these headers.
  sharing: { origin: '*', headers: 'Content-Type, Accept' },
  async handle(request, store, trap) {
    if (mediaType(request) !== 'application/json')
      return jsonResponse(415, { status: 'error', message: 'Unsupported' });
    const { fields, legalConsentOptions } = (await request.json()) as {
      fields: { objectTypeId: string; name: string; value: string }[];
      legalConsentOptions?: { consent?: { consentToProcess?: boolean; text?: string } };
    };
    const errors = fields
      .filter(({ name }) => !['firstname', 'email', 'phone', 'message'].includes(name))
      .map(({ name }) => ({
        // Assumed: the format of the message.
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
      return jsonResponse(400, {
        status: 'error',
        message: 'The request is not valid',
        correlationId: 'c0ffee',
        errors,
      });
    store(Object.fromEntries(fields.map(({ name, value }) => [name, value])));
    return jsonResponse(
      200,
      trap === 'redirect'
        ? { redirectUri: 'https://practice.example/thanks' }
        : { inlineMessage: '<p>Thanks for <strong>submitting</strong> the form.</p>' },
    );
  },
});

/**
 * Contact Form 7 (rocklobster-in/contact-form-7: includes/rest-api.php, submission.php) with the plugin's default form. Traps:
 * the failure statuses in its source code, all with HTTP 200: `spam acceptance_missing aborted mail_failed`.
 */
export const contactForm7 = define({
  endpoint: 'https://practice.example/wp-json/contact-form-7/v1/contact-forms/12/feedback',
  // WordPress (rest-api.php, `rest_send_cors_headers`) echoes any origin, even `null`, and allows these headers.
  sharing: { origin: 'echo', headers: 'Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type' },
  async handle(request, store, trap) {
    const id = /contact-forms\/(\d+)\/feedback$/.exec(new URL(request.url).pathname)?.[1];
    const error = (status: number, code: string, message: string): Response =>
      jsonResponse(status, { code, message, data: { status } });
    if (!id) return error(404, 'rest_no_route', 'No route was found matching the URL and request method.');
    if (mediaType(request) !== 'multipart/form-data')
      return error(415, 'wpcf7_unsupported_media_type', 'The request payload format is not supported.');
    if (id === '404') return error(404, 'wpcf7_not_found', 'The requested contact form was not found.');
    const fields = (await formFields(request)) ?? {};
    const tag = fields['_wpcf7_unit_tag'] ?? '';
    if (!/^[A-Za-z0-9_-]+$/.test(tag)) return error(400, 'wpcf7_unit_tag_not_found', 'There is no valid unit tag.');
    const result = (status: string, message: string, invalid: readonly string[] = []): Response =>
      jsonResponse(200, {
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
    if (missing[0]) return result('validation_failed', 'One or more fields have an error.', missing);
    if (trap) return result(trap, 'There was an error &lt;b&gt;trying&lt;/b&gt; to send.');
    store(fields);
    return result('mail_sent', 'Thank you for your message. It has been sent.');
  },
});

/**
 * A Wix HTTP function (dev.wix.com, wix-http-functions) as a site owner may write it: it ignores the id, and uses `ok` and
 * `badRequest`, whose statuses are fixed. Trap: `full`.
 */
export const wix = define({
  endpoint: 'https://practice.example/_functions/signup',
  // As in its `options_signup` and in each of its responses.
  sharing: { origin: '*', headers: 'Content-Type' },
  async handle(request, store, trap) {
    const body = (await request.json()) as Record<string, unknown>;
    if (trap === 'full') return jsonResponse(400, { code: 'full' });
    store(body);
    return jsonResponse(200, { reference: `W-${String(body['submissionId']).slice(0, 4).toUpperCase()}` });
  },
});
