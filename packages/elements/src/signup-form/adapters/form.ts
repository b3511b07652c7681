import { byCode } from './json.js';
import { byStatus, service } from './shared.js';

/**
 * Any back-end that takes a plain form, without a preflight: urlencoded, no header of our own.
 *
 * A 2xx confirms, unless its JSON says otherwise (`success: false`, `error`, `errors`). HTML in place of the JSON that
 * was asked for, or an answer that came by a redirect, is `unconfirmed`: many scripts answer 200 with the form and its
 * errors, and a redirect leads to thanks as well as to a log-in. A script that wants its word to count answers JSON,
 * plain text or 204. The codes of the reference receiver (`full`, `challenge`, …) are understood.
 */
export const form = service('urlencoded', (answer, ...more) => byCode(answer) || byStatus(answer, ...more));
