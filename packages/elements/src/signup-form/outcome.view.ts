import { html, nothing, type TemplateResult } from 'lit';
import { printWindow } from '../foundation/browser/print-window.js';
import { viewerZone } from '../foundation/formats/intl.js';
import { safeUrl } from '../foundation/configuration/safe-url.js';
import { insteadOfFileView } from '../foundation/views/instead-of-file.view.js';
import type { Localized } from '../foundation/localization/strings.js';
import { adapters } from './adapters/index.js';
import type { Result } from './model/result.js';
import type { ClipboardController } from '../foundation/controllers/clipboard-controller.js';
import { saveCalendar } from './controllers/save-calendar.js';
import type { SubmissionController } from './controllers/submission-controller.js';
import { announcementView } from './fields.view.js';
import { callView, linkView } from './links.view.js';
import type { SignupFormStrings } from './locales/en.js';
import { mailLink, submissionText } from './model/make-submission.js';
import type { Program, Session } from './model/program.js';
import type { Shown } from './model/program-to-show.js';
import { resultOf, type Confirmed, type Progress, type Unconfirmed } from './model/submission-state.js';
import { sessionOf } from './model/validation.js';
import { meetingTimes, sessionView } from './session.view.js';

/** Title and text of an outcome; empty while there is none. */
function outcomeTexts(progress: Progress, program: Program, strings: SignupFormStrings): string[] {
  const { states } = strings;
  const { state } = progress;
  switch (state) {
    case 'confirmed':
      return [
        progress.result.waitingList ? states.waiting : states.confirmed,
        program.responseTime ?? strings.nextStep,
      ];
    case 'unconfirmed':
      if (program.adapter === 'mailto') return [states.mailed, states.mailedText];
      return [states.unconfirmed, progress.result.mismatch ? states.earlier : states.unconfirmedText];
    case 'unknown':
      return [
        states.unknown,
        states.unknownText,
        // It may be wrong, so it decides nothing but these words.
        ...(navigator.onLine ? [] : [states.unknownOffline]),
        adapters[program.adapter]?.idempotent ? states.once : states.twice,
      ];
    case 'full':
    case 'refused':
    case 'offline':
      return [states[state], states[`${state}Text`]];
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
  const next = safeUrl(result?.next);
  return [
    result?.message ? html`<p>${result.message}</p>` : nothing,
    callView(telephone, strings),
    next?.startsWith('https:') ? html`<p>${linkView(next, strings.continueAt, strings)}</p>` : nothing,
  ];
}

/** Replaces the form when a sign-up has arrived or is on its way: the outcome, the next step, and what to save. */
export function finishedView(
  { program, configured }: Shown,
  progress: Confirmed | Unconfirmed,
  strings: Localized<SignupFormStrings>,
  level: number,
  submission: SubmissionController,
): TemplateResult {
  const { result } = progress;
  const { announcement } = submission;
  const [title = '', text] = outcomeTexts(progress, program, strings);
  // An earlier version may have another session.
  const session = result.mismatch ? undefined : program.sessions.find(({ id }) => id === progress.submission.session);
  const print = async (): Promise<void> => {
    announcement.clear();
    const hasPrinted = await printWindow(window);
    // Somebody else may use the form by now.
    if (!hasPrinted && submission.progress === progress) await announcement.announce('notPrinted');
  };
  const save = (session: Session): void => {
    saveCalendar(session, program);
    void announcement.announce('downloaded');
  };
  const hasPlace = !result.waitingList && !progress.submission.waitingList;
  return announcementView(
    'gone',
    level,
    title,
    html`${result.reference ? html`<p><strong>${strings.reference(result.reference)}</strong></p>` : nothing}
      ${
        session
          ? html`<p lang=${session.language ?? nothing}>${session.name}</p>
              <p>${sessionView({ ...session, places: undefined }, viewerZone(), strings)}</p>`
          : nothing
      }
      <p>${text}</p>
      ${detailsView(result, program, strings)}
      <p class="keep">
        <button type="button" @click=${print}>${strings.print}</button>
        ${
          session?.meetings.length && hasPlace
            ? html`<button type="button" @click=${() => save(session)}>${strings.calendar}</button>`
            : nothing
        }
        ${
          configured === program.name
            ? nothing
            : html`<button type="button" @click=${() => submission.clear()}>${strings.title(configured)}</button>`
        }
      </p>
      <p role="status">${announcement.current && strings[announcement.current]}</p>
      ${
        announcement.current === 'downloaded' && session
          ? insteadOfFileView(`${session.name}\n${meetingTimes(session, viewerZone(), strings.$locale)}`, strings)
          : nothing
      }`,
  );
}

/**
 * The outcome of an attempt that leaves the form in place: the sign-up did not arrive, or it is unknown whether it did.
 *
 * @returns `undefined` if there is no outcome to show: that one session is full means nothing for another one
 */
export function outcomeView(
  { progress, draft: { answers }, clipboard }: SubmissionController,
  program: Program,
  strings: SignupFormStrings,
  level: number,
): TemplateResult | undefined {
  const [title, ...texts] = outcomeTexts(progress, program, strings);
  const isFull = progress.state === 'full';
  if (!title || (isFull && sessionOf(answers, program)?.id !== progress.submission.session)) return undefined;
  const cameBack = progress.state === 'unknown' && progress.returned;
  return announcementView(
    isFull || progress.state === 'unconfirmed' ? 'notice' : 'notice danger',
    level,
    title,
    html`<p>${texts.join(' ')} ${cameBack ? nothing : strings.stillHere}</p>
      ${mailView(progress, program, clipboard, strings)} ${detailsView(resultOf(progress), program, strings)}`,
  );
}

/** For somebody without an email program, or with one that accepts only a short text: the text to copy, and the address. */
function mailView(
  progress: Progress,
  { adapter, endpoint }: Program,
  clipboard: ClipboardController,
  strings: SignupFormStrings,
): TemplateResult | typeof nothing {
  if (progress.state !== 'unconfirmed' || adapter !== 'mailto' || !endpoint) return nothing;
  const { submission } = progress;
  return html`${mailLink(endpoint, submission).isWhole ? nothing : html`<p>${strings.states.mailedPart}</p>`}
    <p>${strings.notMailed(new URL(endpoint).pathname)}</p>
    <p>${clipboard.render(submissionText(submission), strings, strings.copy, () => undefined)}</p>`;
}
