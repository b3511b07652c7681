import { isoDate, listOf, objectOf, oneOf, text, type Reader, type Reading } from '../configuration/readers.js';
import { parseTelephone, telephone, type Telephone } from '../formats/telephone.js';

/** One service that a person in a crisis can call. */
export interface CrisisEntry {
  /** The service's own name; absent for an emergency number. */
  readonly name?: string | undefined;
  /** BCP 47 code of the name, when it is known. */
  readonly nameLanguage?: string;
  /** When to use it: a key of the strings' `crisisTexts`, or the text itself. */
  readonly text: string;
  readonly telephone: Telephone;
  /** Whether the number also takes text messages. */
  readonly sms: boolean;
}

/** Crisis help of a region. */
export interface CrisisHelp {
  readonly entries: readonly CrisisEntry[];
  /** The day on which a person last compared every entry with its source, `YYYY-MM-DD`. */
  readonly checked?: string | undefined;
}

const crisisHelpFields = objectOf({
  checked: isoDate,
  entries: listOf(
    objectOf({
      name: text,
      text,
      telephone,
      sms: (value: unknown): boolean => value === true,
    }),
  ),
});

const us = (number: string): Telephone => parseTelephone(number) as Telephone;
const nameLanguage = 'en';

/**
 * Crisis help in the United States. Sources: 911 (FCC), 988 (SAMHSA, 988lifeline.org), 1-833-852-6262 (HRSA Maternal
 * and Child Health Bureau, mchb.hrsa.gov: call or text, at all hours; according to itself not a crisis line).
 * A test fails when `checked` is more than twelve months ago.
 */
export const usCrisisHelp: CrisisHelp = {
  checked: '2026-11-23',
  entries: [
    { text: 'danger', telephone: us('911'), sms: false },
    { text: 'lifeline', telephone: us('988'), sms: true, name: '988 Suicide & Crisis Lifeline', nameLanguage },
    {
      text: 'maternal',
      telephone: us('1-833-852-6262'),
      sms: true,
      name: 'National Maternal Mental Health Hotline',
      nameLanguage,
    },
  ],
};

/**
 * Reads the crisis help of another region: `{ checked, entries: [{ name?, text, telephone, sms? }] }`. An entry without a
 * telephone number or a text is reported and left out. Without any complete entry it returns `undefined`.
 */
const crisisHelp: Reader<CrisisHelp> = (value, path, reading) => {
  const { checked, entries = [] } = crisisHelpFields(value, path, reading) ?? {};
  const complete = entries.flatMap(({ name, text, telephone, sms }, index): CrisisEntry[] => {
    if (text && telephone) return [{ name, text, telephone, sms: !!sms }];
    reading.report(`${path}.entries[${index}]`, 'a telephone number and a text', 'missing-value');
    return [];
  });
  if (complete.length) return { checked, entries: complete };
  reading.report(path, 'us, none or a list of entries');
  return undefined;
};

/** Readers of the two settings for crisis help. */
export const crisisSettings = {
  crisis: (value: unknown, path: string, reading: Reading): CrisisHelp | 'us' | 'none' | undefined =>
    value && typeof value === 'object' ? crisisHelp(value, path, reading) : oneOf('us', 'none')(value, path, reading),
  crisisReason: text,
};

/** The configured crisis help. */
interface CrisisSettings {
  readonly crisis?: CrisisHelp | 'us' | 'none' | undefined;
  readonly crisisReason?: string | undefined;
}

/**
 * Returns the crisis help to show, which is never silently empty: `none` without a reason is reported, and the help of the
 * United States is shown.
 *
 * @returns the entries, or the reason why there are none
 */
export function crisisShown({ crisis, crisisReason }: CrisisSettings, { report }: Reading): CrisisHelp | string {
  if (crisis === 'none') {
    if (crisisReason) return crisisReason;
    report('crisisReason', 'the reason, as crisis is none', 'missing-value');
  }
  return typeof crisis === 'object' ? crisis : usCrisisHelp;
}
