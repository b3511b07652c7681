import { html, nothing, type TemplateResult } from 'lit';
import { viewerZone } from '../foundation/formats/intl.js';
import type { Localized } from '../foundation/localization/strings.js';
import { insteadOfFileView } from '../foundation/views/instead-of-file.view.js';
import { textAround } from '../foundation/views/text-around.js';
import { adapters } from './adapters/index.js';
import type { SubmissionController } from './controllers/submission-controller.js';
import { announcementView } from './fields.view.js';
import { callView, linkView } from './links.view.js';
import type { SignupFormStrings } from './locales/en.js';
import { mailLink, submissionText } from './model/mail.js';
import type { Program } from './model/program.js';
import type { Shown } from './model/program-to-show.js';
import type { Result } from './model/result.js';
import { meetingTimes } from './model/session-times.js';
import { resultOf, type Confirmed, type Progress, type Unconfirmed } from './model/submission-state.js';
import { sessionOf } from './model/validation.js';
import { sessionView } from './session.view.js';

/** Title and text of an outcome; empty while there is none. */
function outcomeTexts(progress: Progress, program: Program, strings: SignupFormStrings): string[] {
  const { states } = strings;
  const { state } = progress;
  const texts = (key: 'waiting' | 'mailed' | 'unconfirmed' | 'full' | 'refused' | 'notSent'): string[] => [
    states[key],
    states[`${key}Text`],
  ];
  switch (state) {
    case 'confirmed':
      return progress.result.waitingList
        ? texts('waiting')
        : [states.confirmed, program.responseTime ?? strings.nextStep];
    case 'unconfirmed':
      if (program.adapter === 'mailto') return texts('mailed');
      return progress.result.mismatch ? [states.earlierTitle, states.earlier] : texts(state);
    case 'unknown':
      return [
        progress.returned ? states.unknownEarlier : states.unknown,
        states.unknownText,
        // It may be wrong, so it decides nothing but these words.
        ...(navigator.onLine ? [] : [states.unknownOffline]),
        adapters[program.adapter]?.idempotent ? states.once : states.twice,
      ];
    case 'full':
    case 'refused':
      return texts(state);
    case 'offline':
      return texts('notSent');
    case 'idle':
    case 'sending':
      return [];
    default:
      progress satisfies never;
      return [];
  }
}

/** The end of every outcome: the endpoint's message, the telephone number, and the endpoint's link. */
function detailsView(result: Result | undefined, { telephone }: Program, strings: SignupFormStrings): unknown {
  return [
    result?.message && html`<p>${result.message}</p>`,
    callView(telephone, strings),
    result?.next && html`<p>${linkView(result.next, strings.continueAt, strings)}</p>`,
  ];
}

/** The number by which the practice finds a sign-up, and what it is for. */
const referenceView = (reference: string | undefined, strings: SignupFormStrings): unknown =>
  reference &&
  html`<p>${textAround(strings.reference, html`<strong class="number" translate="no">${reference}</strong>`)}</p>
    <p>${strings.referenceHint}</p>`;

/** Replaces the form when a sign-up has arrived or is on its way: the outcome, the next step, and what to save. */
export function finishedView(
  shown: Shown,
  progress: Confirmed | Unconfirmed,
  strings: Localized<SignupFormStrings>,
  level: number,
  submission: SubmissionController,
): TemplateResult {
  const { program } = shown;
  const { result, state } = progress;
  const [title = '', text] = outcomeTexts(progress, program, strings);
  // An earlier version may have another session.
  const session = result.mismatch ? undefined : program.sessions.find(({ id }) => id === progress.submission.session);
  return html`${announcementView(
      state === 'confirmed' ? 'notice success' : 'notice',
      level,
      title,
      html`<p>${text}</p>
        ${referenceView(result.reference, strings)}`,
    )}
    ${session && sessionView(session, strings)}
    <div class="outcome">${detailsView(result, program, strings)}</div>
    ${toolsView(shown, progress, session, submission, strings)}`;
}

/** What a person can do with a sign-up that has arrived: save its dates, print it, or sign up for another program. */
function toolsView(
  { program, configured }: Shown,
  { state, result, submission: { waitingList } }: Confirmed | Unconfirmed,
  session: Program['sessions'][number] | undefined,
  submission: SubmissionController,
  strings: Localized<SignupFormStrings>,
): TemplateResult {
  const { status } = submission;
  const hasPlace = !result.waitingList && !waitingList;
  return html`<p class="buttons">
      ${
        session?.meetings.length && hasPlace
          ? html`<button type="button" class="primary" @click=${() => submission.downloadCalendar(session, program)}>
              ${strings.calendar}
            </button>`
          : nothing
      }
      ${
        state === 'confirmed'
          ? html`<button type="button" @click=${() => submission.print(program.name, strings)}>
              ${strings.print}
            </button>`
          : nothing
      }
      ${
        configured === program.name
          ? nothing
          : html`<button type="button" @click=${() => submission.clear()}>${strings.title(configured)}</button>`
      }
    </p>
    ${status && html`<p class="status" aria-hidden="true">${strings[status]}</p>`}
    ${
      status === 'downloaded' && session
        ? insteadOfFileView(`${session.name}\n${meetingTimes(session, viewerZone(), strings.$locale)}`, strings)
        : nothing
    }`;
}

/**
 * The outcome of an attempt that leaves the form in place: the sign-up did not arrive, or it is unknown whether it did.
 *
 * @returns `undefined` if there is nothing to show. A full session says nothing about the others.
 */
export function outcomeView(
  submission: SubmissionController,
  program: Program,
  strings: Localized<SignupFormStrings>,
  level: number,
): TemplateResult | undefined {
  const { progress, draft, waitingMinutes } = submission;
  const [title, ...texts] = outcomeTexts(progress, program, strings);
  const isFull = progress.state === 'full';
  if (!title || (isFull && sessionOf(draft.answers, program)?.id !== progress.submission.session)) return undefined;
  if (waitingMinutes > 0) texts.push(strings.wait(waitingMinutes));
  // After a return to the page it may be another person, who has answered nothing yet.
  if (!(progress.state === 'unknown' && progress.returned)) texts.push(strings.stillHere);
  return announcementView(
    isFull || progress.state === 'unconfirmed' ? 'notice' : 'notice danger',
    level,
    title,
    html`<p>${texts.join(' ')}</p>
      ${mailView(submission, program, strings)} ${detailsView(resultOf(progress), program, strings)}`,
  );
}

/** For somebody without an email program, or with one that accepts only a short text: the text to copy, and the address. */
function mailView(
  { progress, clipboard, status }: SubmissionController,
  program: Program,
  strings: Localized<SignupFormStrings>,
): TemplateResult | typeof nothing {
  const { adapter, endpoint } = program;
  if (progress.state !== 'unconfirmed' || adapter !== 'mailto' || !endpoint) return nothing;
  const sent = [progress.submission, program, strings, viewerZone()] as const;
  return html`${mailLink(...sent).isWhole ? nothing : html`<p>${strings.states.mailedPart}</p>`}
    <p>${strings.noMail(new URL(endpoint).pathname)}</p>
    <p>
      ${clipboard.button(submissionText(...sent), strings.copy)}
      <span aria-hidden="true">${status && strings[status]}</span>${clipboard.fallback}
    </p>`;
}
