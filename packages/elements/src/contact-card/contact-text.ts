import type { ContactCardStrings } from './locales/en.js';
import { addressLines, type Practice } from './practice.js';

/** Who to ask for, with credentials: `Hannah Whitley, LCSW`. */
export function clinicianNames(practice: Pick<Practice, 'clinicians'>): readonly string[] {
  return practice.clinicians.map(({ name, credentials }) => (credentials ? `${name}, ${credentials}` : name));
}

/** Who else to ask for than the one by whose name the practice goes. */
export const otherClinicians = (practice: Practice): readonly string[] =>
  clinicianNames(practice).filter((clinician) => clinician !== practice.name);

/** The practice's details as plain text, one to a line, for the clipboard. */
export function contactText(practice: Practice, words: ContactCardStrings): string {
  const { name, telephone, sms, email, url, address } = practice;
  return [
    name,
    ...otherClinicians(practice),
    telephone && `${words.telephone}: ${telephone.text}`,
    sms && `${words.sms}: ${sms.text}`,
    email && `${words.email}: ${email}`,
    url && `${words.website}: ${url}`,
    ...(address ? addressLines(address) : []),
  ]
    .filter(Boolean)
    .join('\n');
}
