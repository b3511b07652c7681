import {
  instant,
  link,
  list,
  listOf,
  objectOf,
  oneOf,
  text,
  textAs,
  type Fields,
  type RawConfiguration,
  type Reading,
} from '../../foundation/configuration/readers.js';
import { dateFormat } from '../../foundation/formats/intl.js';
import { crisisSettings, crisisShown, type CrisisHelp } from '../../foundation/crisis/crisis.js';
import { parseOpeningHoursSpecification, parseOpeningHoursText } from './opening-hours-parser.js';
import type { OpeningHours } from './opening-hours.js';
import { telephone, type Telephone } from '../../foundation/formats/telephone.js';

/** Allowed values of `accepting`. */
export const acceptingValues = ['yes', 'waiting-list', 'no'] as const;
/** Allowed values of `links`. */
export const linksValues = ['auto', 'always', 'never'] as const;
/** Allowed values of `vcard-version`. */
export const vcardVersions = ['3.0', '4.0'] as const;

/**
 * Schema.org types that are read as a practice: `LocalBusiness` and what of its family a practice would use. An
 * organization is one where there is none of these: on many pages it is who made the page.
 */
export const practiceTypes = [
  /(Business|Clinic|Physician|Psychiatric|CommunityHealth|lService|ChildCare|Physiotherapy|Hospital)$/,
  /Organization$/,
] as const;

const email = textAs('an e-mail address', (words) => /^(?:mailto:)?([^\s@<>"?&%#]+@[^\s@<>"?&%]+)$/i.exec(words)?.[1]);

/** A text, or an object that has one under `key`, as schema.org allows for languages and countries. */
const named =
  (...keys: string[]) =>
  (value: unknown, path: string, reading: Reading): string | undefined =>
    text(keys.map((key) => (value as RawConfiguration | undefined)?.[key]).find(Boolean) ?? value, path, reading);
const languages = listOf(named('alternateName', 'name'));

const addressReaders = {
  streetAddress: text,
  addressLocality: text,
  addressRegion: text,
  postalCode: text,
  addressCountry: named('name'),
};
const postalAddress = objectOf(addressReaders);

/** Names of the parts of a postal address, in the order of a vCard (RFC 6350, section 6.3.1). */
export const addressKeys = Object.keys(addressReaders) as (keyof typeof addressReaders)[];

/** A postal address, by the names of schema.org `PostalAddress`. */
export type PostalAddress = Fields<typeof addressReaders>;

/** Settings of the card that can be written as attributes, in camel case. */
export const practiceSettings = {
  name: text,
  clinician: text,
  credentials: text,
  telephone,
  sms: telephone,
  email,
  url: link,
  address: (value: unknown, path: string, reading: Reading): string | PostalAddress | undefined =>
    typeof value === 'object' ? postalAddress(list(value)[0], path, reading) : text(value, path, reading),
  openingHours: parseOpeningHoursText,
  timeZone: textAs('a time zone such as America/New_York', (timeZone) => {
    try {
      dateFormat('en', {}, timeZone);
      return timeZone;
    } catch {
      return undefined;
    }
  }),
  responseTime: text,
  accepting: oneOf(...acceptingValues),
  ...crisisSettings,
  links: oneOf(...linksValues),
  vcardUrl: link,
  vcardVersion: oneOf(...vcardVersions),
  now: instant,
};

const configuration = objectOf({
  ...practiceSettings,
  hasMap: link,
  employee: listOf(objectOf({ name: text, honorificPrefix: text, honorificSuffix: text, jobTitle: text })),
  availableLanguage: languages,
  contactPoint: listOf(objectOf({ contactType: text, name: text, telephone, email, availableLanguage: languages })),
  // Read together, below.
  openingHoursSpecification: (value: unknown): unknown => value,
  specialOpeningHoursSpecification: (value: unknown): unknown => value,
});

/** A clinician. */
export interface Clinician {
  readonly name: string;
  readonly credentials: string | undefined;
}

/** Another way in, by schema.org `ContactPoint`. */
export interface ContactPoint {
  readonly type: string | undefined;
  readonly telephone: Telephone | undefined;
  readonly email: string | undefined;
  /** BCP 47 codes or names. */
  readonly languages: readonly string[];
}

/** What the contact card shows. Everything but the name and the crisis help may be absent. */
export interface Practice {
  readonly name: string;
  readonly clinicians: readonly Clinician[];
  readonly telephone?: Telephone | undefined;
  readonly sms?: Telephone | undefined;
  readonly email?: string | undefined;
  /** Absolute, scheme checked. */
  readonly url?: string | undefined;
  readonly address?: string | PostalAddress | undefined;
  /** Link to a map, scheme checked: the configured `hasMap`, else a search for the address. */
  readonly map?: string | undefined;
  readonly hours?: OpeningHours | undefined;
  readonly timeZone?: string | undefined;
  readonly responseTime?: string | undefined;
  readonly accepting?: (typeof acceptingValues)[number] | undefined;
  /** BCP 47 codes or names. */
  readonly languages: readonly string[];
  readonly contactPoints: readonly ContactPoint[];
  /** Crisis help, or the words that say why it is not here. */
  readonly crisis: CrisisHelp | string;
  readonly links: (typeof linksValues)[number];
  readonly vcardUrl?: string | undefined;
  readonly vcardVersion: (typeof vcardVersions)[number];
  /** Fixed instant for tests and stories; absent: the clock. */
  readonly now?: Date | undefined;
}

/** The lines of an address as they are written on an envelope, without the country. */
export function addressLines(address: string | PostalAddress): readonly string[] {
  if (typeof address === 'string') return address.split(/\s*\n\s*/);
  const { streetAddress, addressLocality, addressRegion, postalCode } = address;
  const joined = (by: string, ...parts: (string | undefined)[]): string => parts.filter(Boolean).join(by);
  return [streetAddress ?? '', joined(', ', addressLocality, joined(' ', addressRegion, postalCode))].filter(Boolean);
}

/**
 * Turns a configuration (schema.org `LocalBusiness` family, and the card's attributes in camel case) into a practice.
 * Every wrong value is reported and left out; nothing is guessed.
 *
 * @param raw - merged configuration
 * @param reading - told of every wrong value and every unknown key
 * @returns the practice, or `undefined` when it has neither a name nor any way to reach it
 */
export function parsePractice(raw: RawConfiguration, reading: Reading): Practice | undefined {
  const { report } = reading;
  const found = configuration(raw, '', reading) ?? {};
  const { address, openingHours: week } = found;
  const employees = (found.employee ?? []).flatMap(({ name, honorificPrefix, honorificSuffix }, index): Clinician[] => {
    if (!name) report(`employee[${index}].name`, "the clinician's name", 'missing-value');
    return name ? [{ name: honorificPrefix ? `${honorificPrefix} ${name}` : name, credentials: honorificSuffix }] : [];
  });
  const { credentials = employees[0]?.credentials } = found;
  // Credentials without a clinician are those of whom the practice is named after.
  const { clinician = employees[0]?.name ?? (credentials && found.name) } = found;
  const contactPoints = (found.contactPoint ?? [])
    .map(({ contactType, name, telephone, email, availableLanguage = [] }) => ({
      type: contactType ?? name,
      telephone,
      email,
      languages: availableLanguage,
    }))
    .filter(({ telephone, email }) => telephone ?? email);
  const rest = parseOpeningHoursSpecification(
    week ? undefined : found.openingHoursSpecification,
    found.specialOpeningHoursSpecification,
    reading,
  );
  const { name = clinician, telephone, sms, email, url } = found;
  const reachable = telephone ?? sms ?? email ?? url ?? address ?? contactPoints[0];
  if (!name) report('name', "the practice's name", 'missing-value');
  else if (!reachable) report('telephone', 'a telephone number', 'missing-value');
  if (!name && !reachable) return undefined;
  return {
    ...found,
    name: name ?? '',
    clinicians: clinician ? [{ name: clinician, credentials }, ...employees.slice(1)] : employees,
    map:
      found.hasMap ??
      (address &&
        `https://www.google.com/maps/search/?api=1&${new URLSearchParams({
          query: [...addressLines(address), (address as PostalAddress).addressCountry].filter(Boolean).join(', '),
        })}`),
    hours:
      week && rest
        ? { regular: week.regular, special: rest.special, complete: week.complete && rest.complete }
        : (week ?? rest),
    languages: found.availableLanguage ?? [],
    contactPoints,
    crisis: crisisShown(found, reading),
    links: found.links ?? 'auto',
    vcardVersion: found.vcardVersion ?? '3.0',
  };
}
