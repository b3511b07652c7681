import type { CrisisStrings } from './crisis.en.js';

const months = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');

/** Spanish strings of crisis help. */
export const crisisEs: CrisisStrings = {
  crisis: 'Si necesita ayuda ahora mismo',
  crisisTexts: {
    danger: 'Si alguien está en peligro en este momento.',
    lifeline: 'Gratis, las 24 horas. Para usted o alguien que le preocupa. En español, oprima 2.',
    maternal: 'Gratis, las 24 horas. Apoyo durante el embarazo y después del parto. No es una línea de crisis.',
  },
  callNumber: (number) => `Llame al ${number}`,
  textNumber: (number) => `Envíe un mensaje de texto al ${number}`,
  callOrText: (number) => `Llame o envíe un mensaje de texto al ${number}`,
  checked: (year, month, day) => `Números revisados el ${day} de ${months[month - 1]} de ${year}.`,
};
