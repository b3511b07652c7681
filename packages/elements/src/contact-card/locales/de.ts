import { crisisDe } from '../../foundation/crisis/locales/crisis.de.js';
import type { ContactCardStrings } from './en.js';

// Browsers end a range of times with “Uhr”, but not a single time.
const at = (time: string) => (/\d$/.test(time) ? `${time} Uhr` : time);

/** German strings of the contact card. */
export const de: ContactCardStrings = {
  telephone: 'Telefon',
  sms: 'SMS',
  email: 'E-Mail',
  website: 'Website',
  address: 'Adresse',
  map: 'Karte ansehen (öffnet in neuem Tab)',
  copy: 'Kopieren',
  copyNumber: 'Telefonnummer kopieren',
  copied: 'Kopiert.',
  notCopied: 'Ihr Browser konnte das nicht kopieren. Der Text ist markiert: Sie können ihn selbst kopieren.',
  languages: 'Sprachen',
  accepting: {
    yes: 'Wir nehmen neue Familien auf',
    'waiting-list': 'Warteliste für neue Familien',
    no: 'Zurzeit nehmen wir keine neuen Familien auf',
  },
  contactTypes: { intake: 'Neue Familien', billing: 'Abrechnung', scheduling: 'Termine' },
  hours: 'Öffnungszeiten',
  open: 'Jetzt geöffnet',
  closed: 'Jetzt geschlossen',
  until: (time) => `bis ${at(time)}`,
  allDay: 'Ganztägig',
  opensToday: (time) => `öffnet heute um ${at(time)}`,
  opensTomorrow: (time) => `öffnet morgen um ${at(time)}`,
  opensOn: (day, time) => `öffnet am ${day} um ${at(time)}`,
  closedDay: 'Geschlossen',
  daysAnd: (first, second) => `${first} und ${second}`,
  daysTo: (from, to) => `${from} bis ${to}`,
  specialDays: 'Abweichende Öffnungszeiten',
  zone: (zone) => `Zeitzone: ${zone}.`,
  save: 'Kontakt speichern',
  downloaded: 'Suchen Sie den Kontakt in Ihren Downloads. Falls er nicht da ist, nutzen Sie „Alle Angaben kopieren“.',
  copyDetails: 'Alle Angaben kopieren',
  help: crisisDe,
};
