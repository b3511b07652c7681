import { byStatus, service } from './shared.js';

/**
 * Formspark, `https://submit-form.com/{id}`: 2xx, whose body need not be JSON; failure is any other status.
 * Known from its own hook (`@formspark/use-formspark`) and from pages that use it. Assumed: that the honeypot is
 * `_gotcha`, a checkbox.
 */
export const formspark = service('multipart', byStatus, { website: '_gotcha' });
