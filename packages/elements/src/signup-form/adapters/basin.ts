import { byStatus, service } from './shared.js';

/**
 * Basin, `https://usebasin.com/f/{id}` or `…/{id}.json` (docs.usebasin.com, AJAX): 200, on `.json` with
 * `{ success: true }`; failure is another status with `{ error }`. Assumed: that the honeypot is `_gotcha` (it can be
 * configured there).
 */
export const basin = service('multipart', byStatus, { website: '_gotcha' });
