import { eachUnknownKey, list, own, text, type Report } from '../foundation/configuration.js';
import { parseTelephone, type Telephone } from './telephone.js';

/** One place to turn to. */
export interface CrisisEntry {
  /** Who answers, as they call themselves; absent for an emergency number. */
  readonly name?: string;
  /** When to use it: a key of the strings' `crisisTexts`, or the words themselves. */
  readonly text: string;
  readonly telephone: Telephone;
  /** Whether the number also takes text messages. */
  readonly sms: boolean;
}

/** Crisis help of a region. */
export interface CrisisHelp {
  readonly entries: readonly CrisisEntry[];
  /** Day on which a person last compared every entry with its source, `YYYY-MM-DD`. */
  readonly checked?: string;
}

const entry = (text: string, number: string, sms: boolean, name?: string): CrisisEntry => ({
  text,
  telephone: parseTelephone(number) as Telephone,
  sms,
  ...(name ? { name } : undefined),
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
 * An entry without a telephone number or without words is reported and left out.
 */
export function parseCrisisHelp(value: unknown, report: Report, warn: (path: string) => void): CrisisHelp | undefined {
  eachUnknownKey(value, 'checked entries', 'crisis.', warn);
  const entries = list(own(value, 'entries')).flatMap((raw, index): CrisisEntry[] => {
    const path = `crisis.entries[${index}]`;
    eachUnknownKey(raw, 'name text telephone sms', `${path}.`, warn);
    const telephone = parseTelephone(own(raw, 'telephone'));
    const words = text(own(raw, 'text'), `${path}.text`, report);
    const name = text(own(raw, 'name'), `${path}.name`, report);
    if (telephone && words) return [{ text: words, telephone, sms: own(raw, 'sms') === true, ...(name ? { name } : undefined) }];
    report(path, 'a telephone and a text');
    return [];
  });
  const checked = text(own(value, 'checked'), 'crisis.checked', report);
  return entries.length ? { entries, ...(checked ? { checked } : undefined) } : undefined;
}
