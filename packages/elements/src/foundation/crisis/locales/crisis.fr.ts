import type { CrisisStrings } from './crisis.en.js';

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

/** French strings of crisis help. */
export const crisisFr: CrisisStrings = {
  crisis: 'Si vous avez besoin d’aide tout de suite',
  crisisTexts: {
    danger: 'Si quelqu’un est en danger en ce moment.',
    lifeline: 'Gratuit, 24 heures sur 24. Pour vous, ou si vous vous inquiétez pour quelqu’un.',
    maternal:
      'Gratuit, 24 heures sur 24. Soutien pendant la grossesse et après la naissance d’un bébé. Ce n’est pas une ligne de crise.',
  },
  callNumber: (number) => `Appelez le ${number}`,
  textNumber: (number) => `Envoyez un SMS au ${number}`,
  callOrText: (number) => `Téléphonez ou envoyez un SMS au ${number}`,
  checked: (year, month, day) => `Numéros vérifiés le ${day === 1 ? '1er' : day} ${months[month - 1]} ${year}.`,
};
