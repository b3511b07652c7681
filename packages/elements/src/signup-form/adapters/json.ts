import type { Outcome } from '../model/result.js';
import type { Adapter } from './adapter.js';
import { decodeBy, jsonRequest, plainText, says, type Answer, type Rule } from './shared.js';

/** What the reference receiver's codes mean. */
export const byCode = ({ code }: Answer): Outcome | false =>
  code === 'full'
    ? code
    : code === 'in-flight'
      ? 'unknown'
      : code === 'challenge'
        ? 'retry'
        : code === 'mismatch' && 'unconfirmed';

/** Reads the answers of the reference receiver, without what hangs on its status; also a Wix function's. */
export const receiver: Rule = (answer, taken, { status }) =>
  byCode(answer) || (taken && (status === 201 || says(answer) || !!plainText(answer.reference)) && 'confirmed');

/**
 * The reference receiver, or any endpoint that speaks as it does: the submission as JSON, with an `Idempotency-Key` (a
 * Structured Field string, so quoted: draft-ietf-httpapi-idempotency-key-header-07). The header needs a preflight; an
 * endpoint that does not allow it wants the adapter `form`.
 *
 * - 201, or 200 for the same again, with `{ reference, waitingList? }`; 201 alone, `{ success: true }` and
 *   `{ ok: true }` are understood. Any other 2xx is `unknown`: a static host gives a 200, too.
 * - 400 `{ fieldErrors }`, 413: `refused`.
 * - 422 `{ code: "mismatch" }`: an earlier try has arrived, and what it held has been changed since: `unconfirmed`.
 * - 409 `{ code: "full" }`: `full`. Any other 409 is the draft's "still in flight", and after a 5xx it may have been stored:
 *   `unknown`; the key makes sure that a second try is no second sign-up.
 * - 403 `{ code: "challenge" }`: the solution was too late, or is no good; `retry`, with another one. So is 429.
 */
export const json: Adapter = {
  idempotent: true,
  encode: (submission, { endpoint }) => ({
    ...jsonRequest(endpoint, submission),
    headers: { 'Idempotency-Key': `"${submission.submissionId}"` },
  }),
  decode: decodeBy(
    (answer, taken, response) =>
      receiver(answer, taken, response) || ((response.status === 409 || response.status >= 500) && 'unknown'),
  ),
};
