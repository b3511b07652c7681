// backend/signup-store.js of a Wix site: keeps sign-ups, for http-functions.js and for signups.web.js.
//
// Make a collection "Signups" with the text fields submissionId, reference, body; only the site's owner may read it.
import wixData from 'wix-data';

/** The collection's own permissions are for visitors; this code is the site's. */
const asSite = { suppressAuth: true };

/** Longest sign-up in characters: an item of a collection has its limit, too. */
const longest = 32_000;

const text = (value) => (typeof value === 'string' ? value.trim() : '');

/** A value with its keys in one order and no spaces around texts, so that two that say the same are the same text. */
const inOrder = (value) =>
  value && typeof value === 'object'
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, inOrder(value[key])]),
      )
    : text(value) || value;

/**
 * Keeps a sign-up once, however often it is sent. Anybody can call this: nothing about what is sent is certain.
 *
 * @returns status and body of the answer, as the reference receiver has them
 */
export async function keepSignup(sent) {
  const { submissionId, website, elapsed, altcha, ...signup } = Object(sent);
  const id = text(submissionId).toLowerCase();
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) return { status: 400, body: { fieldErrors: {} } };
  const fieldErrors = {
    ...(!text(signup.name) && { name: 'missing' }),
    ...(!text(signup.email) && !text(signup.telephone) && { telephone: 'missing' }),
    ...(signup.consent?.given !== true && { consent: 'missing' }),
  };
  if (Object.keys(fieldErrors).length) return { status: 400, body: { fieldErrors } };
  let body = '';
  try {
    body = JSON.stringify(inOrder(signup));
  } catch {
    // Deeper than anything that can be written out.
  }
  if (!body || body.length > longest) return { status: 413, body: { code: 'too-large' } };
  const reference = id.slice(0, 8).toUpperCase();
  // Whoever fills in what nobody sees is told that all is well.
  if (text(website)) return { status: 201, body: { reference } };
  try {
    const known = await wixData.get('Signups', id, asSite);
    if (known && known.body !== body)
      return { status: 422, body: { code: 'mismatch', message: 'What arrived first is kept. To change it, call us.' } };
    // The id is the item's own, so that two tries at the same time cannot both be inserted.
    if (!known) await wixData.insert('Signups', { _id: id, submissionId: id, reference, body }, asSite);
    return { status: known ? 200 : 201, body: { reference } };
  } catch {
    return { status: 503, body: { code: 'unavailable' } };
  }
}
