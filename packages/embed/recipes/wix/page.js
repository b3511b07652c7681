// Code of a Wix page with a Custom Element "signup" (tag name haven-signup-form, attribute adapter="event"): saves
// submissions without a request from the page. Wix runs this code in a worker, so it returns the result in the `result` attribute.
import { saveSubmission } from 'backend/signups.web';

$w.onReady(() => {
  const form = $w('#signup');
  form.on('haven-signup-request', async ({ detail }) => {
    let result;
    try {
      result = await saveSubmission(detail.submission);
    } catch {
      result = { outcome: 'unknown' };
    }
    const { submissionId } = detail.submission;
    form.setAttribute('result', JSON.stringify({ ...result, submissionId }));
  });
});
