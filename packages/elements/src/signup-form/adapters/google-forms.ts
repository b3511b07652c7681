import { service } from './shared.js';

/**
 * Google Forms, `https://docs.google.com/forms/d/e/{form}/formResponse`; the URL that people see, `…/viewform`, is
 * understood. There are no CORS headers: the response is opaque, and a refusal looks like success, so the best outcome is
 * `unconfirmed`.
 *
 * `fields` has the names, such as `{ "name": "entry.1234", "rest": "entry.5678" }`. Assumption: a name that the form does not
 * have is ignored. So `rest`, a paragraph question, should be set. There is no honeypot.
 */
export const googleForms = service(
  'urlencoded',
  (_, isSuccess, { status }) => (isSuccess || !status) && 'unconfirmed',
  {},
  (endpoint) => ({ url: endpoint.replace(/\/viewform\b.*/, '/formResponse'), opaque: true }),
);
