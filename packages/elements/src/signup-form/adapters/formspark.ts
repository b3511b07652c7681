import { byStatus, service } from './shared.js';

/**
 * Formspark, `https://submit-form.com/{id}`: success is 2xx, whose body need not be JSON; failure is any other status.
 * Sources: its own hook (`@formspark/use-formspark`) and pages that use it. Assumption: the honeypot is `_gotcha`, a
 * checkbox.
 */
export const formspark = service('multipart', byStatus, { website: '_gotcha' });
