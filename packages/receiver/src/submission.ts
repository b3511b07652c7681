import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import schema from '#signup.schema.json' with { type: 'json' };

/** Why a field was refused: absent or empty, not of its kind, or longer than allowed. */
export type FieldCode = 'missing' | 'invalid' | 'too-long';

/** Refused fields by their names in the submission, `consent` as a whole. Empty when the body is no JSON object. */
export type FieldErrors = Record<string, FieldCode>;

/** A sign-up as it is sent; see signup.schema.json for the limits. */
export interface Submission {
  /** UUID, lower case (RFC 9562). */
  submissionId: string;
  program: string;
  /** `@id` of a CourseInstance. */
  session?: string;
  format?: 'individual' | 'group' | 'unsure';
  waitingList?: boolean;
  name: string;
  email?: string;
  /** As typed. */
  telephone?: string;
  preferredContact?: 'telephone' | 'email' | 'sms';
  leaveMessage?: 'yes' | 'no';
  times?: string;
  childAgeBand?: string;
  message?: string;
  consent: { given: true; version: string; text: string };
  /** BCP 47. */
  locale: string;
}

/** What comes with a sign-up and is no part of it: a retry may change it. */
export interface Signals {
  /** Milliseconds since the form was shown. */
  elapsed?: number;
  /** Solution of a challenge, as ALTCHA writes it; not yet looked at. */
  altcha?: string;
}

/** What a body turned out to be; `honeypot` when the field that no person sees holds text, whatever else it says. */
export type Parsed =
  | { kind: 'submission'; submission: Submission; signals: Signals }
  | { kind: 'honeypot' }
  | { kind: 'invalid'; fieldErrors: FieldErrors };

/** Texts whose line breaks mean something. */
const paragraphs = new Set(['times', 'message', 'text']);

/** What cannot be seen, though it is a character: U+200B and the like. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * A text of a sign-up as it is kept: no control characters (PostgreSQL has no place for U+0000) and no halves of surrogate pairs
 * (UTF-8 has none for those), one space for many, line breaks only in paragraphs, and letters in one form (NFC), since
 * systems write `é` in two. An e-mail address loses what cannot be seen, too: copying brings it along, and no mail would arrive.
 */
export function clean(text: string, key: string): string {
  const lines = paragraphs.has(key);
  const kept = text
    .replace(/\r\n?/g, '\n')
    .replace(lines ? /[^\S\n]+/g : /\s+/g, ' ')
    .replace(/[^\P{Cc}\n]/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize()
    .trim();
  const seen = kept.replace(invisible, '').trim();
  return key === 'email' || !seen ? seen : kept;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object's own texts cleaned, and what is empty left out: a form sends an empty text for what was not answered. */
const cleaned = (object: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(object)
      .map(([key, value]): [string, unknown] => [key, typeof value === 'string' ? clean(value, key) : value])
      .filter(([, value]) => value !== '' && value !== null),
  );

// All errors at once, so that a form can show them all.
const validator = new Validator(schema as Schema, '2020-12', false);

/** The field that an error is about: the first step of its JSON Pointer (RFC 6901). */
const fieldOf = ({ instanceLocation }: OutputUnit) =>
  (instanceLocation.split('/')[1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~');

/**
 * Reads the body of a sign-up: cleans its texts, then holds it against signup.schema.json.
 *
 * @param body - parsed JSON of any shape
 */
export function parseSubmission(body: unknown): Parsed {
  if (!isObject(body)) return { kind: 'invalid', fieldErrors: {} };
  // A number is not taken on the sender's word: the receiver works it out itself.
  const { website, elapsed, altcha, telephoneE164: _, ...rest } = cleaned(body);
  // No deeper than this, however deep the body is.
  if (isObject(rest['consent'])) rest['consent'] = cleaned(rest['consent']);
  if (typeof website === 'string') return { kind: 'honeypot' };

  const { errors } = validator.validate({
    ...rest,
    ...(website === undefined ? {} : { website }),
    ...(elapsed === undefined ? {} : { elapsed }),
    ...(altcha === undefined ? {} : { altcha }),
  });
  const found = new Map<string, FieldCode>();
  for (const error of errors) {
    const field = fieldOf(error);
    // A length wins: what is too long may also fail a pattern, and the length is what the person can mend.
    if (field && error.keyword === 'maxLength') found.set(field, 'too-long');
    else if (field && !found.has(field)) found.set(field, 'invalid');
  }
  for (const key of schema.required) if (rest[key] === undefined) found.set(key, 'missing');
  const { consent, email, telephone } = rest;
  if (isObject(consent) && schema.properties.consent.required.some((key) => consent[key] === undefined))
    found.set('consent', 'missing');
  if (email === undefined && telephone === undefined) found.set('email', 'missing').set('telephone', 'missing');
  if (errors.length || found.size) return { kind: 'invalid', fieldErrors: Object.fromEntries(found) };

  const submission = rest as unknown as Submission;
  return {
    kind: 'submission',
    // A UUID is the same in both cases.
    submission: { ...submission, submissionId: submission.submissionId.toLowerCase() },
    signals: {
      ...(typeof elapsed === 'number' ? { elapsed } : {}),
      ...(typeof altcha === 'string' ? { altcha } : {}),
    },
  };
}

/**
 * The id in an `Idempotency-Key` header: a quoted string (RFC 9651, section 3.3.3), or the same without quotes, which
 * some clients send.
 */
export const idempotencyKey = (header: string): string =>
  header
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .toLowerCase();
