import { says, service } from './shared.js';

/**
 * Formspree, `https://formspree.io/f/{key}` (formspree/formspree-js: core.ts, submission.ts;
 * formspree/formspree: forms/endpoint.py). An e-mail address in the place of the key does not work: such forms want a
 * referrer, and none is told.
 *
 * Success is JSON with `next`. `success` without it says "confirmation email sent": it is kept until somebody has confirmed
 * the owner's address, so it is `unconfirmed`. Failure is `error`, with `errors` of `{ code, field?, message }`. Anything
 * else is `unknown`.
 *
 * A filled `_gotcha` is dropped and answered as a success: nobody can tell it apart.
 */
export const formspree = service(
  'multipart',
  (answer, taken) =>
    taken && (typeof answer.next === 'string' || says(answer) ? 'confirmed' : !!answer.success && 'unconfirmed'),
  { website: '_gotcha' },
);
