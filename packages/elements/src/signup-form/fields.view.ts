/* eslint-disable lit/no-value-attribute -- the value of a choice is what it stands for, and never changes */
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/views/heading.js';
import type { SignupFormStrings } from './locales/en.js';
import type { FieldErrors, FieldName } from './model/validation.js';

/** What every field of the form is drawn with. */
export interface FieldContext {
  readonly words: SignupFormStrings;
  readonly errors: FieldErrors;
  /** What the endpoint said besides. */
  readonly said: string | undefined;
}

/** What is wrong with a field, in words: the form's own for a code, else those that the endpoint sent. */
export function errorText(field: FieldName, code: string, words: SignupFormStrings): string {
  const own = words.errors[field] ?? {};
  return (
    (Object.hasOwn(own, code) && own[code]) ||
    // One word is a code, and says nothing to a person.
    (/[^\w-]/.test(code)
      ? code
      : code === 'too-long'
        ? words.shorter
        : (own.missing ?? words.check(words[field as 'name'])))
  );
}

/** What is told after it was sent, and read first: the focus goes there. */
export const toldView = (look: string, level: number, title: string, content: unknown): TemplateResult =>
  html`<div class=${look} role="group" tabindex="-1" aria-labelledby="told">
    ${heading(level, title, 'told')} ${content}
  </div>`;

/** The mark of a question that need not be answered. */
export const optional = (words: SignupFormStrings): TemplateResult =>
  html`&nbsp;<span class="optional">${words.optional}</span>`;

/** Hint and error of a field, with the id that describes it. */
export function notes(field: FieldName, hint: string | undefined, { words, errors }: FieldContext): TemplateResult {
  const code = errors[field];
  return html`<span id="${field}-notes">
    ${hint ? html`<span class="hint">${hint}</span>` : nothing}
    ${code ? html`<span class="error">${errorText(field, code, words)}</span>` : nothing}
  </span>`;
}

/**
 * A field for a line of text, for more, or for one of many.
 *
 * @param type - of the native control; `textarea` for more than a line
 * @param autocomplete - token of the HTML standard (WCAG 1.3.5)
 * @param options - of a `select`
 */
export function textField(
  field: FieldName,
  type: 'text' | 'tel' | 'email' | 'textarea' | 'select',
  autocomplete: string,
  needed: boolean,
  context: FieldContext,
  hint?: string,
  options?: readonly TemplateResult[],
): TemplateResult {
  const { words, errors } = context;
  const invalid = errors[field] ? 'true' : nothing;
  return html`<div class="field">
    <label for=${field}>${words[field as 'name']}${needed ? nothing : optional(words)}</label>
    ${notes(field, hint, context)}
    ${
      type === 'textarea'
        ? html`<textarea
            id=${field}
            name=${field}
            rows="4"
            aria-describedby="${field}-notes"
            aria-invalid=${invalid}
          ></textarea>`
        : options
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
  question: unknown,
  choices: readonly Choice[],
  context: FieldContext,
  hint?: string,
): TemplateResult {
  const invalid = context.errors[field] ? 'true' : nothing;
  return html`<fieldset class="field" aria-describedby="${field}-notes">
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
