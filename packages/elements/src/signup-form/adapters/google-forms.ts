import { service } from './shared.js';

/**
 * Google Forms, `https://docs.google.com/forms/d/e/{form}/formResponse`; the address of the form as people see it,
 * `…/viewform`, is understood. There are no CORS headers: the answer is opaque, and a refusal looks like a success, so that
 * the most there can be is `unconfirmed`.
 *
 * `fields` gives the names, such as `{ "name": "entry.1234", "rest": "entry.5678" }`. Assumed: that a name which the
 * form does not have is passed over; so `rest`, a paragraph question, should be there. There is no honeypot.
 */
export const googleForms = service(
  'urlencoded',
  (_, taken, { status }) => (taken || !status) && 'unconfirmed',
  {},
  (endpoint) => ({ url: endpoint.replace(/\/viewform\b.*/, '/formResponse'), opaque: true }),
);
