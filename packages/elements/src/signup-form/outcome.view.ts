import { html, nothing, type TemplateResult } from 'lit/html.js';
import { around } from '../foundation/around.js';
import { heading } from '../foundation/heading.js';
import { safeUrl } from '../foundation/safe-url.js';
import type { SignupFormStrings } from './locales/en.js';
import type { Program } from './program.js';
import type { Progress } from './submission-machine.js';

/** The number to call, on one line and left to right in any language. */
export const callView = (telephone: string | undefined, words: SignupFormStrings): unknown =>
  telephone ? html`<p>${around(words.callUs, html`<bdi class="number" dir="ltr">${telephone}</bdi>`)}</p>` : nothing;

/** Text that the endpoint sent, its link, and the number to call: what every outcome may end with. */
function more({ result }: Progress, { telephone }: Program, words: SignupFormStrings): unknown {
  const next = safeUrl(result?.next);
  return [
    result?.message ? html`<p>${result.message}</p>` : nothing,
    callView(telephone, words),
    next?.startsWith('https:') ? html`<p><a href=${next}>${words.continueAt}</a></p>` : nothing,
  ];
}

/** What is said when a sign-up has gone: that it has arrived, or that it is on its way; what comes next, and what to keep. */
export function goneView(
  progress: Progress,
  program: Program,
  words: SignupFormStrings,
  level: number,
  actions: { readonly print: () => void; readonly calendar: (() => void) | undefined },
): TemplateResult {
  const { state, result } = progress;
  const confirmed = state === 'confirmed';
  const title = confirmed
    ? result?.waitingList
      ? words.states.waiting
      : words.states.confirmed
    : words.states.unconfirmed;
  const text = confirmed
    ? (program.responseTime ?? words.nextStep)
    : program.adapter === 'mailto'
      ? words.states.mailed
      : // The receiver always knows; here it knows an earlier version.
        program.adapter === 'json'
        ? words.states.earlier
        : words.states.unconfirmedText;
  return html`<div class="gone" tabindex="-1">
    ${heading(level, title, 'gone')}
    ${result?.reference ? html`<p><strong>${words.reference(result.reference)}</strong></p>` : nothing}
    <p>${text}</p>
    ${more(progress, program, words)}
    <p class="keep">
      <button type="button" @click=${actions.print}>${words.print}</button>
      ${actions.calendar ? html`<button type="button" @click=${actions.calendar}>${words.calendar}</button>` : nothing}
    </p>
  </div>`;
}

/** What is said when a sign-up did not go, or when nobody knows; the form with its answers stays. */
export function stayedView(
  progress: Progress,
  program: Program,
  words: SignupFormStrings,
  level: number,
): TemplateResult {
  const state = progress.state as 'refused' | 'full' | 'unknown' | 'offline';
  return html`<div class="notice ${state === 'full' ? '' : 'danger'}" id="stayed" tabindex="-1">
    ${heading(level, words.states[state], 'stayed-title')}
    <p>${words.states[`${state}Text`]}</p>
    ${more(progress, program, words)}
  </div>`;
}
