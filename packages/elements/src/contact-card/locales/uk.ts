import { crisisUk } from '../../foundation/crisis/locales/crisis.uk.js';
import type { ContactCardStrings } from './en.js';

// Browsers give a weekday in the nominative, and a date in the genitive, which needs no preposition.
const on = (day: string) =>
  /^\d/.test(day) ? day : `${day.startsWith('в') ? 'у' : 'в'} ${day.replace(/а$/, 'у').replace(/я$/, 'ю')}`;

/** Ukrainian strings of the contact card. */
export const uk: ContactCardStrings = {
  telephone: 'Телефон',
  sms: 'SMS',
  email: 'Електронна пошта',
  website: 'Сайт',
  address: 'Адреса',
  map: 'Показати на мапі (відкриється в новій вкладці)',
  copy: 'Копіювати',
  copyNumber: 'Копіювати номер телефону',
  copied: 'Скопійовано.',
  notCopied: 'Ваш браузер не зміг це скопіювати. Текст виділено, тож ви можете скопіювати його самі.',
  languages: 'Мови',
  accepting: {
    yes: 'Приймаємо нові сімʼї',
    'waiting-list': 'Список очікування для нових сімей',
    no: 'Зараз не приймаємо нових сімей',
  },
  contactTypes: { intake: 'Для нових сімей', billing: 'Рахунки й оплата', scheduling: 'Запис на прийом' },
  hours: 'Години роботи',
  open: 'Зараз відчинено',
  closed: 'Зараз зачинено',
  until: (time) => `до ${time}`,
  allDay: 'Цілодобово',
  opensToday: (time) => `працюємо сьогодні з ${time}`,
  opensTomorrow: (time) => `працюємо завтра з ${time}`,
  opensOn: (day, time) => `працюємо ${on(day)} з ${time}`,
  closedDay: 'Вихідний',
  daysAnd: (first, second) => `${first} і ${second}`,
  daysTo: (from, to) => `${from}–${to}`,
  specialDays: 'Особливий графік',
  // Most names of zones are “за … часом”, others “час: …”.
  zone: (zone) => (zone.startsWith('за ') ? `Години вказано ${zone}.` : `Часовий пояс: ${zone.replace(/^час: /, '')}.`),
  save: 'Зберегти контакт',
  downloaded: 'Пошукайте контакт у завантаженнях. Якщо його там немає, скористайтеся кнопкою «Копіювати всі дані».',
  copyDetails: 'Копіювати всі дані',
  help: crisisUk,
};
