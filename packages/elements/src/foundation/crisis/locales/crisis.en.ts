/** English strings of crisis help. */
export const crisisEn = {
  crisis: 'If you need help right now',
  crisisTexts: {
    danger: 'Someone is in danger now.',
    lifeline: 'Free, 24 hours, for you or someone you worry about.',
    maternal: 'Free, 24 hours. Support when pregnant or with a baby; not a crisis line.',
  } as Record<string, string>,
  callNumber: (number: string) => `Call ${number}`,
  textNumber: (number: string) => `Text ${number}`,
  callOrText: (number: string) => `Call or text ${number}`,
  checked: (date: string) => `Numbers checked ${date}.`,
};

/** Strings that a translation of crisis help provides; a missing key does not compile. */
export type CrisisStrings = typeof crisisEn;
