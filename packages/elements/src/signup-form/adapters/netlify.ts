import { service } from './shared.js';

/**
 * Netlify Forms: urlencoded (not JSON) to a static path of the same site, with `form-name` (default `signup`; set it in
 * `fields`). The deployed HTML must declare the form and every field: undeclared ones are silently dropped.
 * (netlify/context-and-tools: skills/netlify-forms)
 *
 * - 2xx is `unconfirmed`: the response is the same for an undeclared form, a site's catch-all page and a filled honeypot.
 *   Only the text of Netlify's own thank-you page confirms (assumed from copies of that page).
 * - 404: the form is not deployed or was deleted; `refused`, with the page's title.
 *
 * The honeypot is `bot-field`, as in Netlify's examples. To change it, set `fields: { website: "…" }`.
 */
export const netlify = service(
  'urlencoded',
  (_, isSuccess, { text }) =>
    isSuccess && (/form submission has been received/i.test(text) ? 'confirmed' : 'unconfirmed'),
  { 'form-name': 'signup', website: 'bot-field' },
);
