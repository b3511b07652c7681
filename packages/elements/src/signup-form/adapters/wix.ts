import type { Adapter } from './adapter.js';
import { receiver } from './json.js';
import { decodeBy, jsonRequest } from './shared.js';

/**
 * A Wix HTTP function, `https://site.example/_functions/signup`: the site's own code, which responds like the reference
 * receiver. It must also export `options_signup` and set the CORS headers on every response, in the argument of
 * `ok({ headers, body })`, beside the body (dev.wix.com, wix-http-functions).
 *
 * Its response functions have fixed statuses, so the code in the body decides and not the status: `badRequest` may have
 * `{ code: "full" }`. There is no `Idempotency-Key`, which keeps its CORS headers short; the id is in the body. Its code may
 * or may not check the id, so a 5xx is `unknown`.
 */
export const wix: Adapter = {
  encode: (submission, { endpoint }) => jsonRequest(endpoint, submission),
  decode: decodeBy(receiver),
};
