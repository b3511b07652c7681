const months = 'January February March April May June July August September October November December'.split(' ');

/** English strings of crisis help. */
export const crisisEn = {
  crisis: 'If you need help right now',
  crisisTexts: {
    danger: 'If someone is in danger right now.',
    lifeline: 'Free, 24 hours a day. For you or someone you’re worried about.',
    maternal: 'Free, 24 hours a day. Support during pregnancy and after a baby is born. Not a crisis line.',
  } as Record<string, string>,
  callNumber: (number: string) => `Call ${number}`,
  textNumber: (number: string) => `Text ${number}`,
  callOrText: (number: string) => `Call or text ${number}`,
  checked: (year: number, month: number, day: number) => `Numbers checked ${months[month - 1]} ${day}, ${year}.`,
};

/** Strings that a translation of crisis help provides; a missing key does not compile. */
export type CrisisStrings = typeof crisisEn;
