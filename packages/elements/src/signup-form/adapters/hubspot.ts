import type { Adapter } from './adapter.js';
import { decodeBy, jsonRequest, namedFields } from './shared.js';

/**
 * HubSpot Forms v3, `https://api.hsforms.com/submissions/v3/integration/submit/{portal}/{form}` (developers.hubspot.com,
 * submit-data-unauthenticated; the host differs by region).
 *
 * It refuses the whole submission if one field is not on its form (`FIELD_NOT_IN_FORM_DEFINITION`). So only the standard
 * properties `firstname`, `email`, `phone` and `message` are used, the last for everything else, unless `fields` names more.
 * The form in HubSpot must have them. No cookie is read for `hutk`.
 *
 * Success is 200 with `inlineMessage` or `redirectUri`; failure is 400 with `errors` of `{ message, errorType }`.
 * Assumptions: the message names the field as `fields.email`; `communications` may be empty; a portal without privacy
 * settings ignores `legalConsentOptions`, so the consent is in the fields as well.
 */
export const hubspot: Adapter = {
  encode: (submission, { endpoint, fields, page }) =>
    jsonRequest(endpoint, {
      fields: namedFields(submission, {
        name: 'firstname',
        email: 'email',
        telephone: 'phone',
        rest: 'message',
        ...fields,
      }).map(([name, value]) => ({ objectTypeId: '0-1', name, value })),
      context: { pageUri: page },
      legalConsentOptions: {
        consent: { consentToProcess: true, text: submission.consent.text, communications: [] },
      },
    }),
  decode: decodeBy(
    ({ inlineMessage, redirectUri }, isSuccess) =>
      isSuccess && typeof (inlineMessage ?? redirectUri) === 'string' && 'confirmed',
  ),
};
