import { severities, type Severity } from '../check/diagnostic.js';
import type { Explanation, FindingTexts } from './texts.js';

/** Something that the doctor has found on the page. Unlike a diagnostic of `havenkit check`, it is said in several languages. */
export interface Finding {
  readonly severity: Severity;
  /** Says it in a language. */
  readonly explain: (texts: FindingTexts) => Explanation;
  /** What the widget itself reports, which is in English. */
  readonly detail?: string | undefined;
  /** What to copy, such as a line for the settings of a server. */
  readonly code?: string | undefined;
}

/** What only helps to understand a finding. */
type More = Pick<Finding, 'detail' | 'code'>;

type Find = (explain: Finding['explain'], more?: More) => Finding;

const find =
  (severity: Severity): Find =>
  (explain, more) => ({ severity, explain, ...more });

/** Something that visitors miss. */
export const failure: Find = find('error');

/** Something that visitors may miss, or that will break later. */
export const warning: Find = find('warning');

/** Something unusual that may be intended. */
export const notice: Find = find('notice');

/** The gravest first. What is as grave stays in the order in which it was found. */
export const bySeverity = (findings: readonly Finding[]): Finding[] =>
  severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));

/** How many there are of each severity. */
export const countOf = (findings: readonly Finding[]): Record<Severity, number> => {
  const count = (severity: Severity): number => findings.filter((each) => each.severity === severity).length;
  return { error: count('error'), warning: count('warning'), notice: count('notice') };
};
