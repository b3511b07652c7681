import { crisisFr } from '../../foundation/crisis/locales/crisis.fr.js';
import type { ContactCardStrings } from './en.js';

/** French strings of the contact card. A narrow no-break space (U+202F) stands before “: ; ? !” and inside « ». */
export const fr: ContactCardStrings = {
  telephone: 'Téléphone',
  sms: 'SMS',
  email: 'E-mail',
  website: 'Site web',
  address: 'Adresse',
  map: 'Voir la carte (s’ouvre dans un nouvel onglet)',
  copy: 'Copier',
  copyNumber: 'Copier le numéro',
  copied: 'Copié.',
  notCopied: 'Votre navigateur n’a pas pu copier ce texte. Il est sélectionné\u202F: vous pouvez le copier vous-même.',
  languages: 'Langues',
  accepting: {
    yes: 'Nous accueillons de nouvelles familles',
    'waiting-list': 'Liste d’attente pour les nouvelles familles',
    no: 'Nous n’accueillons pas de nouvelles familles pour le moment',
  },
  contactTypes: { intake: 'Nouvelles familles', billing: 'Facturation', scheduling: 'Rendez-vous' },
  hours: 'Heures d’ouverture',
  open: 'Ouvert en ce moment',
  closed: 'Fermé en ce moment',
  until: (time) => `jusqu’à ${time}`,
  allDay: 'Toute la journée',
  opensToday: (time) => `ouvre aujourd’hui à ${time}`,
  opensTomorrow: (time) => `ouvre demain à ${time}`,
  // “lundi”, but “le 2 février” and “le 1er février”.
  opensOn: (day, time) => `ouvre ${/^\d/.test(day) ? `le ${day.replace(/^1 /, '1er ')}` : day} à ${time}`,
  closedDay: 'Fermé',
  daysAnd: (first, second) => `${first} et ${second}`,
  daysTo: (from, to) => `du ${from} au ${to}`,
  specialDays: 'Horaires exceptionnels',
  zone: (zone) => `Fuseau horaire\u202F: ${zone}.`,
  save: 'Enregistrer le contact',
  downloaded:
    'Cherchez le contact dans vos téléchargements. S’il n’y est pas, utilisez «\u202FCopier les coordonnées\u202F».',
  copyDetails: 'Copier les coordonnées',
  help: crisisFr,
};
