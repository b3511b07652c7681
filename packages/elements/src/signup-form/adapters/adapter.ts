import type { Result } from '../model/result.js';
import type { Submission } from '../model/submission.js';

/** Arguments of an adapter besides the submission. */
export interface AdapterOptions {
  /** URL from `endpoint`, checked and absolute. */
  readonly endpoint: string;
  /** The service's field names, from the configuration's `fields`: for example `{ "name": "entry.1234" }` for Google Forms. */
  readonly fields: Readonly<Record<string, string>>;
  /** URL of the page, without its query and fragment. */
  readonly page: string;
}

/** A request as plain data, so that it can be tested without a network. */
export interface AdapterRequest {
  readonly url: string;
  /** `json`: the body is JSON. `urlencoded` and `multipart`: the body is a list of fields. */
  readonly type: 'json' | 'urlencoded' | 'multipart';
  readonly body: string | readonly (readonly [name: string, value: string])[];
  /** Headers besides Content-Type, which follows from the type. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the response cannot be read (Google Forms). Default false. */
  readonly opaque?: boolean;
}

/** The readable part of a response. */
export interface AdapterResponse {
  /** HTTP status; 0 if the response is opaque. */
  readonly status: number;
  /** Media type, in lowercase, with its parameters. */
  readonly type: string;
  /** The first 64 kB of the body. */
  readonly text: string;
  /** Whether the browser followed a redirect. */
  readonly redirected: boolean;
}

/** Encodes submissions for a service, and decodes its responses. Pure, and never throws. */
export interface Adapter {
  /** Whether the server recognizes a submission by its id, so that two attempts count once. Default false. */
  readonly idempotent?: boolean;
  readonly encode: (submission: Submission, options: AdapterOptions) => AdapterRequest;
  /** `fields` as in the options: a response may name fields by the service's names. */
  readonly decode: (response: AdapterResponse, fields?: AdapterOptions['fields']) => Result;
}
