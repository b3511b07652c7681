/** The smallest contact card, and one with everything that it can show. */
import { dateFormat, intl } from './intl.mjs';

export const cases = [
  {
    title: 'Contact card: a name and a telephone number',
    copies: 100,
    configuration: { name: 'Riverbend Family Center', telephone: '+1-503-555-0142' },
  },
  {
    title: 'Contact card: everything',
    copies: 100,
    configuration: {
      name: 'Riverbend Family Center',
      employee: [{ name: 'Ana Ortiz', honorificSuffix: 'LCSW' }],
      telephone: '+1-503-555-0142',
      sms: '+1-503-555-0143',
      email: 'hello@riverbend.example',
      url: 'https://riverbend.example/',
      address: { streetAddress: '200 Example Street', addressLocality: 'Portland', addressRegion: 'OR' },
      openingHours: 'Mo-Th 09:00-12:00 13:00-17:30, Fr 09:00-13:00',
      specialOpeningHoursSpecification: [{ validFrom: '2026-12-24', validThrough: '2027-01-01' }],
      timeZone: 'America/Los_Angeles',
      now: '2026-12-02T10:00:00-08:00',
      responseTime: 'Within two days.',
      accepting: 'yes',
      availableLanguage: ['en', 'es'],
      contactPoint: [{ contactType: 'intake', telephone: '+1-503-555-0144', availableLanguage: 'es' }],
    },
  },
];

const dayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const dayMilliseconds = 86_400_000;

/** Milliseconds since midnight of `09:30`. */
const timeOfDay = (clock) => Date.parse(`1970-01-01T${clock}Z`);

/** The spans of each day, Monday first, of a text such as `Mo-Th 09:00-12:00 13:00-17:30, Fr 09:00-13:00`. */
function parseWeek(openingHours) {
  const week = dayNames.map(() => []);
  for (const rule of openingHours.split(', ')) {
    const [days, ...spans] = rule.split(' ');
    const [first, last = first] = days.split('-').map((name) => dayNames.indexOf(name));
    week.fill(
      spans.map((span) => span.split('-').map(timeOfDay)),
      first,
      last + 1,
    );
  }
  return week;
}

/** Days in a row with the same hours: `Mon to Thu`, `Friday`, `Sat and Sun`. */
function dayLabels(week) {
  // 5 January 1970 was a Monday.
  const name = (day, weekday) => dateFormat({ weekday }).format((day + 4) * dayMilliseconds);
  const starts = [...week.keys()].filter((day) => day === 0 || `${week[day]}` !== `${week[day - 1]}`);
  return starts.map((first, index) => {
    const last = (starts[index + 1] ?? week.length) - 1;
    const joined = last === first + 1 ? 'and' : 'to';
    return first === last ? name(first, 'long') : `${name(first, 'short')} ${joined} ${name(last, 'short')}`;
  });
}

/** Whether the practice is open now in its own time zone, and until when. */
function openState(week, timeZone, now) {
  const parts = dateFormat({ timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .formatToParts(now)
    .map(({ type, value }) => [type, value]);
  const { weekday, hour, minute } = Object.fromEntries(parts);
  const clock = timeOfDay(`${hour}:${minute}`);
  const today = week[dayNames.indexOf(weekday.slice(0, 2))];
  const span = today.find(([opens, closes]) => opens <= clock && clock < closes);
  const time = dateFormat({ hour: 'numeric', minute: '2-digit' });
  return span ? ['Open now', `until ${time.format(span[1])}`] : ['Closed'];
}

function hoursTexts({ openingHours, specialOpeningHoursSpecification, timeZone, now }) {
  const week = parseWeek(openingHours);
  const time = dateFormat({ hour: 'numeric', minute: '2-digit' });
  const date = dateFormat({ month: 'short', day: 'numeric' });
  const zone = dateFormat({ timeZone, timeZoneName: 'longGeneric' });
  return [
    ...openState(week, timeZone, Date.parse(now)),
    ...dayLabels(week),
    ...week.flat().map(([opens, closes]) => time.formatRange(opens, closes)),
    ...specialOpeningHoursSpecification.map(({ validFrom, validThrough }) =>
      [validFrom, validThrough].map((day) => date.format(Date.parse(day))).join(' – '),
    ),
    zone.formatToParts(Date.parse(now)).find(({ type }) => type === 'timeZoneName').value,
  ];
}

/** A number as readers in its country write it. */
const national = (telephone) => telephone.replace(/^\+1-/, '');

/** The texts that any page would have to format from the same data. */
export function texts(practice) {
  const { name, telephone, employee, sms, email, url, address, responseTime, availableLanguage, contactPoint } =
    practice;
  if (!employee) return [name, national(telephone)];
  const languages = intl('DisplayNames', { type: 'language' });
  const { streetAddress, addressLocality, addressRegion } = address;
  const city = [addressLocality, addressRegion].join(', ');
  return [
    ...employee.map((person) => [person.name, person.honorificSuffix].join(', ')),
    name,
    national(telephone),
    responseTime,
    national(sms),
    email,
    ...contactPoint.flatMap((point) => [national(point.telephone), `, ${languages.of(point.availableLanguage)}`]),
    url,
    new URL(url).host,
    streetAddress,
    city,
    `${new URLSearchParams({ query: [streetAddress, city].join(', ') })}`,
    intl('ListFormat', { type: 'unit' }).format(availableLanguage.map((code) => languages.of(code))),
    ...hoursTexts(practice),
  ];
}
