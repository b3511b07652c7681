import type { Program } from './program.js';
import type { Submission } from './submission.js';
import { asksSession, formatOf, type Answers } from './validation.js';

/** What a submission holds besides the answers. */
export interface Circumstances {
  /** The words that were agreed to. */
  readonly consent: string;
  readonly locale: string;
  /** Whether the waiting list is meant, because the endpoint said that the session is full. */
  readonly waitingList: boolean;
  /** Milliseconds since the form was shown. */
  readonly elapsed: number;
}

/** Makes a submission of valid answers: what was not asked, or not answered, is absent. */
export function makeSubmission(
  submissionId: string,
  answers: Answers,
  program: Program,
  { consent, locale, waitingList, elapsed }: Circumstances,
): Submission {
  const { name = '', email, telephone, times, message, childAgeBand, preferredContact } = answers;
  const format = formatOf(answers, program);
  const chosen = asksSession(answers, program) ? program.sessions.find(({ id }) => id === answers.session) : undefined;
  const full = waitingList || chosen?.places === 0;
  return JSON.parse(
    JSON.stringify({
      submissionId,
      // As much of it as an endpoint takes.
      program: program.name.slice(0, 200),
      session: chosen?.id,
      format,
      ...(chosen && full && { waitingList: true }),
      name: name.trim(),
      email: email?.trim() || undefined,
      telephone: telephone?.trim() || undefined,
      preferredContact,
      leaveMessage: telephone?.trim() ? answers.leaveMessage : undefined,
      times,
      childAgeBand,
      message: message?.trim() || undefined,
      consent: { given: true, version: program.consentVersion, text: consent },
      locale,
      elapsed,
    }),
  ) as Submission;
}

/** A submission as text, a line each, for an e-mail. */
export const submissionText = ({ consent, elapsed: _, ...rest }: Submission): string =>
  [
    ...Object.entries(rest).map(([key, value]) => `${key}: ${String(value)}`),
    `consent: ${consent.version}: ${consent.text}`,
  ].join('\r\n');
