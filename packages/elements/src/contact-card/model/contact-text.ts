import type { ContactCardStrings } from '../locales/en.js';
import { addressLines, type Practice } from './practice.js';

/**
 * Returns the clinicians with their credentials: `Hannah Whitley, LCSW`.
 *
 * @param title - the name that is already shown; a clinician of that name is returned without it
 */
export const clinicianNames = ({ clinicians }: Pick<Practice, 'clinicians'>, title?: string): readonly string[] =>
  clinicians
    .map(({ name, credentials }) => [name === title ? '' : name, credentials].filter(Boolean).join(', '))
    .filter(Boolean);

/** The practice's details as plain text, one per line, for the clipboard. */
export function contactText(practice: Practice, strings: ContactCardStrings): string {
  const { name, telephone, sms, email, url, address } = practice;
  return [
    name,
    ...clinicianNames(practice, name),
    telephone && `${strings.telephone}: ${telephone.text}`,
    sms && `${strings.sms}: ${sms.text}`,
    email && `${strings.email}: ${email}`,
    url && `${strings.website}: ${url}`,
    ...(address ? addressLines(address) : []),
  ]
    .filter(Boolean)
    .join('\n');
}
