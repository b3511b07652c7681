// backend/signups.web.js of a Wix site, called by page.js: the same collection as http-functions.js.
import { Permissions, webMethod } from 'wix-web-module';
import wixData from 'wix-data';

export const storeSignup = webMethod(Permissions.Anyone, async ({ submissionId, elapsed, ...submission }) => {
  const reference = String(submissionId).slice(0, 8).toUpperCase();
  const asSite = { suppressAuth: true };
  const known = await wixData.get('Signups', submissionId, asSite);
  if (!known)
    await wixData.insert(
      'Signups',
      { _id: submissionId, submissionId, reference, body: JSON.stringify(submission) },
      asSite,
    );
  return { outcome: 'confirmed', reference };
});
