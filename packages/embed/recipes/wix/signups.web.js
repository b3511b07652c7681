// backend/signups.web.js of a Wix site, beside signup-store.js; called by page.js.
import { Permissions, webMethod } from 'wix-web-module';
import { keepSignup } from 'backend/signup-store';

/** What the form is told, by the status of the answer. */
const outcomes = { 200: 'confirmed', 201: 'confirmed', 422: 'unconfirmed', 503: 'unknown' };

export const storeSignup = webMethod(Permissions.Anyone, async (signup) => {
  const { status, body } = await keepSignup(signup);
  return { ...body, outcome: outcomes[status] ?? 'refused' };
});
