import { crisisHt } from '../../foundation/crisis/locales/crisis.ht.js';
import type { ContactCardStrings } from './en.js';

/**
 * Haitian Creole strings of the contact card. Browsers have no Creole names of days and zones, so those come in another
 * language.
 */
export const ht: ContactCardStrings = {
  telephone: 'Telefòn',
  sms: 'Mesaj tèks',
  email: 'Imèl',
  website: 'Sit wèb',
  address: 'Adrès',
  map: 'Gade kat la (l ap louvri nan yon nouvo onglè)',
  copy: 'Kopye',
  copyNumber: 'Kopye nimewo telefòn nan',
  copied: 'Li kopye.',
  notCopied: 'Navigatè ou a pa t ka kopye sa a. Tèks la seleksyone, kidonk ou ka kopye l ou menm.',
  languages: 'Lang',
  accepting: {
    yes: 'N ap resevwa nouvo fanmi',
    'waiting-list': 'Lis datant pou nouvo fanmi',
    no: 'Nou pa resevwa nouvo fanmi kounye a',
  },
  contactTypes: { intake: 'Nouvo fanmi', billing: 'Fakti', scheduling: 'Randevou' },
  hours: 'Orè',
  open: 'Louvri kounye a',
  closed: 'Fèmen kounye a',
  until: (time) => `jiska ${time}`,
  allDay: 'Tout jounen an',
  opensToday: (time) => `l ap louvri a ${time} jodi a`,
  opensTomorrow: (time) => `l ap louvri a ${time} demen`,
  opensOn: (day, time) => `l ap louvri ${day} a ${time}`,
  closedDay: 'Fèmen',
  daysAnd: (first, second) => `${first} ak ${second}`,
  daysTo: (from, to) => `${from} rive ${to}`,
  specialDays: 'Orè espesyal',
  zone: (zone) => `Lè yo afiche nan fizo orè sa a: ${zone}.`,
  save: 'Anrejistre kontak la',
  downloaded: 'Chèche kontak la nan telechajman ou yo. Si li pa la, sèvi ak “Kopye tout enfòmasyon yo”.',
  copyDetails: 'Kopye tout enfòmasyon yo',
  help: crisisHt,
};
