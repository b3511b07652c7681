import { crisisEn } from '../../foundation/crisis/locales/crisis.en.js';

/** English strings of the contact card. Functions receive numbers and dates in the page's own format. */
export const en = {
  telephone: 'Phone',
  sms: 'Text',
  email: 'Email',
  website: 'Website',
  address: 'Address',
  map: 'View map (opens in new tab)',
  copy: 'Copy',
  copyNumber: 'Copy phone number',
  copied: 'Copied.',
  notCopied: 'Your browser could not copy this. The text is selected, so you can copy it yourself.',
  languages: 'Languages',
  accepting: {
    yes: 'Accepting new families',
    'waiting-list': 'Waiting list for new families',
    no: 'Not accepting new families right now',
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
  daysAnd: (first: string, second: string) => `${first} and ${second}`,
  daysTo: (from: string, to: string) => `${from} to ${to}`,
  specialDays: 'Special hours',
  zone: (zone: string) => `Times shown in ${zone}.`,
  save: 'Save contact',
  downloaded: 'Look for the contact in your downloads. If it is not there, use “Copy all details”.',
  copyDetails: 'Copy all details',
  help: crisisEn,
};

/** Strings that a translation of the contact card provides; a missing key does not compile. */
export type ContactCardStrings = typeof en;

declare global {
  interface HavenWidgetStrings {
    'contact-card': ContactCardStrings;
  }
}
