/* eslint-disable lit/no-value-attribute -- the value of a choice never changes */
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/views/heading.js';
import type { SignupFormStrings } from './locales/en.js';
import { labelOf } from './model/labels.js';
import type { FieldName } from './model/validation.js';

/** The error message of a field: the form's own string for a code, otherwise the endpoint's message. */
export function errorText(field: FieldName, code: string, strings: SignupFormStrings): string {
  const own = strings.errors[field] ?? {};
  if (Object.hasOwn(own, code) && own[code]) return own[code];
  // A single word is a code that means nothing to a person.
  if (/[^\w-]/.test(code)) return code;
  const label = labelOf(field, strings);
  return code === 'too-long' ? strings.shorter(label) : (own.missing ?? strings.check(label));
}

/** A message whose heading receives the focus after sending, so that a screen reader reads it and goes on from there. */
export const announcementView = (
  className: string,
  level: number,
  title: string,
  content: TemplateResult,
): TemplateResult => html`<div class="outcome ${className}">${heading(level, title, 'announcement')} ${content}</div>`;

/** The question of a field, marked if it is optional. */
const questionView = (field: FieldName, strings: SignupFormStrings, optional: boolean | undefined): TemplateResult =>
  html`${labelOf(field, strings)}${optional ? html`&nbsp;<span class="optional">${strings.optional}</span>` : nothing}`;

/** Hint and error of a field, in the element that describes it. */
export const notesView = (
  field: FieldName,
  error: string | undefined,
  strings: SignupFormStrings,
  hint?: string,
): TemplateResult =>
  html`<span id="${field}-notes">
    ${hint && html`<span class="hint">${hint}</span>`}
    ${error && html`<span class="error">${errorText(field, error, strings)}</span>`}
  </span>`;

/** Options of a field. */
export interface FieldOptions {
  readonly optional?: boolean;
  readonly hint?: string;
  /** Token of the HTML standard (WCAG 1.3.5). Default `off`. */
  readonly autocomplete?: string;
  /** Content below the control. */
  readonly after?: unknown;
  /** Whether any number of choices may be checked. Default: one. */
  readonly multiple?: boolean;
  /** Options of a `select`. */
  readonly options?: readonly TemplateResult[];
}

/**
 * A text field, or a list of options.
 *
 * @param type - type of the native control
 * @param error - a code, or the endpoint's message
 */
export function textField(
  field: FieldName,
  type: 'text' | 'tel' | 'email' | 'textarea' | 'select',
  error: string | undefined,
  strings: SignupFormStrings,
  { optional, hint, autocomplete = 'off', after, options }: FieldOptions = {},
): TemplateResult {
  return html`<div class="field">
    <label for=${field}>${questionView(field, strings, optional)}</label>
    ${notesView(field, error, strings, hint)}
    ${
      type === 'textarea'
        ? html`<textarea
            id=${field}
            name=${field}
            rows="4"
            aria-describedby="${field}-notes"
            aria-invalid=${!!error}
          ></textarea>`
        : type === 'select'
          ? html`<select id=${field} name=${field} aria-describedby="${field}-notes" aria-invalid=${!!error}>
              ${options}
            </select>`
          : html`<input
              id=${field}
              name=${field}
              type=${type}
              autocomplete=${autocomplete}
              spellcheck="false"
              aria-describedby="${field}-notes"
              aria-invalid=${!!error}
            />`
    }
    ${after}
  </div>`;
}

/** A choice of a group. */
export interface Choice {
  readonly value: string;
  readonly label: unknown;
  /** Details below the label, which a screen reader reads after it. */
  readonly details?: unknown;
}

/**
 * A group of choices under a question.
 *
 * @param error - a code, or the endpoint's message
 */
export const choiceField = (
  field: FieldName,
  choices: readonly Choice[],
  error: string | undefined,
  strings: SignupFormStrings,
  { multiple, optional, hint }: FieldOptions = {},
): TemplateResult =>
  html`<fieldset class="field">
    <legend>${questionView(field, strings, optional)}</legend>
    ${notesView(field, error, strings, hint)}
    <div class="choices ${field}">
      ${choices.map(({ value, label, details }, index) => {
        const id = index ? `${field}-${index}` : field;
        // Orca does not read the description of a group, and reads one without a text as "space".
        const described = [details && `${id}-details`, !index && (hint || error) && `${field}-notes`].filter(Boolean);
        return html`<label>
          <input
            type=${multiple ? 'checkbox' : 'radio'}
            name=${field}
            value=${value}
            id=${id}
            aria-labelledby="${id}-label"
            aria-describedby=${described.join(' ') || nothing}
            aria-invalid=${!!error}
          />
          <span><span id="${id}-label" class="when">${label}</span><span id="${id}-details">${details}</span></span>
        </label>`;
      })}
    </div>
  </fieldset>`;
