import { html, nothing, type TemplateResult } from 'lit/html.js';
import { heading } from '../foundation/heading.js';
import type { Words } from '../foundation/strings.js';
import type { ReflectionPromptStrings } from './locales/en.js';
import type { Moment } from './writings.js';

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

const button = (label: string, act: () => void, look: string | typeof nothing = nothing): TemplateResult =>
  html`<button type="button" class=${look} @click=${act}>${label}</button>`;

/** What the first save means on this browser, in plain words, and the answer. */
function askView(
  words: Words<ReflectionPromptStrings>,
  level: number,
  { safari, framed, secure }: BrowserTraits,
  { keepAnyway, keepLocked, back }: WriteActions,
): TemplateResult {
  return html`<div class="after" id="after" tabindex="-1">
    ${heading(level, words.askTitle, 'after-title')}
    <ul>
      ${[...words.ask, safari && words.askSafari, framed && words.askFrame].filter(Boolean).map((line) => html`<li>${line}</li>`)}
    </ul>
    <div class="keep">
      ${button(words.askYes, keepAnyway)} ${secure ? button(words.askPassphrase, keepLocked) : nothing}
      ${button(words.askNo, back, 'quiet')}
    </div>
  </div>`;
}

/** What a person should know about the browser before anything is kept in it. */
export interface BrowserTraits {
  /** Deletes what scripts keep after 7 days of browser use without a visit (WebKit, since 13.1). */
  readonly safari: boolean;
  /** Inside another site's page, where storage is kept apart. */
  readonly framed: boolean;
  /** Whether the browser encrypts for this page: over https it does. */
  readonly secure: boolean;
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
  trying: string,
  { changing, written }: { readonly changing: boolean; readonly written: boolean },
  words: Words<ReflectionPromptStrings>,
  level: number,
  traits: BrowserTraits,
  actions: WriteActions,
): TemplateResult {
  const { done, skip, another, back, keep, download, letGo } = actions;
  const question = html`<blockquote id="question">${prompt.text}</blockquote>
    ${prompt.hint && html`<p class="hint">${prompt.hint}</p>`}`;
  if (moment === 'skipped' || moment === 'gone')
    return html`${question}
      <div class="after" id="after" tabindex="-1">
        <p>${moment === 'gone' ? words.gone : words.skipped}</p>
        <div class="keep">
          ${button(words.another, another)} ${button(moment === 'gone' ? words.bringBack : words.back, back)}
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
            aria-describedby="question only-you"
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
      ? askView(words, level, traits, actions)
      : moment === 'done'
        ? html`<div class="after" id="after" tabindex="-1">
            ${heading(level, words.thanks, 'after-title')}
            <p><strong>${words.tryThis}</strong> ${trying}</p>
            <div class="keep">
              ${
                written
                  ? html`${button(words.keep, keep)} ${button(words.download, download)} ${button(words.letGo, letGo)}`
                  : nothing
              }
              ${button(words.another, another, written ? 'quiet' : nothing)} ${button(words.write, back, 'quiet')}
            </div>
          </div>`
        : html`<div class="keep">
            ${changing ? button(words.keepChange, keep) : button(words.done, done)}
            ${changing ? button(words.cancel, another) : button(words.skip, skip)}
            ${changing ? nothing : button(words.another, another, 'quiet')}
          </div>`
  }`;
}

/** What is printed in the place of the widget: the prompt and the answer, or lines to write on. */
export const paperView = (prompt: string, written: string): TemplateResult =>
  html`<blockquote>${prompt}</blockquote>
    ${written ? html`<p class="words">${written}</p>` : [1, 2, 3, 4, 5, 6, 7, 8].map(() => html`<hr />`)}`;
