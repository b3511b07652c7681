import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/views/heading.js';
import { buttonView } from './button.view.js';
import type { ReflectionPromptStrings } from './locales/en.js';
import { meaningView } from './meaning.view.js';
import type { Writing, WritingPhase } from './model/writings.js';

/** What a person can do with a prompt. */
export interface WriteActions {
  readonly type: (event: Event) => void;
  readonly go: (phase: WritingPhase) => void;
  readonly skip: () => void;
  /** Goes to another prompt, or ends a change. */
  readonly leave: () => void;
  readonly save: () => void;
  readonly saveConfirmed: () => void;
  readonly saveWithPassphrase: () => void;
  readonly download: () => void;
}

interface WriteModel {
  readonly writing: Writing;
  /** Whether a saved reflection is being changed. */
  readonly changing: boolean;
  /** One small thing to try. */
  readonly suggestion: string;
  readonly strings: ReflectionPromptStrings;
  /** Level of headings. */
  readonly level: number;
  readonly actions: WriteActions;
}

/** The prompt, set like a quotation, and what a person can do with it. */
export function writeView(model: WriteModel): TemplateResult {
  const { prompt, hint } = model.writing;
  return html`<blockquote id="question">${prompt}</blockquote>
    ${hint && html`<p class="hint" id="hint">${hint}</p>`} ${phaseView(model)}`;
}

function phaseView(model: WriteModel): unknown {
  const { writing, strings } = model;
  const { phase } = writing;
  switch (phase) {
    case 'writing':
      return [textAreaView(model), writingButtonsView(model)];
    case 'asking':
      return [textAreaView(model), askView(model)];
    case 'finished':
      return [writing.text.trim() ? textAreaView(model) : nothing, finishedView(model)];
    case 'skipped':
      return leftView(model, strings.skipped, strings.back);
    case 'discarded':
      return leftView(model, strings.gone, strings.bringBack);
    default:
      return phase satisfies never;
  }
}

/** The text area. Its text is set by the `WritingController`. */
const textAreaView = ({ writing, strings, actions }: WriteModel): TemplateResult =>
  html`<div class="field">
    <label for="text">${strings.label}</label>
    <textarea
      id="text"
      rows="4"
      aria-describedby="question ${writing.hint && 'hint'} only-you"
      autocomplete="off"
      spellcheck="false"
      writingsuggestions="false"
      data-gramm="false"
      @input=${actions.type}
    ></textarea>
    <p class="hint" id="only-you">${strings.onlyYou}</p>
  </div>`;

const saveButton = ({ changing, strings, actions }: WriteModel): TemplateResult =>
  buttonView(changing ? strings.keepChange : strings.keep, actions.save);

function writingButtonsView(model: WriteModel): TemplateResult {
  const { changing, strings, actions } = model;
  return html`<div class="keep">
    ${
      changing
        ? [saveButton(model), buttonView(strings.cancel, actions.leave)]
        : [
            buttonView(strings.done, () => actions.go('finished')),
            buttonView(strings.skip, actions.skip),
            buttonView(strings.another, actions.leave, { quiet: true }),
          ]
    }
  </div>`;
}

/** A part that follows the writing and takes the focus. */
const afterView = (content: unknown): TemplateResult =>
  html`<div class="after" id="after" tabindex="-1">${content}</div>`;

/** What the first save means, and the answer. */
const askView = ({ strings, level, actions }: WriteModel): TemplateResult =>
  afterView(
    html`${heading(level, strings.askTitle, 'after-title')} ${meaningView(strings)}
      <div class="keep">
        ${buttonView(strings.askYes, actions.saveConfirmed)}
        ${isSecureContext ? buttonView(strings.askPassphrase, actions.saveWithPassphrase) : nothing}
        ${buttonView(strings.askNo, () => actions.go('writing'), { quiet: true })}
      </div>`,
  );

/** The closing step. */
function finishedView(model: WriteModel): TemplateResult {
  const { writing, suggestion, strings, level, actions } = model;
  const written = !!writing.text.trim();
  return afterView(
    html`${heading(level, strings.thanks, 'after-title')}
      <p><strong>${strings.tryThis}</strong> ${suggestion}</p>
      <div class="keep">
        ${
          written
            ? [
                saveButton(model),
                buttonView(strings.download, actions.download),
                buttonView(strings.letGo, () => actions.go('discarded')),
              ]
            : nothing
        }
        ${buttonView(strings.another, actions.leave, { quiet: written })}
        ${buttonView(strings.write, () => actions.go('writing'), { quiet: true })}
      </div>`,
  );
}

/** After a prompt was skipped, or its text discarded. */
const leftView = ({ strings, actions }: WriteModel, message: string, back: string): TemplateResult =>
  afterView(
    html`<p>${message}</p>
      <div class="keep">
        ${buttonView(strings.another, actions.leave)} ${buttonView(back, () => actions.go('writing'))}
      </div>`,
  );

/** Printed in place of everything else: the prompt and the answer, or lines to write on. */
export const paperView = ({ prompt, phase, text }: Writing): TemplateResult =>
  html`<div class="paper">
    <blockquote>${prompt}</blockquote>
    ${text && phase !== 'discarded' ? html`<p class="words">${text}</p>` : Array.from({ length: 8 }, () => html`<hr />`)}
  </div>`;
