/* eslint-disable lit/no-value-attribute -- the value of a choice is what it stands for, and never changes */
import { html, nothing, type TemplateResult } from 'lit';
import type { Localized } from '../foundation/localization/strings.js';
import { heading } from '../foundation/views/heading.js';
import type { SignupFormStrings } from './locales/en.js';
import type { FieldErrors, FieldName } from './model/validation.js';

/** What every field is rendered with. */
export interface FieldContext {
  readonly strings: Localized<SignupFormStrings>;
  readonly errors: FieldErrors;
}

/** The label of a field. A field without one of its own has its question instead. */
export const labelOf = (field: FieldName, strings: SignupFormStrings): string => strings[field as 'name'];

/** What is wrong with a field: the form's own string for a code, otherwise the endpoint's text. */
export function errorText(field: FieldName, code: string, strings: SignupFormStrings): string {
  const own = strings.errors[field] ?? {};
  if (Object.hasOwn(own, code) && own[code]) return own[code];
  // A single word is a code, which means nothing to a person.
  if (/[^\w-]/.test(code)) return code;
  return code === 'too-long' ? strings.shorter : (own.missing ?? strings.check(labelOf(field, strings)));
}

/** A group that is announced after sending. The focus moves there, so that it is read first. */
export const announcementView = ({
  className,
  level,
  title,
  content,
}: {
  readonly className: string;
  readonly level: number;
  readonly title: string;
  readonly content: unknown;
}): TemplateResult =>
  html`<div class=${className} role="group" tabindex="-1" aria-labelledby="announcement">
    ${heading(level, title, 'announcement')} ${content}
  </div>`;

/** The question of a field, marked if it may be left out. */
const questionView = (field: FieldName, strings: SignupFormStrings, optional: boolean | undefined): TemplateResult =>
  html`${labelOf(field, strings)}${optional ? html`&nbsp;<span class="optional">${strings.optional}</span>` : nothing}`;

/** Hint and error of a field, with the id that describes it. */
export function notesView(field: FieldName, { strings, errors }: FieldContext, hint?: string): TemplateResult {
  const code = errors[field];
  return html`<span id="${field}-notes">
    ${hint ? html`<span class="hint">${hint}</span>` : nothing}
    ${code ? html`<span class="error">${errorText(field, code, strings)}</span>` : nothing}
  </span>`;
}

/** A field for a text, or for one of many options. */
export interface TextField {
  readonly field: FieldName;
  /** Of the native control; `textarea` for more than one line. */
  readonly type: 'text' | 'tel' | 'email' | 'textarea' | 'select';
  /** Token of the HTML standard (WCAG 1.3.5). Default `off`. */
  readonly autocomplete?: string;
  readonly optional?: boolean;
  readonly hint?: string;
  /** Of a `select`. */
  readonly options?: readonly TemplateResult[];
}

export function textField(
  { field, type, autocomplete = 'off', optional, hint, options }: TextField,
  context: FieldContext,
): TemplateResult {
  const { strings, errors } = context;
  const invalid = errors[field] ? 'true' : nothing;
  return html`<div class="field">
    <label for=${field}>${questionView(field, strings, optional)}</label>
    ${notesView(field, context, hint)}
    ${
      type === 'textarea'
        ? html`<textarea
            id=${field}
            name=${field}
            rows="4"
            aria-describedby="${field}-notes"
            aria-invalid=${invalid}
          ></textarea>`
        : type === 'select'
          ? html`<select id=${field} name=${field} aria-describedby="${field}-notes" aria-invalid=${invalid}>
              ${options}
            </select>`
          : html`<input
              id=${field}
              name=${field}
              type=${type}
              autocomplete=${autocomplete}
              spellcheck="false"
              aria-describedby="${field}-notes"
              aria-invalid=${invalid}
            />`
    }
  </div>`;
}

/** A choice of a group. */
export interface Choice {
  readonly value: string;
  readonly label: unknown;
  /** Details below the label. */
  readonly details?: unknown;
}

/** A group of choices under a question: `radio` (default) for one of them, `checkbox` for any. */
export interface ChoiceField {
  readonly field: FieldName;
  readonly type?: 'radio' | 'checkbox';
  readonly choices: readonly Choice[];
  readonly optional?: boolean;
  readonly hint?: string;
}

export function choiceField(
  { field, type = 'radio', choices, optional, hint }: ChoiceField,
  context: FieldContext,
): TemplateResult {
  const { strings, errors } = context;
  const invalid = errors[field] ? 'true' : nothing;
  return html`<fieldset class="field" aria-describedby="${field}-notes">
    <legend>${questionView(field, strings, optional)}</legend>
    ${notesView(field, context, hint)}
    ${choices.map(
      ({ value, label, details }, index) =>
        html`<label>
          <input
            type=${type}
            name=${field}
            value=${value}
            id=${index ? `${field}-${index}` : field}
            aria-invalid=${invalid}
          />
          <span>${label}${details ? html`<span class="more">${details}</span>` : nothing}</span>
        </label>`,
    )}
  </fieldset>`;
}
