import { html, nothing, type TemplateResult } from 'lit';
import { buttonView } from './button.view.js';
import type { SavedController } from './controllers/saved-controller.js';
import type { ReflectionPromptStrings } from './locales/en.js';
import { meaningView } from './meaning.view.js';
import type { Fields, Panel } from './model/panel.js';
import type { RestoreMode } from './store/restore.js';

/** What a person can do in a panel. */
export interface PanelActions {
  readonly openPanel: (panel: Panel) => void;
  readonly closePanel: () => void;
  readonly submit: (event: SubmitEvent) => void;
  readonly removePassphrase: (event: Event) => void;
  readonly restore: (mode: RestoreMode) => void;
  readonly clear: () => void;
}

export interface PanelModel {
  readonly saved: SavedController;
  /** Whether the page already says what saving means. */
  readonly asking: boolean;
  readonly strings: ReflectionPromptStrings;
  readonly actions: PanelActions;
}

/** The form or the question that is open below the list, if any. */
export function panelView(model: PanelModel): TemplateResult | undefined {
  const { saved, strings, actions } = model;
  const { panel } = saved;
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
              ${buttonView(strings.merge, () => actions.restore('merge'))}
              ${buttonView(strings.replace, () => actions.restore('replace'))} ${cancel}
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
        <div class="keep">${buttonView(strings.clear, actions.clear)} ${cancel}</div>
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
  const { saved, strings, actions } = model;
  const { encrypted } = saved;
  return formView(model, {
    content: html`${firstMeaning(model)}
      <p>${strings.noRecovery}</p>
      ${encrypted ? passphraseField(model, 'current-password') : nothing} ${newPassphraseFields(model)}`,
    submit: encrypted ? strings.changePassphrase : strings.setPassphrase,
    buttons: [
      encrypted ? buttonView(strings.dropPassphrase, actions.removePassphrase, { quiet: true }) : nothing,
      cancelButton(model),
    ],
  });
}

const cancelButton = ({ strings, actions }: PanelModel): TemplateResult =>
  buttonView(strings.cancel, actions.closePanel, { quiet: true });

/** What saving means, before something is saved for the first time. */
const firstMeaning = ({ saved, asking, strings }: PanelModel): unknown =>
  saved.state === 'none' && !asking ? meaningView(strings) : nothing;

function formView(
  { saved, actions }: PanelModel,
  { content, submit, buttons }: { readonly content: unknown; readonly submit: string; readonly buttons?: unknown },
): TemplateResult {
  return html`<form id="panel" @submit=${actions.submit}>
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
