import type { ContactCardStrings } from '../locales/en.js';
import { addressLines, type Practice } from './practice.js';

/**
 * Who to ask for, with credentials: `Hannah Whitley, LCSW`.
 *
 * @param known - a name that is said already: of that one it is the credentials alone
 */
export const clinicianNames = ({ clinicians }: Pick<Practice, 'clinicians'>, known?: string): readonly string[] =>
  clinicians
    .map(({ name, credentials }) => [name === known ? '' : name, credentials].filter(Boolean).join(', '))
    .filter(Boolean);

/** The practice's details as plain text, one to a line, for the clipboard. */
export function contactText(practice: Practice, words: ContactCardStrings): string {
  const { name, telephone, sms, email, url, address } = practice;
  return [
    name,
    ...clinicianNames(practice, name),
    telephone && `${words.telephone}: ${telephone.text}`,
    sms && `${words.sms}: ${sms.text}`,
    email && `${words.email}: ${email}`,
    url && `${words.website}: ${url}`,
    ...(address ? addressLines(address) : []),
  ]
    .filter(Boolean)
    .join('\n');
}
