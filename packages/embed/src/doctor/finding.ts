import type { Explanation, FindingTexts } from './texts.js';

/** `broken`: visitors miss something. `risk`: they may. `note`: it may be intended. In the order in which they are shown. */
export const gravities = ['broken', 'risk', 'note'] as const;

export type Gravity = (typeof gravities)[number];

/** Something that the doctor has found on the page. */
export interface Finding {
  readonly gravity: Gravity;
  /** Says it in a language. */
  readonly explain: (texts: FindingTexts) => Explanation;
  /** What the widget itself reports, which is in English. */
  readonly detail?: string | undefined;
  /** What to copy, such as a line for the settings of a server. */
  readonly code?: string | undefined;
}

/** What only helps to understand a finding. */
type More = Pick<Finding, 'detail' | 'code'>;

/** Something that visitors miss. */
export const broken = (explain: Finding['explain'], more?: More): Finding => ({ gravity: 'broken', explain, ...more });

/** Something that visitors may miss, or that will break later. */
export const risk = (explain: Finding['explain'], more?: More): Finding => ({ gravity: 'risk', explain, ...more });

/** Something unusual that may be intended. */
export const note = (explain: Finding['explain'], more?: More): Finding => ({ gravity: 'note', explain, ...more });

/** The gravest first. What is as grave stays in the order in which it was found. */
export const byGravity = (findings: readonly Finding[]): Finding[] =>
  gravities.flatMap((gravity) => findings.filter((finding) => finding.gravity === gravity));
