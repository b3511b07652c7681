/**
 * Outcomes of an attempt to send a submission.
 *
 * - `confirmed`: the endpoint confirmed that it has the submission.
 * - `unconfirmed`: it was handed over, and the form cannot learn more (an opaque response, an email program).
 * - `refused`: the endpoint did not accept it as it is; with field errors if it named fields.
 * - `full`: no place is left; the waiting list is offered.
 * - `retry`: not accepted now (rate limit, request in flight, server error); the same submission may be sent again.
 * - `unknown`: the response does not say; the submission may have been stored.
 */
export const outcomes = ['confirmed', 'unconfirmed', 'refused', 'full', 'retry', 'unknown'] as const;
export type Outcome = (typeof outcomes)[number];

/** The meaning of a response. Messages are plain text, whatever the endpoint sent. */
export interface Result {
  readonly outcome: Outcome;
  /** By field name: a code that the form has a string for (`missing`, `invalid`, `too-long`), or the endpoint's message. */
  readonly fieldErrors?: Readonly<Record<string, string>>;
  /** The endpoint's own message. */
  readonly message?: string;
  readonly reference?: string;
  /** URL that the endpoint suggests as the next page; https only. Shown as a link, never followed automatically. */
  readonly next?: string;
  /** Whether the sign-up is on the waiting list. */
  readonly waitingList?: boolean;
  /** Whether the endpoint has an earlier version of the submission, which was changed since. */
  readonly mismatch?: boolean;
  /** Id of the submission, if the response names it. */
  readonly submissionId?: string;
}
