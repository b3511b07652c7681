import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/views/heading.js';
import { buttonView } from './button.view.js';
import type { WritingController } from './controllers/writing-controller.js';
import type { ReflectionPromptStrings } from './locales/en.js';
import { meaningView } from './meaning.view.js';
import type { Writing } from './model/writings.js';

interface WriteModel {
  readonly writing: WritingController;
  /** One small thing to try. */
  readonly suggestion: string;
  readonly strings: ReflectionPromptStrings;
  /** Level of headings. */
  readonly level: number;
  readonly download: (text: string, extension: 'txt') => void;
}

/** The prompt, set like a quotation, and what a person can do with it. */
export function writeView(model: WriteModel): TemplateResult {
  const { prompt, hint } = model.writing.current;
  return html`<blockquote id="question">${prompt}</blockquote>
    ${hint && html`<p class="hint" id="hint">${hint}</p>`} ${phaseView(model)}`;
}

function phaseView(model: WriteModel): unknown {
  const { writing, strings } = model;
  const { phase, text } = writing.current;
  switch (phase) {
    case 'writing':
      return [textAreaView(model), writingButtonsView(model)];
    case 'asking':
      return [textAreaView(model), askView(model)];
    case 'finished':
      return [text.trim() ? textAreaView(model) : nothing, finishedView(model)];
    case 'skipped':
      return leftView(model, strings.skipped, strings.back);
    case 'discarded':
      return leftView(model, strings.gone, strings.bringBack);
    default:
      return phase satisfies never;
  }
}

/** The text area. Its text is set by the `WritingController`. */
const textAreaView = ({ writing, strings }: WriteModel): TemplateResult =>
  html`<div class="field">
    <label for="text">${strings.label}</label>
    <textarea
      id="text"
      rows="4"
      aria-describedby="question ${writing.current.hint && 'hint'} only-you"
      autocomplete="off"
      spellcheck="false"
      writingsuggestions="false"
      data-gramm="false"
      @input=${({ target }: Event) => writing.type((target as HTMLTextAreaElement).value)}
    ></textarea>
    <p class="hint" id="only-you">${strings.onlyYou}</p>
  </div>`;

const saveButton = ({ writing, strings }: WriteModel): TemplateResult =>
  buttonView(writing.changing ? strings.keepChange : strings.keep, () => void writing.save());

function writingButtonsView(model: WriteModel): TemplateResult {
  const { writing, strings } = model;
  return html`<div class="keep">
    ${
      writing.changing
        ? [saveButton(model), buttonView(strings.cancel, () => writing.leave())]
        : [
            buttonView(strings.done, () => writing.go('finished')),
            buttonView(strings.skip, () => writing.skip()),
            buttonView(strings.another, () => writing.leave(), { quiet: true }),
          ]
    }
  </div>`;
}

/** A part that follows the writing and takes the focus. */
const afterView = (content: unknown): TemplateResult =>
  html`<div class="after" id="after" tabindex="-1">${content}</div>`;

/** What the first save means, and the answer. */
const askView = ({ writing, strings, level }: WriteModel): TemplateResult =>
  afterView(
    html`${heading(level, strings.askTitle, 'after-title')} ${meaningView(strings)}
      <div class="keep">
        ${buttonView(strings.askYes, () => void writing.save({ confirmed: true }))}
        ${isSecureContext ? buttonView(strings.askPassphrase, () => writing.saveWithPassphrase()) : nothing}
        ${buttonView(strings.askNo, () => writing.go('writing'), { quiet: true })}
      </div>`,
  );

/** The closing step. */
function finishedView(model: WriteModel): TemplateResult {
  const { writing, suggestion, strings, level, download } = model;
  const { text } = writing.current;
  const written = !!text.trim();
  return afterView(
    html`${heading(level, strings.thanks, 'after-title')}
      <p><strong>${strings.tryThis}</strong> ${suggestion}</p>
      <div class="keep">
        ${
          written
            ? [
                saveButton(model),
                buttonView(strings.download, () => download(text, 'txt')),
                buttonView(strings.letGo, () => writing.go('discarded')),
              ]
            : nothing
        }
        ${buttonView(strings.another, () => writing.leave(), { quiet: written })}
        ${buttonView(strings.write, () => writing.go('writing'), { quiet: true })}
      </div>`,
  );
}

/** After a prompt was skipped, or its text discarded. */
const leftView = ({ writing, strings }: WriteModel, message: string, back: string): TemplateResult =>
  afterView(
    html`<p>${message}</p>
      <div class="keep">
        ${buttonView(strings.another, () => writing.leave())} ${buttonView(back, () => writing.go('writing'))}
      </div>`,
  );

/** Printed in place of everything else: the prompt and the answer, or lines to write on. */
export const paperView = ({ prompt, phase, text }: Writing): TemplateResult =>
  html`<div class="paper">
    <blockquote>${prompt}</blockquote>
    ${text && phase !== 'discarded' ? html`<p class="words">${text}</p>` : Array.from({ length: 8 }, () => html`<hr />`)}
  </div>`;
