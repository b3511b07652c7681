import type { CrisisStrings } from './crisis.en.js';

const months = 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'.split(' ');

/** Portuguese strings of crisis help. */
export const crisisPt: CrisisStrings = {
  crisis: 'Se você precisa de ajuda agora mesmo',
  crisisTexts: {
    danger: 'Se alguém está em perigo neste momento.',
    lifeline: 'Gratuito, 24 horas por dia. Para você ou para alguém que preocupa você.',
    maternal:
      'Gratuito, 24 horas por dia. Apoio durante a gravidez e depois do nascimento do bebê. Não é uma linha para situações de crise.',
  },
  callNumber: (number) => `Ligue para o ${number}`,
  textNumber: (number) => `Envie um SMS para o ${number}`,
  callOrText: (number) => `Ligue ou envie um SMS para o ${number}`,
  checked: (year, month, day) => `Números verificados em ${day === 1 ? '1º' : day} de ${months[month - 1]} de ${year}.`,
};
