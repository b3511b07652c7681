// backend/http-functions.js of a Wix site: takes sign-ups from <haven-signup-form adapter="wix"
// endpoint="https://www.your-site.example/_functions/signups">.
//
// Make a collection "Signups" with the text fields submissionId, reference, body; only the site's owner may read it.
import { created, ok, response } from 'wix-http-functions';
import wixData from 'wix-data';

/** Pages that may send, each exactly as a browser writes it; the site itself needs no entry. */
const allowedOrigins = ['https://www.your-site.example'];

/** The collection's own permissions are for visitors; this code is the site's. */
const asSite = { suppressAuth: true };

const headersFor = (request) => {
  const origin = request.headers.origin;
  return {
    'Content-Type': 'application/json',
    Vary: 'Origin',
    ...(allowedOrigins.includes(origin) && {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Methods': 'POST, OPTIONS',
      'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key',
    }),
  };
};

export const options_signups = (request) => response({ status: 204, headers: headersFor(request) });

export async function post_signups(request) {
  const headers = headersFor(request);
  const refuse = (status, body) => response({ status, headers, body });
  let submission;
  try {
    submission = await request.body.json();
  } catch {
    return refuse(400, { fieldErrors: {} });
  }
  const { submissionId, name, email, telephone, consent, website, elapsed, ...rest } = submission ?? {};
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(submissionId ?? '')) return refuse(400, { fieldErrors: {} });
  const fieldErrors = {
    ...(!name && { name: 'missing' }),
    ...(!email && !telephone && { telephone: 'missing' }),
    ...(!consent?.given && { consent: 'missing' }),
  };
  if (Object.keys(fieldErrors).length) return refuse(400, { fieldErrors });
  const reference = submissionId.slice(0, 8).toUpperCase();
  // Whoever fills in what nobody sees is told that all is well.
  if (website) return created({ headers, body: { reference } });
  const body = JSON.stringify({ name, email, telephone, consent, ...rest });
  try {
    const known = await wixData.get('Signups', submissionId, asSite);
    if (known) return known.body === body ? ok({ headers, body: { reference } }) : refuse(422, { code: 'mismatch' });
    // The id is the item's own, so that two tries at the same time cannot both be inserted.
    await wixData.insert('Signups', { _id: submissionId, submissionId, reference, body }, asSite);
    return created({ headers, body: { reference } });
  } catch {
    return refuse(503, { code: 'unavailable' });
  }
}
