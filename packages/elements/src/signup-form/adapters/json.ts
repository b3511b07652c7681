import type { Outcome } from '../model/result.js';
import type { Adapter } from './adapter.js';
import { decodeBy, jsonRequest, plainText, reportsSuccess, type Answer, type Rule } from './shared.js';

/** The outcomes of the reference receiver's codes. */
export const byCode = ({ code }: Answer): Outcome | false =>
  code === 'full'
    ? code
    : code === 'in-flight'
      ? 'unknown'
      : code === 'challenge'
        ? 'retry'
        : code === 'mismatch' && 'unconfirmed';

/** The rule for responses of the reference receiver and of a Wix function, as far as they do not depend on the status. */
export const receiver: Rule = (answer, isSuccess, { status }) =>
  byCode(answer) ||
  (isSuccess && (status === 201 || reportsSuccess(answer) || !!plainText(answer.reference)) && 'confirmed');

/**
 * The reference receiver, or any endpoint with the same protocol: the submission as JSON, with an `Idempotency-Key` (a
 * Structured Field string, so quoted: draft-ietf-httpapi-idempotency-key-header-07). The header needs a preflight request;
 * for an endpoint that does not allow it, use the adapter `form`.
 *
 * - 201, or 200 for a repeated submission, with `{ reference, waitingList? }`; 201 without a body, `{ success: true }` and
 *   `{ ok: true }` are understood. Any other 2xx is `unknown`: a static host also responds with 200.
 * - 400 `{ fieldErrors }`, 413: `refused`.
 * - 422 `{ code: "mismatch" }`: an earlier attempt has arrived, and the submission was changed since: `unconfirmed`.
 * - 409 `{ code: "full" }`: `full`. Any other 409 is the draft's "still in flight", and after a 5xx the submission may have
 *   been stored: `unknown`. The key ensures that a second attempt is not a second sign-up.
 * - 403 `{ code: "challenge" }`: the solution was late or wrong; `retry`, with another one. So is 429.
 */
export const json: Adapter = {
  idempotent: true,
  encode: (submission, { endpoint }) => ({
    ...jsonRequest(endpoint, submission),
    headers: { 'Idempotency-Key': `"${submission.submissionId}"` },
  }),
  decode: decodeBy(
    (answer, isSuccess, response) =>
      receiver(answer, isSuccess, response) || ((response.status === 409 || response.status >= 500) && 'unknown'),
  ),
};
