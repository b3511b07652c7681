import type { Program, Session } from './program.js';
import type { Submission } from './submission.js';

/** Fields in the order of the form. */
export const fieldNames = [
  'format',
  'session',
  'times',
  'name',
  'preferredContact',
  'telephone',
  'leaveMessage',
  'email',
  'childAgeBand',
  'message',
  'website',
  'consent',
] as const satisfies readonly (keyof Submission)[];

/** Name of a field. */
export type FieldName = (typeof fieldNames)[number];

const emailFirst = fieldNames.map((field) =>
  field === 'email' ? 'telephone' : field === 'telephone' ? 'email' : field,
);

/** The answers as text; absent if a field is not shown or nothing is chosen. */
export type Answers = Readonly<Partial<Record<FieldName, string>>>;

/** The fields in the order of the form: what the preferred way of contact needs is before the other one. */
export const fieldOrder = ({ preferredContact }: Pick<Answers, 'preferredContact'>): readonly FieldName[] =>
  preferredContact === 'email' ? emailFirst : fieldNames;

/** Codes of errors; `no-contact` means that there is neither a telephone number nor an email address. */
export type FieldCode = 'missing' | 'invalid' | 'too-long' | 'no-contact';

/** Errors by field: a code, or the endpoint's message. */
export type FieldErrors = Readonly<Partial<Record<FieldName, string>>>;

/** Maximum lengths of answers in characters (Unicode code points), for email addresses according to RFC 5321. */
export const maxLengths: Readonly<Partial<Record<FieldName, number>>> = {
  name: 200,
  email: 254,
  telephone: 50,
  message: 2000,
};

/** Whether a text may be an email address. The HTML standard's rule is stricter; the server decides. */
const looksLikeEmail = (text: string): boolean => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text);

/** Whether a text has enough digits for a telephone number, in any script and format. */
const looksLikeTelephone = (text: string): boolean => /(\p{Nd}\P{Nd}*){3}/u.test(text);

/** The chosen format, or the only one. */
export const formatOf = ({ format }: Answers, { formats }: Program): string | undefined =>
  format ?? (formats.length > 1 ? undefined : formats[0]);

/** Whether a question is asked. */
export function isAsked(field: FieldName, answers: Answers, program: Program): boolean {
  switch (field) {
    case 'format':
      return program.formats.length > 1;
    case 'session':
      return program.sessions.length > 0 && formatOf(answers, program) !== 'individual';
    case 'times':
      return program.sessions.length === 0;
    case 'leaveMessage':
      // Only a call can be missed.
      return answers.preferredContact === 'telephone';
    case 'childAgeBand':
      return program.ask.includes('child-age-band');
    case 'message':
      return program.ask.includes('message');
    case 'name':
    case 'preferredContact':
    case 'telephone':
    case 'email':
    case 'website':
    case 'consent':
      return true;
    default:
      field satisfies never;
      return true;
  }
}

/** The chosen session; none if the person is unsure or is not asked. */
export const sessionOf = (answers: Answers, program: Program): Session | undefined =>
  isAsked('session', answers, program) ? program.sessions.find(({ id }) => id === answers.session) : undefined;

/** Fields that need an answer, if they are asked. What is chosen is one of the choices that the form shows. */
const required = ['format', 'session', 'name', 'preferredContact', 'leaveMessage', 'consent'] as const;

/** Validates the answers before they are sent. The preferred way to contact the person is required. */
export function validate(answers: Answers, program: Program): FieldErrors {
  const { email = '', telephone = '', preferredContact } = answers;
  const errors: Partial<Record<FieldName, FieldCode>> = {};
  for (const field of required)
    if (isAsked(field, answers, program) && !answers[field]?.trim()) errors[field] = 'missing';
  const byEmail = preferredContact === 'email';
  if (telephone.trim()) {
    if (!looksLikeTelephone(telephone)) errors.telephone = 'invalid';
  } else if (!preferredContact) {
    if (!email.trim()) errors.telephone = 'no-contact';
  } else if (!byEmail) errors.telephone = 'missing';
  if (email.trim()) {
    if (!looksLikeEmail(email.trim())) errors.email = 'invalid';
  } else if (byEmail) errors.email = 'missing';
  // The honeypot. A browser may have filled it in, so the person can clear it and is not silently treated as a robot.
  if (answers.website) errors.website = 'invalid';
  for (const [field, maxLength] of Object.entries(maxLengths))
    if ([...(answers[field as FieldName] ?? '')].length > maxLength) errors[field as FieldName] = 'too-long';
  return errors;
}
