import type { CrisisStrings } from './crisis.en.js';

const months = 'janvye fevriye mas avril me jen jiyè out septanm oktòb novanm desanm'.split(' ');

/** Haitian Creole strings of crisis help. */
export const crisisHt: CrisisStrings = {
  crisis: 'Si ou bezwen èd touswit',
  crisisTexts: {
    danger: 'Si yon moun an danje kounye a.',
    lifeline: 'Gratis, 24 sou 24. Pou ou menm oswa pou yon moun w ap enkyete pou li.',
    maternal: 'Gratis, 24 sou 24. Sipò pandan gwosès la ak apre tibebe a fèt. Se pa yon liy pou moun ki nan kriz.',
  },
  callNumber: (number) => `Rele ${number}`,
  textNumber: (number) => `Voye yon mesaj tèks nan ${number}`,
  callOrText: (number) => `Rele oswa voye yon mesaj tèks nan ${number}`,
  checked: (year, month, day) => `Yo te verifye nimewo yo le ${day === 1 ? '1ye' : day} ${months[month - 1]} ${year}.`,
};
