import { byCode } from './json.js';
import { byStatus, service } from './shared.js';

/**
 * Any back-end that accepts a plain form, without a preflight request: urlencoded, with no custom header.
 *
 * A 2xx confirms, unless its JSON reportsSuccess otherwise (`success: false`, `error`, `errors`). HTML instead of the requested JSON,
 * or a response after a redirect, is `unconfirmed`: many scripts respond with 200, the form and its errors, and a redirect
 * may lead to a thank-you page or to a login. A script that confirms responds with JSON, plain text or 204. The codes of the
 * reference receiver (`full`, `challenge`, …) are understood.
 */
export const form = service('urlencoded', (answer, ...more) => byCode(answer) || byStatus(answer, ...more));
