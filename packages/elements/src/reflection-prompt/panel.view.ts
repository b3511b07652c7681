import { html, nothing, type TemplateResult } from 'lit';
import { buttonView } from './button.view.js';
import { meaningView } from './meaning.view.js';
import type { Fields } from './model/panel.js';
import type { ViewContext } from './view-context.js';

const fieldsOf = (form: HTMLFormElement): Fields => Object.fromEntries(new FormData(form));

/** The open form or confirmation below the list, if any. */
export function panelView(context: ViewContext): TemplateResult | undefined {
  const { saved, panels, strings } = context;
  const { panel } = panels;
  const cancel = buttonView(strings.cancel, () => panels.cancel(), { quiet: true });
  switch (panel?.name) {
    case 'passphrase':
      return passphraseForm(context, cancel);
    case 'backup':
      return formView(
        context,
        html`<p>${strings.backupText} ${strings.noRecovery}</p>
          ${newPassphraseFields(context)}`,
        strings.backup,
        (fields) => panels.makeBackup(fields),
        cancel,
      );
    case 'restore': {
      const { backup } = panel;
      return backup
        ? html`<div id="panel" tabindex="-1">
            ${firstMeaning(context)}
            <div class="actions">
              ${buttonView(strings.merge, () => void panels.restore(backup, 'merge'))}
              ${buttonView(strings.replace, () => void panels.restore(backup, 'replace'))} ${cancel}
            </div>
          </div>`
        : formView(
            context,
            html`${fieldView(context, 'file', strings.backupFile, 'off')} ${passphraseField(context, 'off')}`,
            strings.check,
            (fields) => panels.checkBackup(fields),
            cancel,
          );
    }
    case 'clear':
      return html`<div id="panel">
        ${questionView(strings.clearSure)}
        <div class="actions">${buttonView(strings.clear, () => void panels.clear())} ${cancel}</div>
      </div>`;
    // Shown with the reflection.
    case 'remove':
    case undefined:
      return saved.state === 'locked'
        ? formView(context, passphraseField(context, 'current-password'), strings.open, (fields) =>
            panels.unlock(fields),
          )
        : undefined;
  }
}

/** Asks for confirmation before a deletion. It takes the focus, so that a repeated key press does not confirm. */
export const questionView = (question: string): TemplateResult => html`<p id="sure" tabindex="-1">${question}</p>`;

function passphraseForm(context: ViewContext, cancel: TemplateResult): TemplateResult {
  const { saved, panels, strings } = context;
  const { encrypted } = saved;
  const removePassphrase = ({ target }: Event): void =>
    void panels.removePassphrase(fieldsOf((target as HTMLButtonElement).form as HTMLFormElement));
  return formView(
    context,
    html`${firstMeaning(context)}
      <p>${strings.noRecovery}</p>
      ${encrypted ? passphraseField(context, 'current-password') : nothing} ${newPassphraseFields(context)}`,
    encrypted ? strings.changePassphrase : strings.setPassphrase,
    (fields) => panels.setPassphrase(fields),
    [encrypted ? buttonView(strings.dropPassphrase, removePassphrase, { quiet: true }) : nothing, cancel],
  );
}

/** Explains saving before the first save. */
const firstMeaning = ({ saved, writing, strings }: ViewContext): unknown =>
  saved.state === 'none' && writing.current.phase !== 'asking' ? meaningView(strings) : nothing;

/** Whether a submit event has followed the last click on a submit button. */
let submitted = false;

function formView(
  { saved }: ViewContext,
  content: TemplateResult,
  label: string,
  submit: (fields: Fields) => Promise<void>,
  buttons?: unknown,
): TemplateResult {
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    submitted = true;
    void submit(fieldsOf(event.target as HTMLFormElement));
  };
  // A frame without `allow-forms` has no submit event. Enter clicks the button, too.
  const onClick = ({ currentTarget }: Event): void => {
    const { form } = currentTarget as HTMLButtonElement;
    submitted = false;
    setTimeout(() => submitted || !form || void submit(fieldsOf(form)));
  };
  return html`<form id="panel" @submit=${onSubmit}>
    ${content}
    <div class="actions">
      <button type="submit" aria-disabled=${saved.busy} @click=${onClick}>${label}</button>
      ${buttons}
    </div>
  </form>`;
}

const passphraseField = (context: ViewContext, autocomplete: string): TemplateResult =>
  fieldView(context, 'current', context.strings.passphrase, autocomplete);

const newPassphraseFields = (context: ViewContext): TemplateResult =>
  html`${fieldView(context, 'next', context.strings.newPassphrase, 'new-password')}
  ${fieldView(context, 'again', context.strings.repeat, 'new-password')}`;

/** A field, with its error. */
function fieldView(
  { panels, strings }: ViewContext,
  name: keyof Fields,
  label: string,
  autocomplete: string,
): TemplateResult {
  const error = panels.fieldError?.field === name ? strings[panels.fieldError.message] : undefined;
  return html`<div class="field">
    <label for=${name}>${label}</label>
    ${error ? html`<p class="error" id="error">${error}</p>` : nothing}
    <input
      id=${name}
      name=${name}
      type=${name === 'file' ? name : 'password'}
      accept=".json,.txt,application/json,text/plain"
      autocomplete=${autocomplete}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${error ? 'error' : nothing}
    />
  </div>`;
}
