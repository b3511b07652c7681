import { service } from './shared.js';

/**
 * Netlify Forms: urlencoded (it takes no JSON) to a static path of the same site, with `form-name` (default `signup`; set
 * it in `fields`). The deployed HTML must declare the form and every field: what it does not declare is dropped without a
 * word. (netlify/context-and-tools: skills/netlify-forms)
 *
 * - 2xx is `unconfirmed`: an undeclared form, a site's catch-all page and a filled honeypot answer so, too. Only the
 *   words of Netlify's own page of thanks confirm (assumed from copies of that page).
 * - 404: the form is not deployed or was deleted; `refused`, with the page's title.
 *
 * The honeypot is `bot-field`, as in Netlify's examples; another name is `fields: { website: "…" }`.
 */
export const netlify = service(
  'urlencoded',
  (_, taken, { text }) => taken && (/form submission has been received/i.test(text) ? 'confirmed' : 'unconfirmed'),
  { 'form-name': 'signup', website: 'bot-field' },
);
