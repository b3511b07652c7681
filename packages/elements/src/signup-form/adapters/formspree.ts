import { reportsSuccess, service } from './shared.js';

/**
 * Formspree, `https://formspree.io/f/{key}` (formspree/formspree-js: core.ts, submission.ts;
 * formspree/formspree: forms/endpoint.py). An email address instead of the key does not work: such forms require a
 * referrer, and the form sends none.
 *
 * Success is JSON with `next`. `success` without `next` means "confirmation email sent": Formspree holds the submission
 * until the owner's address is confirmed, so the outcome is `unconfirmed`. Failure is `error`, with `errors` of
 * `{ code, field?, message }`. Anything else is `unknown`.
 *
 * A submission with a filled `_gotcha` is dropped, but the response is the same as for success.
 */
export const formspree = service(
  'multipart',
  (answer, isSuccess) =>
    isSuccess &&
    (typeof answer.next === 'string' || reportsSuccess(answer) ? 'confirmed' : !!answer.success && 'unconfirmed'),
  { website: '_gotcha' },
);
