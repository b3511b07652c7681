import { closest, distance } from 'fastest-levenshtein';

/** Settings by other names that people give them, in lower case and without hyphens. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  phone: ['telephone'],
  phonenumber: ['telephone'],
  tel: ['telephone'],
  mobile: ['telephone'],
  cell: ['telephone'],
  number: ['telephone'],
  text: ['sms'],
  mail: ['email'],
  emailaddress: ['email'],
  contact: ['email'],
  hours: ['openingHours'],
  opening: ['openingHours'],
  open: ['openingHours'],
  officehours: ['openingHours'],
  tz: ['timeZone', 'scheduleTimezone'],
  zone: ['timeZone', 'scheduleTimezone'],
  timezone: ['timeZone', 'scheduleTimezone'],
  website: ['url'],
  site: ['url'],
  homepage: ['url'],
  web: ['url'],
  link: ['url'],
  location: ['address'],
  street: ['streetAddress', 'address'],
  city: ['addressLocality'],
  town: ['addressLocality'],
  state: ['addressRegion'],
  zip: ['postalCode'],
  zipcode: ['postalCode'],
  country: ['addressCountry'],
  map: ['hasMap'],
  therapist: ['clinician'],
  doctor: ['clinician'],
  license: ['credentials'],
  title: ['name', 'label'],
  heading: ['title', 'name'],
  practice: ['name'],
  program: ['name'],
  level: ['headingLevel'],
  color: ['brand'],
  colour: ['brand'],
  brandcolor: ['brand'],
  brandcolour: ['brand'],
  primarycolor: ['brand'],
  accentcolor: ['brand'],
  language: ['lang', 'inLanguage', 'availableLanguage'],
  languages: ['availableLanguage'],
  locale: ['lang'],
  theme: ['colorScheme'],
  action: ['endpoint'],
  post: ['endpoint'],
  submit: ['endpoint'],
  service: ['adapter'],
  privacy: ['privacyUrl'],
  privacypolicy: ['privacyUrl'],
  sessions: ['hasCourseInstance'],
  dates: ['hasCourseInstance'],
  groups: ['hasCourseInstance'],
  schedule: ['courseSchedule'],
  start: ['startDate', 'startTime'],
  date: ['startDate'],
  end: ['endDate', 'endTime'],
  places: ['remainingAttendeeCapacity'],
  seats: ['remainingAttendeeCapacity'],
  repeat: ['repeatFrequency'],
  weeks: ['repeatCount'],
  questions: ['prompts'],
  steps: ['stops'],
};

const plain = (name: string): string => name.toLowerCase().replaceAll(/[-_\s]/g, '');

/** Letters that may be wrong in a name: none in a very short one. */
const tolerance = (name: string): number => Math.min(2, Math.floor(name.length / 3));

/** The known name that was probably meant: the same in another spelling, a common other one, or one with a typing mistake. */
export function similarName(name: string, known: readonly string[]): string | undefined {
  const wanted = [name, ...(Object.hasOwn(otherNames, plain(name)) ? (otherNames[plain(name)] ?? []) : [])].map(plain);
  for (const each of wanted) {
    const found = known.find((candidate) => plain(candidate) === each);
    if (found) return found;
  }
  if (!known.length) return undefined;
  const nearest = closest(name, known);
  return distance(name, nearest) <= tolerance(name) ? nearest : undefined;
}
