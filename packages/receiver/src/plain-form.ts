/**
 * Sign-ups from a form that is sent as one, by a browser without script or by the widget's `form` adapter.
 */
import { canonicalJson, type Json } from './canonical.js';
import { clean } from './submission.js';
import schema from '#signup.schema.json' with { type: 'json' };

/**
 * A UUID (RFC 9562, version 8) made from what a form says: sent again, by a reload or a second press, it is the same
 * sign-up.
 */
async function idOf(told: Json): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(told));
  const hash = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))];
  const hex = hash.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-8$3-8$4-$5');
}

/** The language that a browser prefers; English when in doubt, so that no sign-up is refused for it. */
function preferred(acceptLanguage: string): string {
  try {
    const [locale = ''] = Intl.getCanonicalLocales(acceptLanguage.split(/[,;]/)[0]?.trim());
    if (locale.length <= schema.properties.locale.maxLength) return locale || 'en';
  } catch {
    // No language tag, such as `*`.
  }
  return 'en';
}

/** Whether a box is ticked: it sends the value that its form gave it, and nothing when it is not. */
const ticked = (value = ''): boolean => !/^\s*(no|off|false|0|)\s*$/i.test(value);

/**
 * The body of a sign-up from the fields of a form. A ticked `consent` is consent; `consentText` and `consentVersion` say to
 * what, and are the form's own to give. Fields that a sign-up does not have are left out.
 *
 * @param text - as `application/x-www-form-urlencoded`
 * @param acceptLanguage - of the request; a `locale` in the form says it better
 */
export async function readForm(
  text: string,
  acceptLanguage = '',
): Promise<Record<string, unknown> & { locale: string }> {
  const parameters = new URLSearchParams(text);
  const {
    // Another solution of another challenge, or a later moment, makes no other sign-up.
    altcha,
    elapsed = '',
    ...fields
  } = Object.fromEntries(parameters) as Partial<Record<string, string>>;
  const { consent, consentText, consentVersion, waitingList, locale, times, submissionId, ...rest } = fields;
  const milliseconds = elapsed.trim() ? Number(elapsed) : NaN;
  const given = { given: true, version: consentVersion || 'form', text: consentText || 'Ticked in a form.' };
  const told = {
    ...Object.fromEntries(
      Object.entries(rest as Record<string, string>)
        .filter(([name]) => Object.hasOwn(schema.properties, name))
        .map(([name, value]) => [name, clean(value, name)]),
    ),
    locale: locale?.trim() || preferred(acceptLanguage),
    // A form asks for times with several boxes of one name; the widget writes them in the same way.
    ...(times && { times: parameters.getAll('times').join(', ') }),
    ...(ticked(waitingList) && { waitingList: true }),
    ...(ticked(consent) && { consent: given }),
  };
  return {
    ...told,
    // Only what is kept makes it another sign-up.
    submissionId: submissionId?.trim() || (await idOf(told)),
    altcha,
    ...(Number.isFinite(milliseconds) && milliseconds >= 0 && { elapsed: milliseconds }),
  };
}
