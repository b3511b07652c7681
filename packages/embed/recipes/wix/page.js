// Code of a Wix page with a Custom Element "signup" (tag name haven-signup-form, attribute adapter="event"): stores sign-ups
// without a request from the page. Page code runs apart from the page, so it answers with the `result` attribute.
import { storeSignup } from 'backend/signups.web';

$w.onReady(() => {
  const form = $w('#signup');
  form.on('haven-signup-request', async ({ detail }) => {
    let result;
    try {
      result = await storeSignup(detail.submission);
    } catch {
      result = { outcome: 'unknown' };
    }
    const { submissionId } = detail.submission;
    form.setAttribute('result', JSON.stringify({ ...result, submissionId }));
  });
});
