import { eachUnknownKey, list, oneOf, own, text } from '../foundation/configuration.js';
import type { RawConfiguration, Report } from '../foundation/configuration.js';
import { safeUrl } from '../foundation/safe-url.js';
import { parseCrisisHelp, usCrisisHelp, type CrisisHelp } from './crisis.js';
import { parseOpeningHoursSpecification, parseOpeningHoursText } from './opening-hours-parser.js';
import type { OpeningHours } from './opening-hours.js';
import { parseTelephone, type Telephone } from './telephone.js';

/** Allowed values of `accepting`. */
export const acceptingValues = ['yes', 'waiting-list', 'no'] as const;
/** Allowed values of `links`. */
export const linksValues = ['auto', 'always', 'never'] as const;
/** Allowed values of `vcard-version`. */
export const vcardVersions = ['3.0', '4.0'] as const;

/** A postal address, by the names of schema.org `PostalAddress`. */
export interface PostalAddress {
  readonly street?: string | undefined;
  readonly locality?: string | undefined;
  readonly region?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly country?: string | undefined;
}

/** A clinician, by schema.org `Person`. */
export interface Clinician {
  readonly name: string;
  readonly credentials?: string | undefined;
}

/** Another way in, by schema.org `ContactPoint`. */
export interface ContactPoint {
  readonly type?: string | undefined;
  readonly telephone?: Telephone | undefined;
  readonly email?: string | undefined;
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

/** Schema.org types that are read as a practice: `LocalBusiness` and what of its family a practice would use. */
export const practiceTypes =
  /(LocalBusiness|MedicalBusiness|MedicalClinic|MedicalOrganization|Physician|Psychiatric|CommunityHealth|ProfessionalService|HealthAndBeautyBusiness|ChildCare|Physiotherapy|Hospital|Organization)$/;

const keys =
  'name employee clinician credentials telephone sms email url address hasMap openingHours openingHoursSpecification specialOpeningHoursSpecification timeZone responseTime accepting availableLanguage knowsLanguage contactPoint crisis crisisReason links vcardUrl vcardVersion now';

/** Whether the zone is an IANA name that this browser knows. */
function isTimeZone(zone: string): boolean {
  try {
    return !!new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    return false;
  }
}

function parseAddress(value: unknown, report: Report, warn: (path: string) => void): string | PostalAddress | undefined {
  const raw = list(value)[0];
  if (typeof raw !== 'object') return text(raw, 'address', report);
  eachUnknownKey(raw, 'streetAddress addressLocality addressRegion postalCode addressCountry', 'address.', warn);
  const part = (key: string, value = own(raw, key)): string | undefined => text(value, `address.${key}`, report);
  const country = own(raw, 'addressCountry');
  const address = {
    street: part('streetAddress'),
    locality: part('addressLocality'),
    region: part('addressRegion'),
    postalCode: part('postalCode'),
    country: part('addressCountry', own(country, 'name') ?? country),
  };
  return Object.values(address).some(Boolean) ? address : undefined;
}

/** The regular week from `openingHours` text where there is one, else from the specification; special days from theirs. */
function parseHours(raw: RawConfiguration, report: Report, warn: (path: string) => void): OpeningHours | undefined {
  const words = own(raw, 'openingHours') ?? undefined;
  const special = own(raw, 'specialOpeningHoursSpecification');
  for (const key of ['openingHoursSpecification', 'specialOpeningHoursSpecification'])
    list(own(raw, key)).forEach((rule, index) =>
      eachUnknownKey(rule, 'dayOfWeek opens closes validFrom validThrough', `${key}[${index}].`, warn),
    );
  const week = words === undefined ? undefined : parseOpeningHoursText(words, 'openingHours', report);
  const rest = parseOpeningHoursSpecification(week ? undefined : own(raw, 'openingHoursSpecification'), special, report);
  return week && rest
    ? { regular: week.regular, special: rest.special, complete: week.complete && rest.complete }
    : (week ?? rest);
}

/** The lines of an address as they are written on an envelope, without the country. */
export function addressLines(address: string | PostalAddress): readonly string[] {
  if (typeof address === 'string') return address.split(/\s*\n\s*/);
  const { street, locality, region, postalCode } = address;
  return [street, [locality, [region, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ')].filter(
    (line) => line !== undefined && line !== '',
  ) as string[];
}

/**
 * Turns a configuration (schema.org `LocalBusiness` family, and the card's attributes in camel case) into a practice.
 * Every wrong value is reported and left out; nothing is guessed.
 *
 * @param raw - merged configuration
 * @param report - told of every wrong value
 * @param warn - told of every unknown key
 * @param base - URL that relative links are resolved against
 * @returns the practice, or `undefined` when it has neither a name nor any way to reach it
 */
export function parsePractice(
  raw: RawConfiguration,
  report: Report,
  warn: (path: string) => unknown,
  base?: string,
): Practice | undefined {
  eachUnknownKey(raw, keys, '', warn);
  const field = (key: string, path = key, from: unknown = raw) => text(own(from, key), path, report);
  const telephone = (key: string, path = key, from: unknown = raw): Telephone | undefined => {
    const value = field(key, path, from);
    const parsed = parseTelephone(value);
    if (value && !parsed) report(path, 'a telephone number with the area code, for example +1-919-555-0100');
    return parsed;
  };
  const email = (path = 'email', from: unknown = raw): string | undefined => {
    const value = field('email', path, from)?.replace(/^mailto:/i, '');
    if (!value || /^[^\s@<>"?&%]+@[^\s@<>"?&%]+$/.test(value)) return value;
    report(path, 'an e-mail address');
    return undefined;
  };
  const link = (key: string): string | undefined => {
    const value = field(key);
    const url = safeUrl(value, base);
    if (url?.startsWith('http')) return url;
    if (value) report(key, 'an https address');
    return undefined;
  };
  const languages = (value: unknown, path: string): string[] =>
    list(value).flatMap((one, index) => {
      const code = typeof one === 'object' ? (own(one, 'alternateName') ?? own(one, 'name')) : one;
      return text(code, `${path}[${index}]`, report) ?? [];
    });

  const clinicians = list(own(raw, 'employee')).flatMap((person, index): Clinician[] => {
    const path = `employee[${index}]`;
    eachUnknownKey(person, 'name honorificPrefix honorificSuffix jobTitle', `${path}.`, warn);
    const name = typeof person === 'string' ? person : field('name', `${path}.name`, person);
    const prefix = field('honorificPrefix', `${path}.honorificPrefix`, person);
    if (!name) report(`${path}.name`, "the clinician's name", 'missing-value');
    return name
      ? [
          {
            name: prefix ? `${prefix} ${name}` : name,
            credentials: field('honorificSuffix', `${path}.honorificSuffix`, person),
          },
        ]
      : [];
  });
  const clinician = field('clinician') ?? clinicians[0]?.name;
  const credentials = field('credentials') ?? clinicians[0]?.credentials;

  const contactPoints = list(own(raw, 'contactPoint')).flatMap((point, index): ContactPoint[] => {
    const path = `contactPoint[${index}]`;
    eachUnknownKey(point, 'contactType name telephone email availableLanguage', `${path}.`, warn);
    const found = {
      type: field('contactType', `${path}.contactType`, point) ?? field('name', `${path}.name`, point),
      telephone: telephone('telephone', `${path}.telephone`, point),
      email: email(`${path}.email`, point),
      languages: languages(own(point, 'availableLanguage'), `${path}.availableLanguage`),
    };
    return found.telephone || found.email ? [found] : [];
  });

  const timeZone = field('timeZone');
  const zoneKnown = timeZone === undefined || isTimeZone(timeZone);
  if (!zoneKnown) report('timeZone', 'an IANA time zone such as America/New_York');
  const now = field('now');
  const fixed = now === undefined ? undefined : new Date(now);
  if (fixed && isNaN(+fixed)) report('now', 'a date and time such as 2027-01-15T09:00:00-05:00');
  const address = parseAddress(own(raw, 'address'), report, warn);
  const reason = field('crisisReason');
  const crisis = own(raw, 'crisis') ?? 'us';
  const noCrisis = crisis === 'none';
  if (noCrisis && !reason) report('crisisReason', 'the reason why crisis help is left out, as crisis is none', 'missing-value');
  const otherCrisis = typeof crisis === 'object' ? parseCrisisHelp(crisis, report, warn) : undefined;
  if (!noCrisis && !otherCrisis && crisis !== 'us') report('crisis', 'us, none with a crisis-reason, or a list of entries');

  const name = field('name');
  const practice = {
    name: name ?? clinician,
    clinicians: clinician ? [{ name: clinician, credentials }, ...clinicians.slice(1)] : clinicians,
    telephone: telephone('telephone'),
    sms: telephone('sms'),
    email: email(),
    url: link('url'),
    address,
    map:
      link('hasMap') ??
      (address &&
        `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(
          [
            ...addressLines(address),
            ...(typeof address === 'string' || !address.country ? [] : [address.country]),
          ].join(', '),
        )}`),
    hours: parseHours(raw, report, warn),
    timeZone: zoneKnown ? timeZone : undefined,
    responseTime: field('responseTime'),
    accepting: oneOf(own(raw, 'accepting'), acceptingValues, 'accepting', report),
    languages: languages(own(raw, 'availableLanguage') ?? own(raw, 'knowsLanguage'), 'availableLanguage'),
    contactPoints,
    crisis: (noCrisis && reason) || (otherCrisis ?? usCrisisHelp),
    links: oneOf(own(raw, 'links'), linksValues, 'links', report) ?? 'auto',
    vcardUrl: link('vcardUrl'),
    vcardVersion: oneOf(own(raw, 'vcardVersion'), vcardVersions, 'vcardVersion', report) ?? '3.0',
    now: fixed && !isNaN(+fixed) ? fixed : undefined,
  };
  const reachable =
    practice.telephone ?? practice.sms ?? practice.email ?? practice.url ?? practice.address ?? contactPoints[0];
  if (!practice.name) report('name', "the practice's name", 'missing-value');
  if (!reachable && name) report('telephone', 'a telephone number', 'missing-value');
  return practice.name || reachable ? { ...practice, name: practice.name ?? '' } : undefined;
}
