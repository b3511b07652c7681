import { listOf, objectOf, oneOf, text, type Reader, type Reading } from '../configuration/readers.js';
import { parseTelephone, telephone, type Telephone } from '../formats/telephone.js';

/** One place to turn to. */
export interface CrisisEntry {
  /** Who answers, as they call themselves; absent for an emergency number. */
  readonly name?: string | undefined;
  /** When to use it: a key of the strings' `crisisTexts`, or the words themselves. */
  readonly text: string;
  readonly telephone: Telephone;
  /** Whether the number also takes text messages. */
  readonly sms: boolean;
}

/** Crisis help of a region. */
export interface CrisisHelp {
  readonly entries: readonly CrisisEntry[];
  /**
   * Day on which a person last compared every entry with its source, `YYYY-MM-DD`. It is shown as it is: a browser
   * takes longer to write one date out than for all else on a card.
   */
  readonly checked?: string | undefined;
}

const entry = (text: string, number: string, sms: boolean, name?: string): CrisisEntry => ({
  text,
  telephone: parseTelephone(number) as Telephone,
  sms,
  name,
});

const help = objectOf({
  checked: text,
  entries: listOf(
    objectOf({
      name: text,
      text,
      telephone,
      sms: (value: unknown): boolean => value === true,
    }),
  ),
});

/**
 * Crisis help in the United States. Sources: 911 (FCC), 988 (SAMHSA, 988lifeline.org), 1-833-852-6262 (HRSA Maternal
 * and Child Health Bureau, mchb.hrsa.gov: call or text, all hours; says itself that it is no crisis line).
 * A test fails when `checked` is more than twelve months ago.
 */
export const usCrisisHelp: CrisisHelp = {
  checked: '2026-11-23',
  entries: [
    entry('danger', '911', false),
    entry('lifeline', '988', true, '988 Suicide & Crisis Lifeline'),
    entry('maternal', '1-833-852-6262', true, 'National Maternal Mental Health Hotline'),
  ],
};

/**
 * Crisis help of another region, from configuration: `{ checked, entries: [{ name?, text, telephone, sms? }] }`.
 * An entry without a telephone number or without words is reported and left out; `undefined` when none is left.
 */
const crisisHelp: Reader<CrisisHelp> = (value, path, reading) => {
  const { checked, entries = [] } = help(value, path, reading) ?? {};
  const complete = entries.flatMap(({ name, text, telephone, sms }, index): CrisisEntry[] => {
    if (text && telephone) return [{ name, text, telephone, sms: !!sms }];
    reading.report(`${path}.entries[${index}]`, 'a telephone number and a text', 'missing-value');
    return [];
  });
  if (complete.length) return { checked, entries: complete };
  reading.report(path, 'us, none or a list of entries');
  return undefined;
};

/** Readers of the two settings about crisis help. */
export const crisisSettings = {
  crisis: (value: unknown, path: string, reading: Reading): CrisisHelp | 'us' | 'none' | undefined =>
    value && typeof value === 'object' ? crisisHelp(value, path, reading) : oneOf('us', 'none')(value, path, reading),
  crisisReason: text,
};

/**
 * Crisis help as configured, never silently empty: without a reason, that of the United States is shown.
 *
 * @returns the entries, or the words that say why there are none
 */
export function crisisShown(
  {
    crisis,
    crisisReason,
  }: { readonly crisis?: CrisisHelp | 'us' | 'none' | undefined; readonly crisisReason?: string | undefined },
  { report }: Reading,
): CrisisHelp | string {
  if (crisis === 'none') {
    if (crisisReason) return crisisReason;
    report('crisisReason', 'the reason, as crisis is none', 'missing-value');
  }
  return typeof crisis === 'object' ? crisis : usCrisisHelp;
}
