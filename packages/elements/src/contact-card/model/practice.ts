import { hasLetterOrDigit } from '../../foundation/configuration/json-ld.js';
import {
  instant,
  isObject,
  link,
  list,
  listOf,
  objectOf,
  oneOf,
  text,
  textAs,
  type Fields,
  type RawConfiguration,
  type Reader,
  type Reading,
} from '../../foundation/configuration/readers.js';
import { crisisSettings, crisisShown, type CrisisHelp } from '../../foundation/crisis/crisis.js';
import { telephone, type Telephone } from '../../foundation/formats/telephone.js';
import { timeZone } from '../../foundation/formats/time-zone.js';
import { parseOpeningHoursSpecification, parseOpeningHoursText } from './opening-hours-parser.js';
import type { OpeningHours } from './opening-hours.js';
import { businessTypes, organizationTypes } from './practice-types.js';

/** Allowed values of `accepting`. */
export const acceptingValues = ['yes', 'waiting-list', 'no'] as const;
/** Allowed values of `links`. */
export const linksValues = ['auto', 'always', 'never'] as const;
/** Allowed values of `vcard-version`. */
export const vcardVersions = ['3.0', '4.0'] as const;

/** Types that real pages use for a practice, although schema.org does not have them. */
const unofficialTypes = ' Counselor Psychologist Psychotherapist Therapist';

/** Schema.org types of a practice: first those of a business, then those of any other organization. */
export const practiceTypes = [businessTypes + unofficialTypes, organizationTypes].map(
  (types): ReadonlySet<string> => new Set(types.split(' ')),
);

const email = textAs('an email address', (input) => /^(?:mailto:)?([^\s@<>"?&%#]+@[^\s@<>"?&%]+)$/i.exec(input)?.[1]);

/**
 * Makes a reader of a text, or of an object with a text under one of the keys: schema.org allows both for languages and
 * countries.
 */
const named =
  (...keys: string[]) =>
  (value: unknown, path: string, reading: Reading): string | undefined =>
    text(keys.map((key) => (value as RawConfiguration | undefined)?.[key]).find(Boolean) ?? value, path, reading);
const languages = listOf(named('alternateName', 'name'));

/** Reads a text; the texts of an array become its lines. */
const lines: Reader<string> = (value, path, reading) =>
  Array.isArray(value) ? listOf(text)(value, path, reading)?.join('\n') : text(value, path, reading);

/**
 * Reads the URL of a website or map, or a schema.org object with one. What begins with a host, such as `riverbend.example/map`,
 * is on that host, and not a path of this page; a file such as `about.html` is a path.
 */
const website: Reader<string> = (value, path, reading) =>
  link(
    named('url')(list(value)[0], path, reading)?.replace(
      /^(?:[^\s/?#:.@]+\.)+(?!(?:html?|php|aspx?)\b)\p{L}{2,}(?=[/?#:]|$)/iu,
      'https://$&',
    ),
    path,
    reading,
  );

const addressReaders = {
  streetAddress: lines,
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
  url: website,
  address: (value: unknown, path: string, reading: Reading): string | PostalAddress | undefined => {
    const object = list(value).find(isObject);
    const address = object ? postalAddress(object, path, reading) : lines(value, path, reading);
    return address && hasLetterOrDigit(addressLines(address).join('')) ? address : undefined;
  },
  openingHours: parseOpeningHoursText,
  timeZone,
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
  hasMap: website,
  employee: listOf(objectOf({ name: text, honorificPrefix: text, honorificSuffix: text, jobTitle: text })),
  availableLanguage: languages,
  contactPoint: listOf(objectOf({ contactType: text, name: text, telephone, email, availableLanguage: languages })),
  // Parsed together in `parseHours`.
  openingHoursSpecification: (value: unknown): unknown => value,
  specialOpeningHoursSpecification: (value: unknown): unknown => value,
});

/** A configuration whose values have been read. */
type Configuration = NonNullable<ReturnType<typeof configuration>>;

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
  /** Whether there is a way to reach the practice. */
  readonly reachable: boolean;
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
  const { streetAddress, addressLocality, addressRegion, postalCode } =
    typeof address === 'string' ? { streetAddress: address } : address;
  const join = (separator: string, ...parts: (string | undefined)[]): string => parts.filter(Boolean).join(separator);
  const place = join(', ', addressLocality, join(' ', addressRegion, postalCode));
  return join('\n', streetAddress, place).split(/\s*\n\s*/);
}

/** Returns the configured map link, or a search for the address. */
function mapUrl(hasMap: string | undefined, address: string | PostalAddress | undefined): string | undefined {
  if (hasMap || !address) return hasMap;
  const country = typeof address === 'object' ? address.addressCountry : undefined;
  const query = [...addressLines(address), country].filter(Boolean).join(', ');
  return `https://www.google.com/maps/search/?api=1&${new URLSearchParams({ query })}`;
}

/** The clinicians, the one of the card's own settings first. */
function parseClinicians(fields: Configuration, { report }: Reading): readonly Clinician[] {
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
  return clinician ? [{ name: clinician, credentials }, ...employees.slice(1)] : employees;
}

/** The other channels; one without a number and an address is left out. */
const parseContactPoints = ({ contactPoint = [] }: Configuration): readonly ContactPoint[] =>
  contactPoint
    .map(({ contactType, name, telephone, email, availableLanguage = [] }) => ({
      type: contactType ?? name,
      telephone,
      email,
      languages: availableLanguage,
    }))
    .filter(({ telephone, email }) => telephone ?? email);

/** The opening hours. A text that was read completely overrides the specification of the week. */
function parseHours(fields: Configuration, reading: Reading): OpeningHours | undefined {
  const { openingHours: week, openingHoursSpecification, specialOpeningHoursSpecification } = fields;
  const specified = parseOpeningHoursSpecification(
    week?.complete ? undefined : openingHoursSpecification,
    specialOpeningHoursSpecification,
    reading,
  );
  if (!week || !specified) return week ?? specified;
  const { special, complete } = specified;
  // A text with a mistake, which has been reported, does not hide a specification.
  if (specified.regular.length && (complete || !week.regular.length)) return specified;
  return { ...week, special, complete: week.complete && complete };
}

/**
 * Parses a configuration (schema.org `LocalBusiness` family, and the card's settings in camel case) into a practice.
 * Invalid values are reported and left out.
 *
 * @param raw - the merged configuration
 * @param fromPage - whether it holds the JSON-LD of the page. Its URL is then that of the page itself, and its address was not
 *   chosen as the only way to reach the practice, so neither counts as one
 * @returns the practice, or `undefined` when it has neither a name nor a channel
 */
export function parsePractice(raw: RawConfiguration, reading: Reading, fromPage = false): Practice | undefined {
  const { report } = reading;
  const fields = configuration(raw, '', reading) ?? {};
  const clinicians = parseClinicians(fields, reading);
  const contactPoints = parseContactPoints(fields);
  const hours = parseHours(fields, reading);
  const { name = clinicians[0]?.name, telephone, sms, email, url, address } = fields;
  const reachable = telephone ?? sms ?? email ?? contactPoints[0] ?? (fromPage ? undefined : (url ?? address));
  if (!name) report('name', "the practice's name", 'missing-value');
  else if (!reachable)
    report(
      'telephone',
      fromPage ? "a number or an email address, which the page's JSON-LD lacks" : 'a telephone number',
      'missing-value',
    );
  if (!name && !reachable) return undefined;
  return {
    ...fields,
    name: name ?? '',
    clinicians,
    map: mapUrl(fields.hasMap, address),
    hours,
    languages: fields.availableLanguage ?? [],
    contactPoints,
    reachable: !!reachable,
    crisis: crisisShown(fields, reading),
    links: fields.links ?? 'auto',
    vcardVersion: fields.vcardVersion ?? '3.0',
  };
}
