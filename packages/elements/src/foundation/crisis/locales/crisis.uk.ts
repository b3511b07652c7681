import type { CrisisStrings } from './crisis.en.js';

const months = 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня'.split(' ');

/** Ukrainian strings of crisis help. */
export const crisisUk: CrisisStrings = {
  crisis: 'Якщо вам потрібна допомога просто зараз',
  crisisTexts: {
    danger: 'Якщо хтось зараз у небезпеці.',
    lifeline: 'Безкоштовно, цілодобово. Для вас або для людини, за яку ви хвилюєтеся.',
    maternal: 'Безкоштовно, цілодобово. Підтримка під час вагітності та після народження дитини. Це не кризова лінія.',
  },
  callNumber: (number) => `Подзвоніть на ${number}`,
  textNumber: (number) => `Напишіть SMS на ${number}`,
  callOrText: (number) => `Подзвоніть або напишіть SMS на ${number}`,
  checked: (year, month, day) => `Номери перевірено ${day} ${months[month - 1]} ${year} року.`,
};
