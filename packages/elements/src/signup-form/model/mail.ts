import { shorten } from '../../foundation/formats/shorten.js';
import type { SignupFormStrings } from '../locales/en.js';
import { choiceLabels, labelOf } from './labels.js';
import type { Program, Session } from './program.js';
import { sessionTimes } from './session-times.js';
import type { Submission } from './submission.js';
import { fieldNames, type FieldName } from './validation.js';

type Strings = SignupFormStrings & { readonly $locale: string };

/** `A question? An answer`, or `A label: an answer`. Chinese and Arabic have question marks of their own. */
const line = (label: string, answer: string): string => label + (/[?？؟]$/.test(label) ? ' ' : ': ') + answer;

/**
 * A submission as text for an email that the person sends: the form's own questions and answers, a line each, with the line
 * endings that RFC 6068 requires. A session has its day and time, because several may have similar names. The message is last: it is
 * the longest answer, and the one that can be shortened.
 *
 * @param visitorZone - IANA zone of sessions without a zone
 */
export function submissionText(
  submission: Submission,
  { sessions }: Program,
  strings: Strings,
  visitorZone: string,
): string {
  const sessionWords = (session: Session): unknown[] => {
    const times = sessionTimes(session, visitorZone, strings);
    return [session.name, times?.own, times?.dates].filter(Boolean);
  };
  const answerLine = (field: FieldName): string | undefined => {
    const answer = submission[field];
    if (typeof answer !== 'string') return undefined;
    const labels = choiceLabels(field, strings);
    const words =
      field === 'session'
        ? sessions.filter(({ id }) => id === answer).flatMap(sessionWords)
        : answer.split(', ').map((value) => labels[value] ?? value);
    return line(labelOf(field, strings), words.join(', '));
  };
  const { program, waitingList, consent } = submission;
  return [
    strings.title(program),
    ...fieldNames.filter((field) => field !== 'message').map(answerLine),
    waitingList && strings.joinList,
    line(strings.consentSent, consent.text),
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
  strings: Strings,
  visitorZone: string,
): { readonly href: string; readonly isWhole: boolean } {
  const subject = strings.mailSubject(submission.program);
  const hrefOf = (body: string): string =>
    `${program.endpoint}?${`${new URLSearchParams({ subject, body })}`.replaceAll('+', '%20')}`;
  const text = submissionText(submission, program, strings, visitorZone);
  const body = shorten(text, (shorter) => hrefOf(shorter).length <= maxHref);
  return { href: hrefOf(body), isWhole: body === text };
}
