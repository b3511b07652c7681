import { service } from './shared.js';

/**
 * Google Forms, `https://docs.google.com/forms/d/e/{form}/formResponse`; the URL that people see, `…/viewform`, is
 * understood, also with the number of an account (`/u/1/`). There are no CORS headers: the response is opaque, and a refusal
 * looks like success, so the best outcome is `unconfirmed`, and model/endpoint.ts accepts no other address.
 *
 * `fields` has the names, such as `{ "name": "entry.1234", "rest": "entry.5678" }`. Assumption: a name that the form does not
 * have is ignored. So `rest`, a paragraph question, is required, or at least the names of the contact fields. There is no
 * honeypot.
 */
export const googleForms = service(
  'urlencoded',
  (_, isSuccess, { status }) => (isSuccess || !status) && 'unconfirmed',
  {},
  (endpoint) => ({
    url: endpoint.replace(/\/u\/\d+(?=\/d\/)/, '').replace(/\/(viewform\b.*|formResponse\/)/, '/formResponse'),
    opaque: true,
  }),
);
