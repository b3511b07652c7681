import type { Program } from './program.js';
import type { Submission } from './submission.js';
import { formatOf, sessionOf, type Answers } from './validation.js';

/** What a submission holds besides the answers. */
export interface Circumstances {
  /** The words that were agreed to. */
  readonly consent: string;
  readonly locale: string;
  /** Whether the waiting list is meant, because the endpoint said that there is no place. */
  readonly waitingList: boolean;
  /** Milliseconds since the form was shown. */
  readonly elapsed: number;
}

/** A number as E.164 (ITU-T), when it has its country code: without, nobody knows the country. None begins with 0. */
export const e164 = (telephone = ''): string | undefined =>
  /^\+[1-9]\d{6,14}$/.exec(telephone.replace(/\(0\)|[\s().-]/g, ''))?.[0];

/** Makes a submission of valid answers: what was not asked, or not answered, is absent. */
export function makeSubmission(
  submissionId: string,
  answers: Answers,
  program: Program,
  { consent, locale, waitingList, elapsed }: Circumstances,
): Submission {
  const told: Answers = Object.fromEntries(
    Object.entries(answers as Record<string, string>).map(([name, text]) => [name, text.trim() || undefined]),
  );
  const chosen = sessionOf(answers, program);
  return JSON.parse(
    JSON.stringify({
      ...told,
      telephoneE164: e164(told.telephone),
      submissionId,
      // As much of it as an endpoint takes.
      program: program.name.slice(0, 200),
      session: chosen?.id,
      format: formatOf(answers, program),
      ...((waitingList || chosen?.places === 0) && { waitingList: true }),
      leaveMessage: told.telephone && told.leaveMessage,
      website: undefined,
      consent: { given: true, version: program.consentVersion, text: consent },
      locale,
      elapsed,
    }),
  ) as Submission;
}

/** A link that opens an e-mail with a submission (RFC 6068, which knows no `+` for a space). @param address - a `mailto:` */
export const mailHref = (address: string, submission: Submission): string => {
  const said = new URLSearchParams({ subject: submission.program, body: submissionText(submission) });
  return `${address}?${`${said}`.replaceAll('+', '%20')}`;
};

/** A submission as text, a line each, for an e-mail: its lines end as RFC 6068 wants, the writer's own too. */
export const submissionText = ({ consent, elapsed: _, ...rest }: Submission): string =>
  [
    ...Object.entries(rest).map(([key, value]) => `${key}: ${String(value)}`),
    `consent: ${consent.version}: ${consent.text}`,
  ]
    .join('\n')
    .replace(/\r?\n/g, '\r\n');
