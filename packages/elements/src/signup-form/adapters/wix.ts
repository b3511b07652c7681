import type { Adapter } from './adapter.js';
import { receiver } from './json.js';
import { decodeBy, jsonRequest } from './shared.js';

/**
 * A Wix http-function, `https://site.example/_functions/signup`: the site's own code, whose answers are those of the
 * reference receiver. It must export `options_signup` too and put the CORS headers on every answer; they go inside the
 * argument of `ok({ headers, body })`, beside the body (dev.wix.com, wix-http-functions).
 *
 * As its named answers have fixed statuses, the code in the body counts and not the status: `badRequest` may carry
 * `{ code: "full" }`. No `Idempotency-Key`, so that its CORS headers are as short as can be; the id is in the body. Whether
 * its code looks for the id nobody knows, so a 5xx is `unknown`.
 */
export const wix: Adapter = {
  encode: (submission, { endpoint }) => jsonRequest(endpoint, submission),
  decode: decodeBy(receiver),
};
