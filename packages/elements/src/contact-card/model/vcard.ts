import { fold } from '../../foundation/formats/content-line.js';
import { clinicianNames } from './contact-text.js';
import { addressKeys, type Practice } from './practice.js';
import type { Telephone } from '../../foundation/formats/telephone.js';

/** What of a practice goes into an address book. */
export type VCardContact = Pick<
  Practice,
  'name' | 'clinicians' | 'telephone' | 'sms' | 'email' | 'url' | 'address' | 'contactPoints'
>;

/** Escapes a text value (RFC 2426 section 4, RFC 6350 section 3.4). */
const escape = (text = ''): string => text.replace(/[\\,;]/g, '\\$&').replace(/\r\n?|[\n\u2028\u2029]/g, '\\n');

/**
 * A practice as a vCard, for address books.
 *
 * A practice with a name of its own is a company, its clinicians are a note; one that has only a clinician's name is that
 * person. Company: an empty `N` with `X-ABShowAs` is what iOS and macOS write and read; others show `FN` or `ORG`.
 * Without a name, the number or address stands for it, as FN must not be empty. An extension follows a comma in 3.0, at which telephones wait before they dial on.
 *
 * @param options.version - `3.0` (RFC 2426), which nearly all address books read, or `4.0` (RFC 6350)
 * @param options.rev - when the details were last changed
 * @returns the file's text, lines end with CRLF
 */
export function vcard(contact: VCardContact, { version, rev }: { version: '3.0' | '4.0'; rev: Date }): string {
  const { clinicians, telephone, sms, email, url, address, contactPoints } = contact;
  const name = contact.name || (telephone?.text ?? email ?? url ?? '');
  const modern = version === '4.0';
  const person = clinicians.find((clinician) => clinician.name === name);
  const people = clinicianNames(contact);
  const tel = ({ href }: Telephone, type: string): string =>
    `TEL;TYPE=WORK,${type}${modern ? `;VALUE=uri:${href}` : `:${escape(href.slice(4).replace(';ext=', ','))}`}`;
  const mail = (to: string): string => `EMAIL;TYPE=WORK:${escape(to)}`;
  return [
    'BEGIN:VCARD',
    `VERSION:${version}`,
    modern && `KIND:${person ? 'individual' : 'org'}`,
    `N:;${person ? escape(name) : ''};;;${escape(person?.credentials)}`,
    `FN:${escape(name)}`,
    !person && `ORG:${escape(name)}`,
    !person && 'X-ABShowAs:COMPANY',
    telephone && tel(telephone, 'VOICE'),
    sms && tel(sms, 'CELL'),
    email && mail(email),
    address &&
      `ADR;TYPE=WORK:;;${addressKeys
        .map((key, index) => escape(typeof address === 'object' ? address[key] : index ? '' : address))
        .join(';')}`,
    url && `URL:${url}`,
    people[person ? 1 : 0] && `NOTE:${escape(people.join('\n'))}`,
    // A label is a property of the same group: Apple's, which others read too.
    ...contactPoints.flatMap(({ type, telephone, email }, index) =>
      [telephone && tel(telephone, 'VOICE'), email && mail(email)].flatMap((line, part) => {
        const group = `item${index}${part}`;
        return line && type ? [`${group}.${line}`, `${group}.X-ABLabel:${escape(type)}`] : line;
      }),
    ),
    `REV:${rev.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    'END:VCARD',
  ]
    .flatMap((line) => (line ? fold(line) : []))
    .join('');
}
