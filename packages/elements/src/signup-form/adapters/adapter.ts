import type { Submission } from '../model/submission.js';

/** What an adapter may need besides the submission. */
export interface AdapterOptions {
  /** URL from `endpoint`, checked and absolute. */
  readonly endpoint: string;
  /** Names of an adapter's own, from the configuration's `fields`: such as `{ "name": "entry.1234" }` for Google Forms. */
  readonly fields: Readonly<Record<string, string>>;
  /** URL of the page, without its query and fragment. */
  readonly page: string;
}

/** A request to make: plain data, so that it can be tested without a network. */
export interface AdapterRequest {
  readonly url: string;
  /** `json`: the body is a JSON text. `urlencoded` and `multipart`: it is a list of fields. */
  readonly type: 'json' | 'urlencoded' | 'multipart';
  readonly body: string | readonly (readonly [name: string, value: string])[];
  /** Besides Content-Type, which follows from the type. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer cannot be read (Google Forms). Default false. */
  readonly opaque?: boolean;
}

/** An answer, as far as it could be read. */
export interface AdapterResponse {
  /** HTTP status; 0 where the answer is opaque. */
  readonly status: number;
  /** Media type without parameters, in small letters. */
  readonly type: string;
  /** The body as text, at most 64 kB of it. */
  readonly text: string;
  /** Whether the browser followed a redirect. */
  readonly redirected: boolean;
}

/**
 * What became of a submission.
 *
 * - `confirmed`: the endpoint said that it has it.
 * - `unconfirmed`: it was taken, but nobody can say more (an opaque answer, an e-mail programme).
 * - `refused`: the endpoint did not take it and will not take it as it is; field errors where it named fields.
 * - `full`: there is no place; the waiting list is offered.
 * - `retry`: not taken now (too many, in flight, a server fault); the same may be sent again.
 * - `unknown`: the answer says neither; it may have been stored.
 */
export const outcomes = ['confirmed', 'unconfirmed', 'refused', 'full', 'retry', 'unknown'] as const;
export type Outcome = (typeof outcomes)[number];

/** What an answer means. Messages are plain text, whatever the endpoint sent. */
export interface Result {
  readonly outcome: Outcome;
  /** By field name: a code that the form has words for (`missing`, `invalid`, `too-long`), or the endpoint's words. */
  readonly fieldErrors?: Readonly<Record<string, string>>;
  /** The endpoint's own words, as text. */
  readonly message?: string;
  readonly reference?: string;
  /** URL that the endpoint proposes to go to; https only. Shown as a link, never followed by itself. */
  readonly next?: string;
  /** Whether the sign-up is on the waiting list. */
  readonly waitingList?: boolean;
  /** Whether it was changed since, and an earlier version is what the endpoint has. */
  readonly mismatch?: boolean;
  /** Which sign-up this is about, where the answer says so. */
  readonly submissionId?: string;
}

/** One service: how a submission is written for it, and how its answer is read. Pure, and never throws. */
export interface Adapter {
  /** Whether its server is sure to know a sign-up again by its id, so that two tries count once. Default false. */
  readonly idempotent?: boolean;
  readonly encode: (submission: Submission, options: AdapterOptions) => AdapterRequest;
  /** `fields` as in the options: an answer may name what is wrong by them. */
  readonly decode: (response: AdapterResponse, fields?: AdapterOptions['fields']) => Result;
}
