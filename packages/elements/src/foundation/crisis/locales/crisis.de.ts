import type { CrisisStrings } from './crisis.en.js';

const months = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');

/** German strings of crisis help. */
export const crisisDe: CrisisStrings = {
  crisis: 'Wenn Sie sofort Hilfe brauchen',
  crisisTexts: {
    danger: 'Wenn gerade jemand in Gefahr ist.',
    lifeline: 'Kostenlos, rund um die Uhr. Für Sie selbst oder wenn Sie sich um jemanden Sorgen machen.',
    maternal:
      'Kostenlos, rund um die Uhr. Unterstützung in der Schwangerschaft und nach der Geburt. Kein Krisentelefon.',
  },
  callNumber: (number) => `${number} anrufen`,
  textNumber: (number) => `SMS an ${number}`,
  callOrText: (number) => `Anruf oder SMS an ${number}`,
  checked: (year, month, day) => `Nummern geprüft am ${day}. ${months[month - 1]} ${year}.`,
};
