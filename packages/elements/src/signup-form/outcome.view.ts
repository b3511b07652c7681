import { html, nothing, type TemplateResult } from 'lit';
import { textAround } from '../foundation/views/text-around.js';
import { toldView } from './fields.view.js';
import { viewerZone } from '../foundation/formats/intl.js';
import { safeUrl } from '../foundation/configuration/safe-url.js';
import type { Localized } from '../foundation/localization/strings.js';
import { adapters } from './adapters/index.js';
import type { SignupFormStrings } from './locales/en.js';
import { e164 } from './model/make-submission.js';
import type { Program, Session } from './model/program.js';
import { sessionView } from './session.view.js';
import type { Progress } from './model/submission-machine.js';

/** The number to call, on one line and left to right in any language; a link where it is certain what it would dial. */
export function callView(telephone: string | undefined, words: SignupFormStrings): unknown {
  const number = e164(telephone);
  const text = html`<bdi class="number" dir="ltr">${telephone}</bdi>`;
  return telephone
    ? html`<p>${textAround(words.callUs, number ? html`<a href="tel:${number}">${text}</a>` : text)}</p>`
    : nothing;
}

/** A link that leaves the form, and what is written in it, where they are. */
export const linkView = (href: string, text: string, words: SignupFormStrings): TemplateResult =>
  html`<a href=${href} target="_blank" rel="noreferrer">${text} ${words.newTab}</a>`;

/** Whether the endpoint knows a sign-up again by its id. */
const knowsAgain = ({ adapter }: Program): boolean => !!adapters[adapter]?.idempotent;

/** Text that the endpoint sent, its link, and the number to call: what every outcome may end with. */
function more({ result }: Progress, { telephone }: Program, words: SignupFormStrings): unknown {
  const next = safeUrl(result?.next);
  return [
    result?.message ? html`<p>${result.message}</p>` : nothing,
    callView(telephone, words),
    next?.startsWith('https:') ? html`<p>${linkView(next, words.continueAt, words)}</p>` : nothing,
  ];
}

/**
 * What is said when a sign-up has gone: that it has arrived, or that it is on its way; what comes next, and what to keep.
 *
 * @param wanted - name of the program that is to be shown next; leads there where it is another one
 */
export function goneView(
  progress: Progress,
  session: Session | undefined,
  program: Program,
  wanted: string | undefined,
  words: Localized<SignupFormStrings>,
  level: number,
  actions: { readonly print: () => void; readonly calendar: () => void; readonly clear: () => void },
): TemplateResult {
  const { state, result, submission } = progress;
  const confirmed = state === 'confirmed';
  const title = confirmed
    ? result?.waitingList
      ? words.states.waiting
      : words.states.confirmed
    : words.states.unconfirmed;
  const text = confirmed
    ? (program.responseTime ?? words.nextStep)
    : result?.mismatch
      ? words.states.earlier
      : words.states.unconfirmedText;
  return toldView(
    'gone',
    level,
    title,
    html`${result?.reference ? html`<p><strong>${words.reference(result.reference)}</strong></p>` : nothing}
      ${
        session
          ? html`<p lang=${session.language ?? nothing}>${session.name}</p>
              <p>${sessionView({ ...session, places: undefined }, viewerZone(), words)}</p>`
          : nothing
      }
      <p>${text}</p>
      ${more(progress, program, words)}
      <p class="keep">
        <button type="button" @click=${actions.print}>${words.print}</button>
        ${
          session?.meetings[0] && !result?.waitingList && !submission?.waitingList
            ? html`<button type="button" @click=${actions.calendar}>${words.calendar}</button>`
            : nothing
        }
        ${
          wanted && wanted !== program.name
            ? html`<button type="button" @click=${actions.clear}>${words.title(wanted)}</button>`
            : nothing
        }
      </p>`,
  );
}

/** What is said when a sign-up did not go, or when nobody knows; the form stays. */
export function stayedView(
  progress: Progress,
  program: Program,
  words: SignupFormStrings,
  level: number,
): TemplateResult {
  const { states } = words;
  // The form stays with what an e-mail program has, too.
  const state = (progress.state === 'unconfirmed' ? 'mailed' : progress.state) as 'refused';
  const calm = /full|mail/.test(state) ? '' : 'danger';
  return toldView(
    `notice ${calm}`,
    level,
    states[state],
    html`<p>
        ${states[`${state}Text`]}
        ${progress.state === 'unknown' ? (knowsAgain(program) ? states.once : states.twice) : nothing}
        ${progress.returned ? nothing : words.stillHere}
      </p>
      ${more(progress, program, words)}`,
  );
}
