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
 * Schema.org types of a practice: those of the `LocalBusiness` family that a practice would use, otherwise `Organization`.
 * Organizations come last because on many pages the organization is the agency that made the page.
 */
export const practiceTypes = [
  /(Business|Clinic|Physician|Psychiatric|CommunityHealth|lService|ChildCare|Physiotherapy|Hospital)$/,
  /Organization$/,
] as const;

const email = textAs('an e-mail address', (input) => /^(?:mailto:)?([^\s@<>"?&%#]+@[^\s@<>"?&%]+)$/i.exec(input)?.[1]);

/**
 * Makes a reader of a text, or of an object with a text under one of the keys: schema.org allows both for languages and
 * countries.
 */
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

/** Readers of the settings that the card accepts as attributes and properties. */
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
  // Parsed together in `parsePractice`.
  openingHoursSpecification: (value: unknown): unknown => value,
  specialOpeningHoursSpecification: (value: unknown): unknown => value,
});

/** A clinician. */
export interface Clinician {
  readonly name: string;
  readonly credentials: string | undefined;
}

/** Another channel (schema.org `ContactPoint`), such as one for new families. */
export interface ContactPoint {
  readonly type: string | undefined;
  readonly telephone: Telephone | undefined;
  readonly email: string | undefined;
  /** BCP 47 codes or names. */
  readonly languages: readonly string[];
}

/** Model of the contact card. Everything except the name and the crisis help may be absent. */
export interface Practice {
  readonly name: string;
  readonly clinicians: readonly Clinician[];
  readonly telephone?: Telephone | undefined;
  readonly sms?: Telephone | undefined;
  readonly email?: string | undefined;
  /** Absolute, scheme checked. */
  readonly url?: string | undefined;
  readonly address?: string | PostalAddress | undefined;
  /** Link to a map, scheme checked: the configured `hasMap`, otherwise a search for the address. */
  readonly map?: string | undefined;
  readonly hours?: OpeningHours | undefined;
  readonly timeZone?: string | undefined;
  readonly responseTime?: string | undefined;
  readonly accepting?: (typeof acceptingValues)[number] | undefined;
  /** BCP 47 codes or names. */
  readonly languages: readonly string[];
  readonly contactPoints: readonly ContactPoint[];
  /** Crisis help, or the reason why there is none. */
  readonly crisis: CrisisHelp | string;
  readonly links: (typeof linksValues)[number];
  readonly vcardUrl?: string | undefined;
  readonly vcardVersion: (typeof vcardVersions)[number];
  /** Fixed current time for tests and stories; default: the clock. */
  readonly now?: Date | undefined;
}

/** Returns the lines of an address as on an envelope, without the country. */
export function addressLines(address: string | PostalAddress): readonly string[] {
  if (typeof address === 'string') return address.split(/\s*\n\s*/);
  const { streetAddress, addressLocality, addressRegion, postalCode } = address;
  const join = (separator: string, ...parts: (string | undefined)[]): string => parts.filter(Boolean).join(separator);
  return [streetAddress ?? '', join(', ', addressLocality, join(' ', addressRegion, postalCode))].filter(Boolean);
}

/** Returns the configured map link, or a search for the address. */
function mapUrl(hasMap: string | undefined, address: string | PostalAddress | undefined): string | undefined {
  if (hasMap || !address) return hasMap;
  const country = typeof address === 'object' ? address.addressCountry : undefined;
  const query = [...addressLines(address), country].filter(Boolean).join(', ');
  return `https://www.google.com/maps/search/?api=1&${new URLSearchParams({ query })}`;
}

/**
 * Parses a configuration (schema.org `LocalBusiness` family, and the card's settings in camel case) into a practice.
 * Invalid values are reported and left out.
 *
 * @param raw - the merged configuration
 * @returns the practice, or `undefined` when it has neither a name nor a channel
 */
export function parsePractice(raw: RawConfiguration, reading: Reading): Practice | undefined {
  const { report } = reading;
  const fields = configuration(raw, '', reading) ?? {};
  const { address, openingHours: textHours } = fields;
  const employees = (fields.employee ?? []).flatMap(
    ({ name, honorificPrefix, honorificSuffix }, index): Clinician[] => {
      if (!name) report(`employee[${index}].name`, "the clinician's name", 'missing-value');
      return name
        ? [{ name: honorificPrefix ? `${honorificPrefix} ${name}` : name, credentials: honorificSuffix }]
        : [];
    },
  );
  const { credentials = employees[0]?.credentials } = fields;
  // Credentials without a clinician belong to the person that the practice is named after.
  const { clinician = employees[0]?.name ?? (credentials && fields.name) } = fields;
  const contactPoints = (fields.contactPoint ?? [])
    .map(({ contactType, name, telephone, email, availableLanguage = [] }) => ({
      type: contactType ?? name,
      telephone,
      email,
      languages: availableLanguage,
    }))
    .filter(({ telephone, email }) => telephone ?? email);
  const structuredHours = parseOpeningHoursSpecification(
    textHours ? undefined : fields.openingHoursSpecification,
    fields.specialOpeningHoursSpecification,
    reading,
  );
  const { name = clinician, telephone, sms, email, url } = fields;
  const reachable = telephone ?? sms ?? email ?? url ?? address ?? contactPoints[0];
  if (!name) report('name', "the practice's name", 'missing-value');
  else if (!reachable) report('telephone', 'a telephone number', 'missing-value');
  if (!name && !reachable) return undefined;
  return {
    ...fields,
    name: name ?? '',
    clinicians: clinician ? [{ name: clinician, credentials }, ...employees.slice(1)] : employees,
    map: mapUrl(fields.hasMap, address),
    hours:
      textHours && structuredHours
        ? {
            ...textHours,
            special: structuredHours.special,
            complete: textHours.complete && structuredHours.complete,
          }
        : (textHours ?? structuredHours),
    languages: fields.availableLanguage ?? [],
    contactPoints,
    crisis: crisisShown(fields, reading),
    links: fields.links ?? 'auto',
    vcardVersion: fields.vcardVersion ?? '3.0',
  };
}
