/** Something on a page that keeps a widget from working, or will. */
export interface Finding {
  /** An error keeps a widget from working; a warning may; a notice says what may be intended. */
  readonly severity: 'error' | 'warning' | 'notice';
  /** Line of the page's HTML, from 1. */
  readonly line?: number | undefined;
  /** What is wrong, in a sentence. */
  readonly problem: string;
  /** What to do, in a sentence. */
  readonly advice: string;
}

/** Something that keeps a widget from working. */
export const failure = (line: number | undefined, problem: string, advice: string): Finding => ({
  severity: 'error',
  line,
  problem,
  advice,
});

/** Something that may keep a widget from working, or will later. */
export const warning = (line: number | undefined, problem: string, advice: string): Finding => ({
  severity: 'warning',
  line,
  problem,
  advice,
});

/** Something unusual that may be intended. */
export const notice = (line: number | undefined, problem: string, advice: string): Finding => ({
  severity: 'notice',
  line,
  problem,
  advice,
});
