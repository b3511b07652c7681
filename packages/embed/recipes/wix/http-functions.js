// backend/http-functions.js of a Wix site, next to signup-store.js: receives submissions of <haven-signup-form adapter="wix"
// endpoint="https://www.your-site.example/_functions/signups">.
import { response } from 'wix-http-functions';
import { saveSignup } from 'backend/signup-store';

/** Origins of other pages that may send, exactly as a browser writes them; the site itself needs no entry. */
const allowedOrigins = ['https://www.your-site.example'];

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
  const signup = await request.body.json().catch(() => undefined);
  return response({ headers: headersFor(request), ...(await saveSignup(signup)) });
}
