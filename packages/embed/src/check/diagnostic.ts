/**
 * How grave something is, the gravest first. An `error` keeps a widget from working, or visitors miss something. A `warning` may, or
 * will. A `notice` says what may be intended.
 */
export const severities = ['error', 'warning', 'notice'] as const;

export type Severity = (typeof severities)[number];

/** Something on a page that keeps a widget from working, or will, as `havenkit check` prints it. */
export interface Diagnostic {
  readonly severity: Severity;
  /** Line of the page's HTML, from 1. */
  readonly line?: number | undefined;
  /** What is wrong, in a sentence. */
  readonly problem: string;
  /** What to do, in a sentence. */
  readonly advice: string;
}

type Diagnose = (line: number | undefined, problem: string, advice: string) => Diagnostic;

const diagnose =
  (severity: Severity): Diagnose =>
  (line, problem, advice) => ({ severity, line, problem, advice });

/** Something that keeps a widget from working. */
export const failure: Diagnose = diagnose('error');

/** Something that may keep a widget from working, or will later. */
export const warning: Diagnose = diagnose('warning');

/** Something unusual that may be intended. */
export const notice: Diagnose = diagnose('notice');
