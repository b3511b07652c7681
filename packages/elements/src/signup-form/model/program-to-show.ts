import type { Program } from './program.js';
import { submissionInDoubt, type Confirmed, type Progress, type Unconfirmed } from './submission-state.js';

/** What the form shows. */
export interface Shown {
  readonly program: Program;
  /** Name of the configured program, which may differ from the one shown. */
  readonly configured: string;
  /** Whether the outcome has replaced the form. */
  readonly finished: boolean;
}

/** Whether the outcome replaces the form. An email program has not sent the submission yet, so the form stays. */
export const isFinished = (progress: Progress, { adapter }: Program): progress is Confirmed | Unconfirmed =>
  progress.state === 'confirmed' || (progress.state === 'unconfirmed' && adapter !== 'mailto');

/**
 * Decides which program is shown. A sign-up stays with its program until its outcome is known and has been shown; only then
 * does another program replace it.
 *
 * @param shown - what was shown last
 * @param configured - the configured program; without one, the last program stays, so that nothing typed is lost
 */
export function programToShow(
  shown: Shown | undefined,
  configured: Program | undefined,
  progress: Progress,
): Shown | undefined {
  const next = configured ?? shown?.program;
  if (!next) return undefined;
  const program = shown && stays(shown, next, progress) ? shown.program : next;
  return { program, configured: next.name, finished: isFinished(progress, program) };
}

function stays(shown: Shown, next: Program, progress: Progress): boolean {
  if (shown.program.name === next.name) return false;
  if (submissionInDoubt(progress)) return true;
  const outcomeWasShown = shown.finished && next.name !== shown.configured;
  return isFinished(progress, shown.program) && !outcomeWasShown;
}
