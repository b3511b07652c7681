import { byStatus, service } from './shared.js';

/**
 * Basin, `https://usebasin.com/f/{id}` or `…/{id}.json` (docs.usebasin.com, AJAX): 200, on `.json` with
 * `{ success: true }`; failure is another status with `{ error }`. Assumption: the honeypot is `_gotcha`, which is
 * configurable there.
 */
export const basin = service('multipart', byStatus, { website: '_gotcha' });
