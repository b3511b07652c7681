import { html, nothing, type TemplateResult } from 'lit';
import { buttonView } from './button.view.js';
import type { PanelController } from './controllers/panel-controller.js';
import type { SavedController } from './controllers/saved-controller.js';
import type { ReflectionPromptStrings } from './locales/en.js';
import { meaningView } from './meaning.view.js';
import type { Fields } from './model/panel.js';

export interface PanelModel {
  readonly saved: SavedController;
  readonly panels: PanelController;
  /** Whether the page already says what saving means. */
  readonly asking: boolean;
  readonly strings: ReflectionPromptStrings;
}

const fieldsOf = (form: HTMLFormElement | null): Fields => (form ? Object.fromEntries(new FormData(form)) : {});

/** The form or the question that is open below the list, if any. */
export function panelView(model: PanelModel): TemplateResult | undefined {
  const { saved, panels, strings } = model;
  const { panel } = panels;
  const cancel = cancelButton(model);
  switch (panel?.name) {
    case 'passphrase':
      return passphraseForm(model);
    case 'backup':
      return formView(model, {
        content: html`<p>${strings.backupText} ${strings.noRecovery}</p>
          ${newPassphraseFields(model)}`,
        submit: strings.backup,
        buttons: cancel,
      });
    case 'restore':
      return panel.backup
        ? html`<div id="panel" tabindex="-1">
            ${firstMeaning(model)}
            <div class="keep">
              ${buttonView(strings.merge, () => void panels.restore('merge'))}
              ${buttonView(strings.replace, () => void panels.restore('replace'))} ${cancel}
            </div>
          </div>`
        : formView(model, {
            content: html`${fieldView(model, 'file', strings.backupFile, 'off')} ${passphraseField(model, 'off')}`,
            submit: strings.check,
            buttons: cancel,
          });
    case 'clear':
      return html`<div id="panel">
        ${questionView(strings.clearSure)}
        <div class="keep">${buttonView(strings.clear, () => void panels.clear())} ${cancel}</div>
      </div>`;
    // Shown with the reflection.
    case 'remove':
    case undefined:
      return saved.state === 'locked'
        ? formView(model, { content: passphraseField(model, 'current-password'), submit: strings.open })
        : undefined;
    default:
      return panel satisfies never;
  }
}

/** A question before something is deleted. It takes the focus, so that another press of the same key is no answer. */
export const questionView = (question: string): TemplateResult => html`<p id="sure" tabindex="-1">${question}</p>`;

function passphraseForm(model: PanelModel): TemplateResult {
  const { saved, panels, strings } = model;
  const { encrypted } = saved;
  const removePassphrase = ({ target }: Event): void =>
    void panels.removePassphrase(fieldsOf((target as HTMLButtonElement).form));
  return formView(model, {
    content: html`${firstMeaning(model)}
      <p>${strings.noRecovery}</p>
      ${encrypted ? passphraseField(model, 'current-password') : nothing} ${newPassphraseFields(model)}`,
    submit: encrypted ? strings.changePassphrase : strings.setPassphrase,
    buttons: [
      encrypted ? buttonView(strings.dropPassphrase, removePassphrase, { quiet: true }) : nothing,
      cancelButton(model),
    ],
  });
}

const cancelButton = ({ panels, strings }: PanelModel): TemplateResult =>
  buttonView(strings.cancel, () => panels.cancel(), { quiet: true });

/** What saving means, before something is saved for the first time. */
const firstMeaning = ({ saved, asking, strings }: PanelModel): unknown =>
  saved.state === 'none' && !asking ? meaningView(strings) : nothing;

function formView(
  { saved, panels }: PanelModel,
  { content, submit, buttons }: { readonly content: unknown; readonly submit: string; readonly buttons?: unknown },
): TemplateResult {
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    void panels.submit(fieldsOf(event.target as HTMLFormElement));
  };
  return html`<form id="panel" @submit=${onSubmit}>
    ${content}
    <div class="keep">
      <button type="submit" aria-disabled=${saved.busy}>${submit}</button>
      ${buttons}
    </div>
  </form>`;
}

const passphraseField = (model: PanelModel, autocomplete: string): TemplateResult =>
  fieldView(model, 'current', model.strings.passphrase, autocomplete);

const newPassphraseFields = (model: PanelModel): TemplateResult =>
  html`${fieldView(model, 'next', model.strings.newPassphrase, 'new-password')}
  ${fieldView(model, 'again', model.strings.repeat, 'new-password')}`;

/** A field, with its error. */
function fieldView(
  { saved, strings }: PanelModel,
  name: keyof Fields,
  label: string,
  autocomplete: string,
): TemplateResult {
  const error = saved.fieldError?.field === name ? strings[saved.fieldError.message] : undefined;
  return html`<div class="field">
    <label for=${name}>${label}</label>
    ${error ? html`<p class="error" id="error">${error}</p>` : nothing}
    <input
      id=${name}
      name=${name}
      type=${name === 'file' ? name : 'password'}
      accept=".json"
      autocomplete=${autocomplete}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${error ? 'error' : nothing}
    />
  </div>`;
}
