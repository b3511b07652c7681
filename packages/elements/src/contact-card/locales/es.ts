import { crisisEs } from '../../foundation/crisis/locales/crisis.es.js';
import type { ContactCardStrings } from './en.js';

// One o'clock is singular in Spanish.
const at = (time: string) => `a la${/^1\D/.test(time) ? '' : 's'} ${time}`;

/** Textos en español de la tarjeta de contacto. */
export const es: ContactCardStrings = {
  telephone: 'Teléfono',
  sms: 'Mensaje de texto',
  email: 'Correo electrónico',
  website: 'Sitio web',
  address: 'Dirección',
  map: 'Ver mapa (se abre en otra pestaña)',
  copy: 'Copiar',
  copyNumber: 'Copiar el teléfono',
  copied: 'Copiado.',
  notCopied: 'Su navegador no pudo copiar esto. El texto está seleccionado: puede copiarlo usted.',
  languages: 'Idiomas',
  accepting: {
    yes: 'Recibimos familias nuevas',
    'waiting-list': 'Lista de espera para familias nuevas',
    no: 'Por ahora no recibimos familias nuevas',
  },
  contactTypes: { intake: 'Familias nuevas', billing: 'Facturación', scheduling: 'Citas' },
  hours: 'Horario',
  open: 'Abierto ahora',
  closed: 'Cerrado ahora',
  until: (time) => `hasta l${at(time).slice(3)}`,
  allDay: 'Todo el día',
  opensToday: (time) => `abre hoy ${at(time)}`,
  opensTomorrow: (time) => `abre mañana ${at(time)}`,
  opensOn: (day, time) => `abre el ${day} ${at(time)}`,
  closedDay: 'Cerrado',
  daysAnd: (first, second) => `${first} y ${second}`,
  daysTo: (from, to) => `${from} a ${to}`,
  specialDays: 'Horario especial',
  zone: (zone) => `Horario en ${zone}.`,
  save: 'Guardar contacto',
  downloaded: 'Busque el contacto en sus descargas. Si no está ahí, use “Copiar todos los datos”.',
  copyDetails: 'Copiar todos los datos',
  help: crisisEs,
};
