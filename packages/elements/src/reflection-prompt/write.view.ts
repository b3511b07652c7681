import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/views/heading.js';
import { buttonView, quietView } from './button.view.js';
import { meaningView } from './meaning.view.js';
import type { Writing } from './model/writings.js';
import { noteDate } from './note-date.js';
import type { ViewContext } from './view-context.js';

/** The prompt as a quotation, and the current step below it. */
export function writeView(context: ViewContext): TemplateResult {
  const { prompt, hint } = context.writing.current;
  // Firefox leaves a blockquote out of a field's description, but not what is in it.
  return html`<blockquote><span id="question">${prompt}</span></blockquote>
    ${hint && html`<p class="hint" id="hint">${hint}</p>`} ${phaseView(context)}`;
}

function phaseView(context: ViewContext): unknown {
  const { writing } = context;
  const { phase, text } = writing.current;
  switch (phase) {
    case 'writing':
      return [textAreaView(context), writing.editing ? editingButtons(context) : writingButtons(context)];
    case 'asking':
      return [textAreaView(context), askView(context)];
    case 'finished':
      return text.trim() ? [textAreaView(context), writtenView(context)] : unwrittenView(context);
    case 'cleared':
      return clearedView(context);
  }
}

/** The text area. Its text is set by the `WritingController`. */
function textAreaView({ writing, strings }: ViewContext): TemplateResult {
  const { hint, version, created } = writing.current;
  return html`<div class="field">
    <label for="text"
      >${writing.editing && created ? strings.editing(noteDate(strings, created)) : strings.label}</label
    >
    <textarea
      id="text"
      rows="4"
      aria-describedby="question ${hint && 'hint'} only-you"
      autocomplete="off"
      spellcheck="false"
      writingsuggestions="false"
      data-gramm="false"
      @input=${({ target }: Event) => writing.type((target as HTMLTextAreaElement).value)}
    ></textarea>
    <p class="hint" id="only-you">${version ? strings.onlyYouEdit : strings.onlyYou}</p>
  </div>`;
}

const saveButton = ({ writing, strings }: ViewContext): TemplateResult =>
  buttonView(writing.current.version ? strings.saveChanges : strings.save, () => void writing.save(), {
    kind: 'primary',
  });

/** Nothing that is written can be skipped by mistake. */
const writingButtons = ({ writing, strings }: ViewContext): TemplateResult =>
  html`<div class="actions">
    ${buttonView(strings.done, () => writing.go('finished'), { kind: 'primary' })}
    ${writing.current.text.trim() ? nothing : buttonView(strings.skip, () => writing.skip(), { kind: 'quiet' })}
  </div>`;

const editingButtons = (context: ViewContext): TemplateResult =>
  html`<div class="actions">
    ${saveButton(context)} ${buttonView(context.strings.cancel, () => context.writing.leave(), { kind: 'quiet' })}
  </div>`;

/** A step after the writing, whose heading takes the focus. */
const afterView = ({ level }: ViewContext, title: string, content: TemplateResult): TemplateResult =>
  html`<div class="after">${heading(level + 1, title, 'after-title')} ${content}</div>`;

/** Explains the first save, and asks for confirmation. */
function askView(context: ViewContext): TemplateResult {
  const { writing, panels, strings } = context;
  return afterView(
    context,
    strings.askTitle,
    html`${meaningView(strings)}
      <div class="actions">
        ${buttonView(strings.saveWithout, () => void writing.save({ confirmed: true }))}
        ${
          isSecureContext
            ? buttonView(strings.saveWith, () => panels.open({ name: 'password' }, (store) => writing.saveTo(store)))
            : nothing
        }
      </div>
      ${quietView([strings.doNotSave, () => writing.go('writing')])}`,
  );
}

/** The closing step: thanks, and one small thing to try. */
function closingView(context: ViewContext, actions: TemplateResult): TemplateResult {
  const { set, prompt, strings } = context;
  const suggestion = strings.tries.at(set.prompts.indexOf(prompt) % strings.tries.length);
  return afterView(
    context,
    strings.thanks,
    html`<p><strong>${strings.tryThis}</strong> ${suggestion}</p>
      ${actions}`,
  );
}

function writtenView(context: ViewContext): TemplateResult {
  const { writing, panels, strings } = context;
  return closingView(
    context,
    html`<div class="actions">
        ${saveButton(context)} ${buttonView(strings.download, () => panels.export(writing.current.text))}
      </div>
      ${quietView(
        [strings.clear, () => writing.go('cleared')],
        [strings.another, () => writing.leave()],
        [strings.writeMore, () => writing.go('writing')],
      )}`,
  );
}

const unwrittenView = (context: ViewContext): TemplateResult =>
  closingView(context, anotherView(context, context.strings.writeSomething));

const clearedView = (context: ViewContext): TemplateResult =>
  html`<div class="after">
    <p id="after-title">${context.strings.cleared}</p>
    ${anotherView(context, context.strings.undo)}
  </div>`;

/** Goes to another question, or back to writing. */
const anotherView = ({ writing, strings }: ViewContext, back: string): TemplateResult =>
  html`<div class="actions">
    ${buttonView(strings.another, () => writing.leave(), { kind: 'primary' })}
    ${buttonView(back, () => writing.go('writing'), { kind: 'quiet' })}
  </div>`;

/** Printed instead of everything else: the prompt and the answer, or lines to write on. */
export const paperView = ({ prompt, phase, text }: Writing): TemplateResult =>
  html`<div class="paper">
    <blockquote>${prompt}</blockquote>
    ${text && phase !== 'cleared' ? html`<p class="answer">${text}</p>` : Array(8).fill(html`<hr />`)}
  </div>`;
