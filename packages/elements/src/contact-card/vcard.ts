import type { PostalAddress, Practice } from './practice.js';
import type { Telephone } from './telephone.js';

/** What of a practice goes into an address book. */
export type VCardContact = Pick<
  Practice,
  'name' | 'clinicians' | 'telephone' | 'sms' | 'email' | 'url' | 'address' | 'contactPoints'
>;

/** How a vCard is written. */
export interface VCardOptions {
  /** `3.0` (RFC 2426) or `4.0` (RFC 6350). */
  readonly version: '3.0' | '4.0';
  /** When the card was made. */
  readonly rev: Date;
}

/** A value without what could begin a new line or property (RFC 6350 section 3.4; control characters are not allowed). */
const escaped = (value = ''): string =>
  value
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- they are what is taken out
    .replace(/[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

const structured = (...parts: (string | undefined)[]): string => parts.map(escaped).join(';');

/** A line in pieces of at most 75 octets, no character split, each but the first after a space (RFC 6350 section 3.2). */
function folded(line: string): string {
  let octets = 0;
  return [...line]
    .map((character) => {
      const size = new TextEncoder().encode(character).length;
      const full = octets + size > 75;
      octets = full ? 1 + size : octets + size;
      return full ? `\r\n ${character}` : character;
    })
    .join('');
}

/**
 * A practice as a vCard, an organization's with its clinicians' names.
 *
 * @param contact - who it is
 * @returns the text of a `.vcf` file: lines end in CRLF and are folded at 75 octets
 */
export function vcard(contact: VCardContact, { version, rev }: VCardOptions): string {
  const { name, clinicians, email, url, address } = contact;
  const newer = version === '4.0';
  const lines = ['BEGIN:VCARD', `VERSION:${version}`];
  // A clinician who works under their own name is a person; every other practice is an organization.
  const person = clinicians.find((clinician) => clinician.name === name);
  const given = name.split(' ');
  const family = given.pop();
  if (newer) lines.push(`KIND:${person ? 'individual' : 'org'}`);
  else lines.push(`N:${person ? structured(family, given.join(' '), '', '', '') : ';;;;'}`);
  lines.push(`FN:${escaped(name)}`);
  if (person?.credentials) lines.push(`TITLE:${escaped(person.credentials)}`);
  if (!person) {
    lines.push(`ORG:${structured(name)}`);
    // Apple's address book shows the organization only where it is told to.
    if (!newer) lines.push('X-ABSHOWAS:COMPANY');
    const names = clinicians.map(({ name, credentials }) => (credentials ? `${name}, ${credentials}` : name));
    if (names.length) lines.push(`NOTE:${escaped(names.join('\n'))}`);
  }
  const number = (telephone: Telephone | undefined, type: string): void => {
    if (!telephone) return;
    const { href, number, extension } = telephone;
    lines.push(
      newer
        ? `TEL;VALUE=uri;TYPE="${type}":${href}`
        : `TEL;TYPE=${type}:${number}${extension ? ` x${extension}` : ''}`,
    );
  };
  number(contact.telephone, 'work,voice');
  number(contact.sms, newer ? 'work,text' : 'work,cell');
  for (const point of contact.contactPoints) number(point.telephone, 'work,voice');
  for (const one of [email, ...contact.contactPoints.map((point) => point.email)])
    if (one) lines.push(`EMAIL${newer ? ';TYPE=work' : ';TYPE=internet,work'}:${escaped(one)}`);
  if (address) {
    const parts: PostalAddress = typeof address === 'string' ? { street: address } : address;
    const { street, locality, region, postalCode, country } = parts;
    lines.push(`ADR;TYPE=work:${structured('', '', street, locality, region, postalCode, country)}`);
  }
  if (url) lines.push(`URL:${newer ? url : escaped(url)}`);
  lines.push(`REV:${rev.toISOString().replace(/[-:]|\.\d+/g, '')}`, 'END:VCARD', '');
  return lines.map(folded).join('\r\n');
}

/** A name for the file: letters and digits of any script, other characters become `-`; at most 60, never empty. */
export const vcardFileName = (name: string): string =>
  `${
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
      .slice(0, 60)
      .replace(/^-+|-+$/g, '') || 'contact'
  }.vcf`;
