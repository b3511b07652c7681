import { escapeText, fold, utcTime } from '../../foundation/formats/content-line.js';
import type { Telephone } from '../../foundation/formats/telephone.js';
import { clinicianNames } from './contact-text.js';
import { addressKeys, type Practice } from './practice.js';

/** The details of a practice that a vCard has. */
export type VCardContact = Pick<
  Practice,
  'name' | 'clinicians' | 'telephone' | 'sms' | 'email' | 'url' | 'address' | 'contactPoints'
>;

/**
 * Writes a practice as a vCard, for address books.
 *
 * A practice with a name of its own becomes a company with its clinicians in a note; one with only a clinician's name becomes
 * that person. For a company, iOS and macOS write and read an empty `N` with `X-ABShowAs`; others show `FN` or `ORG`. FN must
 * not be empty, so without a name it holds the number or address. In 3.0 the extension follows a comma, at which telephones
 * pause before they continue to dial.
 *
 * @param options.version - `3.0` (RFC 2426), which nearly all address books read, or `4.0` (RFC 6350)
 * @param options.rev - when the details were last changed
 * @returns the text of the file, with CRLF line ends
 */
export function vcard(contact: VCardContact, { version, rev }: { version: '3.0' | '4.0'; rev: Date }): string {
  const { clinicians, telephone, sms, email, url, address, contactPoints } = contact;
  const name = contact.name || (telephone?.text ?? email ?? url ?? '');
  const person = clinicians.find((clinician) => clinician.name === name);
  const people = clinicianNames(contact);
  const telephoneLine = ({ href }: Telephone, type: string): string =>
    `TEL;TYPE=WORK,${type}${version === '4.0' ? `;VALUE=uri:${href}` : `:${escapeText(href.slice(4).replace(';ext=', ','))}`}`;
  const emailLine = (to: string): string => `EMAIL;TYPE=WORK:${escapeText(to)}`;
  return [
    'BEGIN:VCARD',
    `VERSION:${version}`,
    version === '4.0' && `KIND:${person ? 'individual' : 'org'}`,
    `N:;${person ? escapeText(name) : ''};;;${escapeText(person?.credentials)}`,
    `FN:${escapeText(name)}`,
    !person && `ORG:${escapeText(name)}`,
    !person && 'X-ABShowAs:COMPANY',
    telephone && telephoneLine(telephone, 'VOICE'),
    sms && telephoneLine(sms, 'CELL'),
    email && emailLine(email),
    address &&
      `ADR;TYPE=WORK:;;${addressKeys
        .map((key, index) => escapeText(typeof address === 'object' ? address[key] : index ? '' : address))
        .join(';')}`,
    url && `URL:${url}`,
    people.length > (person ? 1 : 0) && `NOTE:${escapeText(people.join('\n'))}`,
    // Apple labels a property with a second one of the same group; other address books read that too.
    ...contactPoints.flatMap(({ type, telephone, email }, index) =>
      [telephone && telephoneLine(telephone, 'VOICE'), email && emailLine(email)].flatMap((line, part) => {
        const group = `item${index}${part}`;
        return line && type ? [`${group}.${line}`, `${group}.X-ABLabel:${escapeText(type)}`] : line;
      }),
    ),
    `REV:${utcTime(rev)}`,
    'END:VCARD',
  ]
    .flatMap((line) => (line ? fold(line) : []))
    .join('');
}
