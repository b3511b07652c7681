import { shorten } from '../../foundation/formats/shorten.js';
import type { SignupFormStrings } from '../locales/en.js';
import { choiceLabels, labelOf } from './labels.js';
import type { Program } from './program.js';
import type { Submission } from './submission.js';
import { fieldNames, type FieldName } from './validation.js';

/** `A question? An answer`, or `A label: an answer`. */
const line = (label: string, answer: string): string => label + (label.endsWith('?') ? ' ' : ': ') + answer;

/**
 * A submission as text for an email that the person sends: the form's own questions and answers, a line each, with the line
 * endings that RFC 6068 requires. The message is last: it is the longest answer, and the one that can be shortened.
 */
export function submissionText(submission: Submission, { sessions }: Program, strings: SignupFormStrings): string {
  const answerLine = (field: FieldName): string | undefined => {
    const answer = submission[field];
    if (typeof answer !== 'string') return undefined;
    const labels = choiceLabels(field, strings);
    const words =
      field === 'session'
        ? (sessions.find(({ id }) => id === answer)?.name ?? answer)
        : answer.split(', ').map((value) => labels[value] ?? value);
    return line(labelOf(field, strings), [words].flat().join(', '));
  };
  const { program, submissionId, waitingList, consent } = submission;
  return [
    strings.title(program),
    ...fieldNames.filter((field) => field !== 'message').map(answerLine),
    waitingList && strings.joinList,
    line(strings.consentSent, `${consent.text} (${consent.version})`),
    line(strings.submissionId, submissionId.slice(0, 8)),
    answerLine('message'),
  ]
    .filter(Boolean)
    .join('\n')
    .replace(/\r?\n/g, '\r\n');
}

/** Some email programs open nothing for a longer link. */
const maxHref = 2000;

/**
 * A link that opens an email with a submission (RFC 6068, where `+` is not a space).
 *
 * @param program - its endpoint is a `mailto:` URL
 * @returns the link, and whether it has the whole text
 */
export function mailLink(
  submission: Submission,
  program: Program,
  strings: SignupFormStrings,
): { readonly href: string; readonly isWhole: boolean } {
  const subject = strings.mailSubject(submission.program);
  const hrefOf = (body: string): string =>
    `${program.endpoint}?${`${new URLSearchParams({ subject, body })}`.replaceAll('+', '%20')}`;
  const text = submissionText(submission, program, strings);
  const body = shorten(text, (shorter) => hrefOf(shorter).length <= maxHref);
  return { href: hrefOf(body), isWhole: body === text };
}
