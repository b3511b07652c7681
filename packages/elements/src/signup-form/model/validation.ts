import { ageBandValues, contactValues, formatValues } from './submission.js';
import type { Program, Session } from './program.js';

/** What stands in the form's fields, as text; absent where a field is not shown or nothing is chosen. */
export interface Answers {
  readonly name?: string;
  readonly email?: string;
  readonly telephone?: string;
  readonly preferredContact?: string;
  readonly leaveMessage?: string;
  readonly format?: string;
  readonly session?: string;
  readonly times?: string;
  readonly childAgeBand?: string;
  readonly message?: string;
  readonly consent?: string;
  readonly website?: string;
}

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
] as const;

/** A field that can be wrong. */
export type FieldName = (typeof fieldNames)[number];

/** What can be wrong with it. */
export const fieldCodes = ['missing', 'invalid', 'too-long'] as const;
export type FieldCode = (typeof fieldCodes)[number];

/** What is wrong, by field: a code, or words that the endpoint sent. */
export type FieldErrors = Readonly<Partial<Record<FieldName, string>>>;

/** Longest answers, in characters: names and addresses (RFC 5321), and a message that is not a letter. */
export const longest: Readonly<Partial<Record<FieldName, number>>> = {
  name: 200,
  email: 254,
  telephone: 50,
  message: 2000,
};

/** Whether an e-mail address has a form that could be one (WHATWG's is stricter; a server has the last word). */
const looksLikeEmail = (text: string): boolean => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text);

/** Whether a text has enough digits, of any script, to be dialled; how they are written is the writer's own. */
const looksLikeTelephone = (text: string): boolean => /(\p{Nd}\P{Nd}*){3}/u.test(text);

/** The way to take part: as answered, or the only one there is. */
export const formatOf = ({ format }: Answers, { formats }: Program): string | undefined =>
  format ?? (formats.length > 1 ? undefined : formats[0]);

/** Whether sessions are asked for: not for one to one. */
export const asksSession = (answers: Answers, program: Program): boolean =>
  !!program.sessions[0] && formatOf(answers, program) !== 'individual';

/** The session that is chosen; none for who is not sure, or is not asked. */
export const sessionOf = (answers: Answers, program: Program): Session | undefined =>
  asksSession(answers, program) ? program.sessions.find(({ id }) => id === answers.session) : undefined;

/**
 * Checks the answers, when they are sent and not before. A way of reaching the person is needed, and the one that they
 * prefer has to be there.
 */
export function validate(answers: Answers, program: Program): FieldErrors {
  const { name, email = '', telephone = '', preferredContact } = answers;
  const found: Partial<Record<FieldName, FieldCode>> = {};
  const one = (field: FieldName, allowed: readonly string[], needed: boolean): void => {
    const value = answers[field];
    if (!value ? needed : !allowed.includes(value)) found[field] = value ? 'invalid' : 'missing';
  };
  one('format', formatValues, program.formats.length > 1);
  if (asksSession(answers, program)) one('session', [...program.sessions.map(({ id }) => id), 'unsure'], true);
  if (!name?.trim()) found.name = 'missing';
  one('preferredContact', contactValues, true);
  const byEmail = preferredContact === 'email';
  if (telephone.trim()) {
    if (!looksLikeTelephone(telephone)) found.telephone = 'invalid';
    one('leaveMessage', ['yes', 'no'], true);
  } else if (preferredContact && !byEmail) found.telephone = 'missing';
  if (email.trim()) {
    if (!looksLikeEmail(email.trim())) found.email = 'invalid';
  } else if (byEmail) found.email = 'missing';
  one('childAgeBand', ageBandValues, false);
  // The honeypot. A browser may have filled it in: then its owner is told, and nobody is taken for a robot in silence.
  if (answers.website) found.website = 'invalid';
  if (!answers.consent) found.consent = 'missing';
  for (const [field, most] of Object.entries(longest))
    if ((answers[field as FieldName]?.length ?? 0) > most) found[field as FieldName] = 'too-long';
  return found;
}

const common = ['gmail.com', 'yahoo.com', 'hotmail.com', 'outlook.com', 'icloud.com', 'aol.com', 'comcast.net'];

/** Whether one change of a letter (left out, added, another one, or two that changed places) makes one word of the other. */
const nearly = (one: string, other: string): boolean => {
  let same = 0;
  while (one[same] && one[same] === other[same]) same++;
  const [from, to] = [one.slice(same), other.slice(same)];
  const [first = '', second = '', ...rest] = from;
  return [
    second + first + rest.join(''),
    to.slice(0, 1) + from,
    to.slice(0, 1) + from.slice(1),
    from.slice(1),
  ].includes(to);
};

/**
 * What an address with a likely slip in its domain may have been meant to be. A suggestion: the address as it is may be right.
 *
 * @returns `undefined` when nothing is likely
 */
export function suggestEmail(email: string): string | undefined {
  const [, local, domain = ''] = /^(\S+@)(\S+)$/.exec(email.trim().toLowerCase()) ?? [];
  const meant = common.find((one) => one !== domain && nearly(one, domain));
  return local && !common.includes(domain) && meant ? email.trim().slice(0, local.length) + meant : undefined;
}
