import type { Result } from '../model/result.js';
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

/** One service: how a submission is written for it, and how its answer is read. Pure, and never throws. */
export interface Adapter {
  /** Whether its server is sure to know a sign-up again by its id, so that two tries count once. Default false. */
  readonly idempotent?: boolean;
  readonly encode: (submission: Submission, options: AdapterOptions) => AdapterRequest;
  /** `fields` as in the options: an answer may name what is wrong by them. */
  readonly decode: (response: AdapterResponse, fields?: AdapterOptions['fields']) => Result;
}
