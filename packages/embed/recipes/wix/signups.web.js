// backend/signups.web.js of a Wix site, next to signup-store.js; called by page.js.
import { Permissions, webMethod } from 'wix-web-module';
import { saveSignup } from 'backend/signup-store';

/** Outcome for the form, by status. */
const outcomes = { 200: 'confirmed', 201: 'confirmed', 422: 'unconfirmed', 503: 'unknown' };

export const saveSubmission = webMethod(Permissions.Anyone, async (signup) => {
  const { status, body } = await saveSignup(signup);
  return { ...body, outcome: outcomes[status] ?? 'refused' };
});
