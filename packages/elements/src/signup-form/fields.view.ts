/* eslint-disable lit/no-value-attribute -- the value of a choice is what it stands for, and never changes */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SignupFormStrings } from './locales/en.js';
import { fieldCodes, type FieldCode, type FieldErrors, type FieldName } from './validation.js';

/** What every field of the form is drawn with. */
export interface FieldContext {
  readonly words: SignupFormStrings;
  readonly errors: FieldErrors;
}

/** What is wrong with a field, in words: the form's own for a code, else those that the endpoint sent. */
export function errorText(field: FieldName, code: string, words: SignupFormStrings): string {
  const own = words.errors[field] ?? {};
  return own[code] ?? (fieldCodes.includes(code as FieldCode) ? Object.values(own)[0] : undefined) ?? code;
}

/** Hint and error of a field, each with the id that describes it. */
export function notes(field: FieldName, hint: string | undefined, { words, errors }: FieldContext): unknown {
  const code = errors[field];
  return [
    hint ? html`<span class="hint" id="${field}-hint">${hint}</span>` : nothing,
    code ? html`<span class="error" id="${field}-error">${errorText(field, code, words)}</span>` : nothing,
  ];
}

/** Ids of these. */
export const described = (field: FieldName, hint: string | undefined, { errors }: FieldContext): unknown =>
  [hint && `${field}-hint`, errors[field] && `${field}-error`].filter(Boolean).join(' ') || nothing;

/**
 * A field for a line of text, or for more.
 *
 * @param type - of the native control; `textarea` for more than a line
 * @param autocomplete - token of the HTML standard (WCAG 1.3.5)
 */
export function textField(
  field: FieldName,
  type: 'text' | 'tel' | 'email' | 'textarea',
  autocomplete: string,
  needed: boolean,
  context: FieldContext,
  hint?: string,
): TemplateResult {
  const { words, errors } = context;
  const invalid = errors[field] ? 'true' : nothing;
  const about = described(field, hint, context);
  return html`<div class="field">
    <label for=${field}
      >${words[field as 'name']} ${needed ? nothing : html`<span class="optional">${words.optional}</span>`}</label
    >
    ${notes(field, hint, context)}
    ${
      type === 'textarea'
        ? html`<textarea
            id=${field}
            name=${field}
            rows="4"
            aria-describedby=${about}
            aria-invalid=${invalid}
          ></textarea>`
        : html`<input
            id=${field}
            name=${field}
            type=${type}
            autocomplete=${autocomplete}
            spellcheck="false"
            aria-describedby=${about}
            aria-invalid=${invalid}
          />`
    }
  </div>`;
}

/** A choice of a group. */
export interface Choice {
  readonly value: string;
  readonly label: unknown;
  /** More about it, beneath. */
  readonly more?: unknown;
}

/**
 * A group of choices under a question.
 *
 * @param type - `radio` for one of them, `checkbox` for any
 */
export function choiceField(
  field: FieldName,
  type: 'radio' | 'checkbox',
  question: string,
  choices: readonly Choice[],
  context: FieldContext,
  hint?: string,
): TemplateResult {
  const invalid = context.errors[field] ? 'true' : nothing;
  return html`<fieldset class="field" aria-describedby=${described(field, hint, context)}>
    <legend>${question}</legend>
    ${notes(field, hint, context)}
    ${choices.map(
      ({ value, label, more }, index) =>
        html`<label>
          <input
            type=${type}
            name=${field}
            value=${value}
            id=${index ? `${field}-${index}` : field}
            aria-invalid=${invalid}
          />
          <span>${label}${more ? html`<span class="more">${more}</span>` : nothing}</span>
        </label>`,
    )}
  </fieldset>`;
}
