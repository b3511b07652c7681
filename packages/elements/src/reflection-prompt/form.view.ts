import { html, nothing, type TemplateResult } from 'lit';
import { submitListener } from '../foundation/views/submit.js';
import type { Fields } from './model/panel.js';
import type { ViewContext } from './view-context.js';

/** A form with one button, and others beside it. */
export function formView(
  { saved }: ViewContext,
  content: TemplateResult,
  label: string,
  submit: (fields: Fields) => Promise<void>,
  buttons?: TemplateResult,
): TemplateResult {
  const onSubmit = submitListener((form) => void submit(Object.fromEntries(new FormData(form))));
  return html`<form novalidate @submit=${onSubmit}>
    ${content}
    <div class="actions">
      <button type="submit" class="primary" aria-disabled=${saved.busy} @click=${onSubmit}>${label}</button>
      ${buttons}
    </div>
  </form>`;
}

/** A field for a password, with its label. */
type PasswordField = readonly [
  name: 'current' | 'next' | 'again',
  label: string,
  autocomplete: 'current-password' | 'new-password' | 'off',
];

/** The fields of a new password. */
export const newPasswordFields = ({
  newPassword,
  confirmPassword,
}: ViewContext['strings']): readonly PasswordField[] => [
  ['next', newPassword, 'new-password'],
  ['again', confirmPassword, 'new-password'],
];

/** Fields for passwords, which can be made readable. */
export function passwordsView(context: ViewContext, ...fields: readonly PasswordField[]): TemplateResult {
  const { panels, strings } = context;
  const onChange = ({ target }: Event): void => panels.showPassword((target as HTMLInputElement).checked);
  return html`${fields.map(([name, label, autocomplete]) => fieldView(context, name, label, autocomplete))}
    <label
      ><input type="checkbox" .checked=${panels.passwordShown} @change=${onChange} />${strings.showPassword}</label
    >`;
}

/** A field for the file of a backup. */
export const fileView = (context: ViewContext): TemplateResult =>
  fieldView(context, 'file', context.strings.backupFile, 'off');

/** A field, with its hint and its error. */
function fieldView(
  { panels, strings }: ViewContext,
  name: keyof Fields,
  label: string,
  autocomplete: string,
): TemplateResult {
  const error = panels.fieldError?.field === name ? strings[panels.fieldError.message] : undefined;
  const hint = name === 'next' ? strings.passwordHint : undefined;
  return html`<div class="field">
    <label for=${name}>${label}</label>
    ${hint && html`<p class="hint" id="password-hint">${hint}</p>`}
    ${error && html`<p class="error" id="error">${error}</p>`}
    <input
      id=${name}
      name=${name}
      type=${name === 'file' ? name : panels.passwordShown ? 'text' : 'password'}
      accept=${name === 'file' ? '.json,.txt,application/json,text/plain' : nothing}
      autocapitalize="none"
      autocomplete=${autocomplete}
      spellcheck="false"
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${[error && 'error', hint && 'password-hint'].filter(Boolean).join(' ') || nothing}
    />
  </div>`;
}
