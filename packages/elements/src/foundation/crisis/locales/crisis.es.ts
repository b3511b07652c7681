import type { CrisisStrings } from './crisis.en.js';

/** Spanish strings of crisis help. */
export const crisisEs: CrisisStrings = {
  crisis: 'Si necesita ayuda ahora mismo',
  crisisTexts: {
    danger: 'Alguien está en peligro ahora.',
    lifeline: 'Gratis, las 24 horas, para usted o alguien que le preocupa. En español: oprima 2.',
    maternal: 'Gratis, las 24 horas. Apoyo en el embarazo o con un bebé; no es una línea de crisis.',
  },
  callNumber: (number) => `Llame al ${number}`,
  textNumber: (number) => `Envíe un texto al ${number}`,
  callOrText: (number) => `Llame o envíe un texto al ${number}`,
  checked: (date) => `Números revisados el ${date}.`,
};
