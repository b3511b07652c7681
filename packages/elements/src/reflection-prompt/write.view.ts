import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/views/heading.js';
import type { Localized } from '../foundation/localization/strings.js';
import { buttonView } from './button.view.js';
import type { ReflectionPromptStrings } from './locales/en.js';
import type { Moment } from './model/writings.js';

/** What a person can do with a prompt. */
export interface WriteActions {
  readonly type: () => void;
  readonly done: () => void;
  readonly skip: () => void;
  readonly another: () => void;
  readonly back: () => void;
  readonly keep: () => void;
  readonly keepLocked: () => void;
  readonly keepAnyway: () => void;
  readonly download: () => void;
  readonly letGo: () => void;
}

/** What it means to keep something on this browser, in plain words. */
export const meaningView = ({ ask, askSafari, askFrame }: Localized<ReflectionPromptStrings>): TemplateResult => {
  const lines = [
    ...ask,
    // Deletes what scripts keep after 7 days of browser use without a visit (WebKit, since 13.1).
    navigator.vendor.startsWith('Apple') && askSafari,
    // Inside another site's page, where storage is kept apart.
    self !== top && askFrame,
  ];
  return html`<ul>
    ${lines.filter(Boolean).map((line) => html`<li>${line}</li>`)}
  </ul>`;
};

/** What the first save means, and the answer. */
function askView(
  words: Localized<ReflectionPromptStrings>,
  level: number,
  { keepAnyway, keepLocked, back }: WriteActions,
): TemplateResult {
  return html`<div class="after" id="after" tabindex="-1">
    ${heading(level, words.askTitle, 'after-title')} ${meaningView(words)}
    <div class="keep">
      ${buttonView(words.askYes, keepAnyway)} ${isSecureContext ? buttonView(words.askPassphrase, keepLocked) : nothing}
      ${buttonView(words.askNo, back, 'quiet')}
    </div>
  </div>`;
}

/**
 * The prompt, set like a quotation, and what can be done with it. What stands in the text area is the text area's own.
 *
 * @param trying - one small thing to try
 * @param changing - whether something kept is being changed
 * @param written - whether something is written
 */
export function writeView(
  prompt: { readonly text: string; readonly hint?: string | undefined },
  moment: Moment,
  trying: string | undefined,
  { changing, written }: { readonly changing: boolean; readonly written: boolean },
  words: Localized<ReflectionPromptStrings>,
  level: number,
  actions: WriteActions,
): TemplateResult {
  const { done, skip, another, back, keep, download, letGo } = actions;
  const { text, hint } = prompt;
  const question = html`<blockquote id="question">${text}</blockquote>
    ${hint && html`<p class="hint" id="hint">${hint}</p>`}`;
  const keepIt = buttonView(changing ? words.keepChange : words.keep, keep);
  if (moment === 'skipped' || moment === 'gone')
    return html`${question}
      <div class="after" id="after" tabindex="-1">
        <p>${moment === 'gone' ? words.gone : words.skipped}</p>
        <div class="keep">
          ${buttonView(words.another, another)} ${buttonView(moment === 'gone' ? words.bringBack : words.back, back)}
        </div>
      </div>`;
  const after = moment === 'done' && !written;
  return html`${question}
  ${
    after
      ? nothing
      : html`<div class="field">
          <label for="text">${words.label}</label>
          <textarea
            id="text"
            rows="4"
            aria-describedby="question ${hint && 'hint'} only-you"
            autocomplete="off"
            spellcheck="false"
            writingsuggestions="false"
            data-gramm="false"
            @input=${actions.type}
          ></textarea>
          <p class="hint" id="only-you">${words.onlyYou}</p>
        </div>`
  }
  ${
    moment === 'ask'
      ? askView(words, level, actions)
      : moment === 'done'
        ? html`<div class="after" id="after" tabindex="-1">
            ${heading(level, words.thanks, 'after-title')}
            <p><strong>${words.tryThis}</strong> ${trying}</p>
            <div class="keep">
              ${written ? html`${keepIt} ${buttonView(words.download, download)} ${buttonView(words.letGo, letGo)}` : nothing}
              ${buttonView(words.another, another, written ? 'quiet' : nothing)}
              ${buttonView(words.write, back, 'quiet')}
            </div>
          </div>`
        : html`<div class="keep">
            ${changing ? keepIt : buttonView(words.done, done)}
            ${changing ? buttonView(words.cancel, another) : buttonView(words.skip, skip)}
            ${changing ? nothing : buttonView(words.another, another, 'quiet')}
          </div>`
  }`;
}

/** What is printed in the place of all else: the prompt and the answer, or lines to write on. */
export const paperView = (prompt: string, written: string): TemplateResult =>
  html`<div class="paper">
    <blockquote>${prompt}</blockquote>
    ${
      written
        ? html`<p class="words">${written}</p>`
        : html`<hr />
            <hr />
            <hr />
            <hr />
            <hr />
            <hr />
            <hr />
            <hr />`
    }
  </div>`;
