import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import schema from '#signup.schema.json' with { type: 'json' };
import type { SignUp } from '#signup.schema.types';
import { clean } from './clean.js';
import { readAltcha, readElapsed, readLocale } from './soft-fields.js';

/** Sent with a sign-up but not part of it: a retry may change these. */
export interface Signals {
  elapsed: number | undefined;
  altcha: string | undefined;
}

/** A sign-up as it is stored, derived from signup.schema.json. */
export type Submission = Omit<SignUp, keyof Signals | 'website' | 'telephoneE164'>;

/** Why a field was refused: absent or empty, of the wrong form, or too long. */
export type FieldCode = 'missing' | 'invalid' | 'too-long';

/** The refused fields by their names in the submission. Empty if the body is not a JSON object. */
export type FieldErrors = Record<string, FieldCode>;

/** The result of reading a body. `honeypot` means that the invisible field holds text, whatever the rest says. */
export type Parsed =
  | { kind: 'submission'; submission: Submission; signals: Signals }
  | { kind: 'honeypot' }
  | { kind: 'invalid'; fieldErrors: FieldErrors };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Cleans an object's own texts and omits empty values, since a form sends an empty text for an unanswered question. */
const cleanFields = (object: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(object)
      .map(([key, value]): [string, unknown] => [key, typeof value === 'string' ? clean(value, key) : value])
      .filter(([, value]) => value !== '' && value !== null && value !== undefined),
  );

// Reports all errors, not only the first, so that a form can show them together.
const validator = new Validator(schema as Schema, '2020-12', false);

/** The field that an error is about: the first part of its JSON Pointer (RFC 6901). */
const fieldOf = ({ instanceLocation }: OutputUnit) =>
  (instanceLocation.split('/')[1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~');

/** Validates cleaned fields. Returns `undefined` if they are valid. */
function validate(fields: Record<string, unknown>): FieldErrors | undefined {
  const { errors } = validator.validate(fields);
  const found = new Map<string, FieldCode>();
  for (const error of errors) {
    const field = fieldOf(error);
    // A text that is too long may also fail a pattern. The length is what the person can fix, so it wins.
    if (field && error.keyword === 'maxLength') found.set(field, 'too-long');
    else if (field && !found.has(field)) found.set(field, 'invalid');
  }
  for (const key of schema.required) if (fields[key] === undefined) found.set(key, 'missing');
  const { consent, email, telephone } = fields;
  if (isObject(consent) && schema.properties.consent.required.some((key) => consent[key] === undefined))
    found.set('consent', 'missing');
  if (email === undefined && telephone === undefined) found.set('email', 'missing').set('telephone', 'missing');
  return errors.length > 0 || found.size > 0 ? Object.fromEntries(found) : undefined;
}

/**
 * Reads the body of a sign-up: cleans its texts, drops soft fields that are wrong, then validates it with signup.schema.json.
 *
 * @param body - parsed JSON of any shape
 */
export function parseSubmission(body: unknown): Parsed {
  if (!isObject(body)) return { kind: 'invalid', fieldErrors: {} };
  // telephoneE164 is ignored: the receiver computes it.
  const { telephoneE164: _, locale, elapsed, altcha, ...answers } = cleanFields(body);
  // `und` is the tag for an undetermined language (RFC 5646).
  const fields: Record<string, unknown> = { ...answers, locale: readLocale(locale) ?? 'und' };
  // The only nested object. Deeper ones are refused, not cleaned, however deep they are.
  if (isObject(fields['consent'])) fields['consent'] = cleanFields(fields['consent']);
  if (typeof fields['website'] === 'string') return { kind: 'honeypot' };

  const fieldErrors = validate(fields);
  if (fieldErrors) return { kind: 'invalid', fieldErrors };

  const { website: __, ...submission } = fields as unknown as Submission & Pick<SignUp, 'website'>;
  return {
    kind: 'submission',
    // UUIDs are case-insensitive.
    submission: { ...submission, submissionId: submission.submissionId.toLowerCase() },
    signals: { elapsed: readElapsed(elapsed), altcha: readAltcha(altcha) },
  };
}
