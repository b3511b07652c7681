import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/views/heading.js';
import { buttonView } from './button.view.js';
import { meaningView } from './meaning.view.js';
import type { Writing } from './model/writings.js';
import type { ViewContext } from './view-context.js';

/** The prompt as a quotation, and the current step below it. */
export function writeView(context: ViewContext): TemplateResult {
  const { prompt, hint } = context.writing.current;
  return html`<blockquote id="question">${prompt}</blockquote>
    ${hint && html`<p class="hint" id="hint">${hint}</p>`} ${phaseView(context)}`;
}

function phaseView(context: ViewContext): readonly unknown[] | TemplateResult {
  const { writing, strings } = context;
  const { phase, text } = writing.current;
  switch (phase) {
    case 'writing':
      return [textAreaView(context), writingButtonsView(context)];
    case 'asking':
      return [textAreaView(context), askView(context)];
    case 'finished':
      return [text.trim() ? textAreaView(context) : nothing, finishedView(context)];
    case 'skipped':
      return leftView(context, strings.skipped, strings.back);
    case 'discarded':
      return leftView(context, strings.gone, strings.bringBack);
  }
}

/** The text area. Its text is set by the `WritingController`. */
const textAreaView = ({ writing, strings }: ViewContext): TemplateResult =>
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

const saveButton = ({ writing, strings }: ViewContext): TemplateResult =>
  buttonView(writing.changing ? strings.keepChange : strings.keep, () => void writing.save());

function writingButtonsView(context: ViewContext): TemplateResult {
  const { writing, strings } = context;
  return html`<div class="actions">
    ${
      writing.changing
        ? [saveButton(context), buttonView(strings.cancel, () => writing.leave())]
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

/** Explains the first save, and asks for confirmation. */
const askView = ({ writing, panels, strings, level }: ViewContext): TemplateResult => {
  const save = (): Promise<void> => writing.save({ confirmed: true });
  return afterView(
    html`${heading(level + 1, strings.askTitle, 'after-title')} ${meaningView(strings)}
      <div class="actions">
        ${buttonView(strings.askYes, () => void save())}
        ${isSecureContext ? buttonView(strings.askPassphrase, () => panels.open({ name: 'passphrase', then: save })) : nothing}
        ${buttonView(strings.askNo, () => writing.go('writing'), { quiet: true })}
      </div>`,
  );
};

/** The closing step. */
function finishedView(context: ViewContext): TemplateResult {
  const { set, prompt, writing, panels, strings, level } = context;
  const { text } = writing.current;
  const written = !!text.trim();
  const suggestion = strings.tries.at(set.prompts.indexOf(prompt) % strings.tries.length);
  return afterView(
    html`${heading(level + 1, strings.thanks, 'after-title')}
      <p><strong>${strings.tryThis}</strong> ${suggestion}</p>
      <div class="actions">
        ${
          written
            ? [
                saveButton(context),
                buttonView(strings.download, () => panels.export(text, 'txt')),
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
const leftView = ({ writing, strings }: ViewContext, message: string, back: string): TemplateResult =>
  afterView(
    html`<p>${message}</p>
      <div class="actions">
        ${buttonView(strings.another, () => writing.leave())} ${buttonView(back, () => writing.go('writing'))}
      </div>`,
  );

/** Printed instead of everything else: the prompt and the answer, or lines to write on. */
export const paperView = ({ prompt, phase, text }: Writing): TemplateResult =>
  html`<div class="paper">
    <blockquote>${prompt}</blockquote>
    ${text && phase !== 'discarded' ? html`<p class="answer">${text}</p>` : Array(8).fill(html`<hr />`)}
  </div>`;
