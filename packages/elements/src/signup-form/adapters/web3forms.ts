import { service } from './shared.js';

/**
 * Web3Forms, `https://api.web3forms.com/submit`; `access_key` (it is public) comes from `fields`.
 * (surjithctly/web3forms-docs: api-reference, spam-protection)
 *
 * `success` decides, not the status. Its documented 500 with `success: false` means that nothing was sent, so the attempt can
 * be repeated. `message` is inside `body` in the documentation, and beside it in observed responses. The honeypot `botcheck`
 * is a checkbox.
 */
export const web3forms = service(
  'multipart',
  ({ success }, isSuccess, { status }) =>
    isSuccess && success === true ? 'confirmed' : status >= 500 && success === false && 'retry',
  { website: 'botcheck' },
);
