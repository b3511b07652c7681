import { html, nothing, type TemplateResult } from 'lit';
import { viewerZone } from '../foundation/formats/intl.js';
import { safeUrl } from '../foundation/configuration/safe-url.js';
import type { Localized } from '../foundation/localization/strings.js';
import { adapters } from './adapters/index.js';
import type { Result } from './adapters/adapter.js';
import { announcementView } from './fields.view.js';
import { callView, linkView } from './links.view.js';
import type { SignupFormStrings } from './locales/en.js';
import type { Program, Session } from './model/program.js';
import { resultOf, type Confirmed, type Progress, type Unconfirmed } from './model/submission-state.js';
import { sessionView } from './session.view.js';

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
      return [states.unknown, states.unknownText, adapters[program.adapter]?.idempotent ? states.once : states.twice];
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

/** What every outcome may end with: the endpoint's text, the number to call, and the endpoint's link. */
function detailsView(result: Result | undefined, { telephone }: Program, strings: SignupFormStrings): unknown {
  const next = safeUrl(result?.next);
  return [
    result?.message ? html`<p>${result.message}</p>` : nothing,
    callView(telephone, strings),
    next?.startsWith('https:') ? html`<p>${linkView(next, strings.continueAt, strings)}</p>` : nothing,
  ];
}

/** What the outcome of a finished sign-up is rendered from. */
export interface Finished {
  readonly progress: Confirmed | Unconfirmed;
  readonly program: Program;
  /** Name of the configured program. The outcome leads on to it if it is another one. */
  readonly configured: string;
  readonly strings: Localized<SignupFormStrings>;
  readonly level: number;
  readonly actions: {
    readonly print: () => void;
    readonly saveCalendar: (session: Session) => void;
    readonly clear: () => void;
  };
}

/** Replaces the form when a sign-up has arrived or is on its way: the outcome, what comes next, and what to keep. */
export function finishedView(finished: Finished): TemplateResult {
  const { progress, program, configured, strings, level, actions } = finished;
  const { result, submission } = progress;
  const [title = '', text] = outcomeTexts(progress, program, strings);
  // An earlier version may have another session.
  const session = result.mismatch ? undefined : program.sessions.find(({ id }) => id === submission.session);
  const hasPlace = !result.waitingList && !submission.waitingList;
  return announcementView({
    className: 'gone',
    level,
    title,
    content: html`${result.reference ? html`<p><strong>${strings.reference(result.reference)}</strong></p>` : nothing}
      ${
        session
          ? html`<p lang=${session.language ?? nothing}>${session.name}</p>
              <p>${sessionView({ ...session, places: undefined }, viewerZone(), strings)}</p>`
          : nothing
      }
      <p>${text}</p>
      ${detailsView(result, program, strings)}
      <p class="keep">
        <button type="button" @click=${actions.print}>${strings.print}</button>
        ${
          session?.meetings.length && hasPlace
            ? html`<button type="button" @click=${() => actions.saveCalendar(session)}>${strings.calendar}</button>`
            : nothing
        }
        ${
          configured === program.name
            ? nothing
            : html`<button type="button" @click=${actions.clear}>${strings.title(configured)}</button>`
        }
      </p>`,
  });
}

/** The outcome of an attempt that leaves the form in place: it did not arrive, or nobody knows. */
export function outcomeView(
  progress: Progress,
  program: Program,
  strings: SignupFormStrings,
  level: number,
): TemplateResult | typeof nothing {
  const [title, ...texts] = outcomeTexts(progress, program, strings);
  if (!title) return nothing;
  const isCalm = progress.state === 'full' || progress.state === 'unconfirmed';
  const cameBack = progress.state === 'unknown' && progress.returned;
  return announcementView({
    className: `notice ${isCalm ? '' : 'danger'}`,
    level,
    title,
    content: html`<p>${texts.join(' ')} ${cameBack ? nothing : strings.stillHere}</p>
      ${detailsView(resultOf(progress), program, strings)}`,
  });
}
