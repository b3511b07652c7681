import { crisisEn } from '../../foundation/crisis/locales/crisis.en.js';

/** English strings of the contact card. Functions receive numbers and dates in the page's own format. */
export const en = {
  telephone: 'Telephone',
  sms: 'Text message',
  email: 'E-mail',
  website: 'Website',
  address: 'Address',
  map: 'Show on a map',
  copyNumber: 'Copy number',
  copied: 'Copied.',
  notCopied: 'The browser did not copy it. The text is selected: copy it from there.',
  languages: 'Languages',
  accepting: {
    yes: 'Taking new families',
    'waiting-list': 'There is a waiting list',
    no: 'Not taking new families right now',
  },
  contactTypes: { intake: 'New families', billing: 'Billing', scheduling: 'Appointments' } as Record<string, string>,
  hours: 'Hours',
  open: 'Open now',
  closed: 'Closed now',
  until: (time: string) => `until ${time}`,
  allDay: 'All day',
  opensToday: (time: string) => `opens today at ${time}`,
  opensTomorrow: (time: string) => `opens tomorrow at ${time}`,
  opensOn: (day: string, time: string) => `opens ${day} at ${time}`,
  closedDay: 'Closed',
  daysTo: (from: string, to: string) => `${from} to ${to}`,
  specialDays: 'Changed hours',
  zone: (zone: string) => `Times are in ${zone}.`,
  save: 'Save contact',
  saving: 'Look for the contact in your downloads. If it is not there, use “Copy details”.',
  copyDetails: 'Copy details',
  help: crisisEn,
};

/** Strings that a translation of the contact card provides; a missing key does not compile. */
export type ContactCardStrings = typeof en;

declare global {
  interface HavenWidgetStrings {
    'contact-card': ContactCardStrings;
  }
}
