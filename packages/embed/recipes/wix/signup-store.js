// backend/signup-store.js of a Wix site: saves submissions for http-functions.js and signups.web.js.
//
// Create a collection "Signups" with the text fields submissionId, reference and body, readable by the site's owner only.
import wixData from 'wix-data';

/** This code bypasses the collection's permissions, which apply to visitors. */
const asSite = { suppressAuth: true };

/** Longest submission in characters: collection items have a size limit. */
const maxLength = 32_000;

const text = (value) => (typeof value === 'string' ? value.trim() : '');

/** Sorts keys and trims texts, so that equal submissions have equal JSON. */
const canonical = (value) =>
  value && typeof value === 'object'
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, canonical(value[key])]),
      )
    : text(value) || value;

/**
 * Saves a submission once, however often it is sent. Anyone can call this, so every value is checked.
 *
 * @returns status and body of the response, the same as those of the reference receiver
 */
export async function saveSignup(input) {
  const { submissionId, website, elapsed, altcha, ...signup } = Object(input);
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
    body = JSON.stringify(canonical(signup));
  } catch {
    // Nested too deeply for JSON.stringify.
  }
  if (!body || body.length > maxLength) return { status: 413, body: { code: 'too-large' } };
  const reference = id.slice(0, 8).toUpperCase();
  // Only a bot fills in the honeypot; it gets a success response.
  if (text(website)) return { status: 201, body: { reference } };
  try {
    const saved = await wixData.get('Signups', id, asSite);
    if (saved && saved.body !== body)
      return {
        status: 422,
        body: {
          code: 'mismatch',
          message: 'We have your earlier sign-up, but not the changes you made after it. To change it, contact us.',
        },
      };
    // The submission id is the item's id, so two simultaneous attempts cannot both be inserted.
    if (!saved) await wixData.insert('Signups', { _id: id, submissionId: id, reference, body }, asSite);
    return { status: saved ? 200 : 201, body: { reference } };
  } catch {
    return { status: 503, body: { code: 'unavailable' } };
  }
}
