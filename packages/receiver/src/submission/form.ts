/** Reads sign-ups from native HTML forms: sent by a browser without JavaScript, or by the widget's `form` adapter. */
import schema from '#signup.schema.json' with { type: 'json' };
import { digest, type Json } from '../digest.js';
import { clean } from './clean.js';
import { readLocale } from './soft-fields.js';

/**
 * A UUID (RFC 9562, version 8) made from the fields of a form. A reload or a second press of the button results in the
 * same id, so it counts as the same sign-up.
 */
async function idFor(fields: Json): Promise<string> {
  return (await digest(fields)).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-8$3-8$4-$5');
}

/** The browser's preferred language. English if it is unclear. */
function preferredLanguage(acceptLanguage: string): string {
  try {
    const [locale = ''] = Intl.getCanonicalLocales(acceptLanguage.split(/[,;]/)[0]?.trim());
    if (locale.length <= schema.properties.locale.maxLength) return locale || 'en';
  } catch {
    // Not a language tag, such as `*`.
  }
  return 'en';
}

/** Whether a checkbox is checked. It sends the value that its form gave it, or nothing when it is not checked. */
const isChecked = (value = ''): boolean => !/^\s*(no|off|false|0|)\s*$/i.test(value);

/**
 * The body of a sign-up, from the fields of a form. A checked `consent` is consent to the form's own `consentText` and
 * `consentVersion`. Fields that a sign-up does not have are ignored.
 *
 * @param entries - the form's fields
 * @param acceptLanguage - the request's header, used if the form has no `locale`
 */
export async function readForm(
  entries: readonly [name: string, value: string][],
  acceptLanguage = '',
): Promise<Record<string, unknown> & { locale: string }> {
  const cleaned = entries.map(([name, value]) => [name, clean(value, name)] as const).filter(([, value]) => value);
  const {
    // Not part of the id: another solution, or a later time, is still the same sign-up.
    altcha,
    elapsed,
    submissionId,
    consent,
    consentText,
    consentVersion,
    waitingList,
    locale,
    ...rest
  } = Object.fromEntries(cleaned) as Partial<Record<string, string>>;
  const fields = {
    ...Object.fromEntries(
      Object.entries(rest as Record<string, string>).filter(([name]) => Object.hasOwn(schema.properties, name)),
    ),
    locale: readLocale(locale) ?? preferredLanguage(acceptLanguage),
    // Several checkboxes with the same name. The widget joins them in the same way.
    ...(rest.times && { times: cleaned.flatMap(([name, value]) => (name === 'times' ? value : [])).join(', ') }),
    ...(isChecked(waitingList) && { waitingList: true }),
    ...(isChecked(consent) && {
      consent: { given: true, version: consentVersion || 'form', text: consentText || 'Checked in a form.' },
    }),
  };
  return { ...fields, submissionId: submissionId || (await idFor(fields)), altcha, elapsed };
}
