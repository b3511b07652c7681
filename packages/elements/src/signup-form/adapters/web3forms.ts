import { service } from './shared.js';

/**
 * Web3Forms, `https://api.web3forms.com/submit`; `access_key` (it is public) comes from `fields`.
 * (surjithctly/web3forms-docs: api-reference, spam-protection)
 *
 * `success` counts, not the status. Its documented 500 with `success: false` says that nothing was sent, so that one may
 * be tried again. `message` is inside `body` in the documentation, and beside it in answers that were seen. The
 * honeypot `botcheck` is a checkbox.
 */
export const web3forms = service(
  'multipart',
  ({ success }, taken, { status }) =>
    taken && success === true ? 'confirmed' : status >= 500 && success === false && 'retry',
  { website: 'botcheck' },
);
