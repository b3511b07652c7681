import { crisisPt } from '../../foundation/crisis/locales/crisis.pt.js';
import type { ContactCardStrings } from './en.js';

// "na segunda-feira", "no sábado", but "em 2 de fevereiro" and "em 1º de fevereiro".
const on = (day: string): string =>
  /^\d/.test(day) ? `em ${day.replace(/^1 /, '1º ')}` : `${/^(sáb|dom)/.test(day) ? 'no' : 'na'} ${day}`;

/** Portuguese strings of the contact card. */
export const pt: ContactCardStrings = {
  telephone: 'Telefone',
  sms: 'SMS',
  email: 'E-mail',
  website: 'Site',
  address: 'Endereço',
  map: 'Ver mapa (abre em outra aba)',
  copy: 'Copiar',
  copyNumber: 'Copiar telefone',
  copied: 'Copiado.',
  notCopied: 'Seu navegador não conseguiu copiar. O texto está selecionado para você copiar.',
  languages: 'Idiomas',
  accepting: {
    yes: 'Estamos recebendo novas famílias',
    'waiting-list': 'Lista de espera para novas famílias',
    no: 'No momento, não estamos recebendo novas famílias',
  },
  contactTypes: { intake: 'Novas famílias', billing: 'Pagamentos', scheduling: 'Agendamento' },
  hours: 'Horário de atendimento',
  open: 'Aberto agora',
  closed: 'Fechado agora',
  until: (time) => `até as ${time}`,
  allDay: 'O dia todo',
  opensToday: (time) => `abre hoje às ${time}`,
  opensTomorrow: (time) => `abre amanhã às ${time}`,
  opensOn: (day, time) => `abre ${on(day)} às ${time}`,
  closedDay: 'Fechado',
  daysAnd: (first, second) => `${first} e ${second}`,
  daysTo: (from, to) => `${from} a ${to}`,
  specialDays: 'Horários especiais',
  zone: (zone) => `Fuso horário: ${zone}.`,
  save: 'Salvar contato',
  downloaded: 'Procure o contato nos seus downloads. Se não estiver lá, use “Copiar todos os dados”.',
  copyDetails: 'Copiar todos os dados',
  help: crisisPt,
};
