import { says, service } from './shared.js';

/**
 * Formspree, `https://formspree.io/f/{key}` (formspree/formspree-js: core.ts, submission.ts).
 *
 * Success is JSON with `next`; that of an older server is `success: "email sent"`. Failure is `error`, with `errors` of
 * `{ code, field?, message }`. Anything else, such as the page with its captcha, is `unknown`.
 *
 * A filled `_gotcha` is dropped and answered as a success: nobody can tell it apart.
 */
export const formspree = service(
  'multipart',
  (answer, taken) => taken && (typeof answer.next === 'string' || !!answer.success || says(answer)) && 'confirmed',
  { website: '_gotcha' },
);
