import { html, nothing, type TemplateResult } from 'lit';
import { strings } from '../words/strings.js';
import type { Question } from './schema.js';
import { isObject } from '@havenkit/embed/builder';
import { isEmpty, valueAt, type Path } from './values.js';

/** What questions show and change. */
export interface Answers {
  /** Language of the widget's texts: BCP 47. */
  readonly language: string;
  readonly configuration: unknown;
  /** Sets the answer at a path; `undefined` removes it. */
  readonly answer: (path: Path, value: unknown) => void;
  /** What is wrong with the answer at a path, in English; `undefined` if it can be used. */
  readonly problemAt: (path: Path) => string | undefined;
}

/** The parts of a view that every question has. */
export interface Field {
  readonly id: string;
  readonly value: unknown;
  readonly label: TemplateResult;
  readonly hint: TemplateResult | typeof nothing;
  /** What is wrong with the answer. */
  readonly error: TemplateResult | typeof nothing;
  /** Ids of the hint and the error, for `aria-describedby`. */
  readonly describedBy: string | typeof nothing;
  readonly invalid: 'true' | typeof nothing;
}

export const idOf = (path: Path): string => `answer-${path.join('-')}`;

export const typedIn = ({ target }: Event): string => (target as HTMLInputElement).value;

/** A text or a number as a text; empty for everything else. */
export const printed = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? `${value}` : '';

/** What an allowed value of a setting is called. */
export const optionName = (key: string, value: string): string => strings.options[key]?.[value] ?? value;

/** The parts of the view of a question. */
export function fieldOf(question: Question, path: Path, { configuration, problemAt }: Answers): Field {
  const { title, description, example, required } = question;
  const id = idOf(path);
  const hint = [description, example && strings.example(example)].filter(Boolean).join(' ');
  const value = valueAt(configuration, path);
  // A new item of a list is empty, which is no mistake yet.
  const problem = isEmpty(value) ? undefined : problemAt(path);
  const ids = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return {
    id,
    value,
    label: html`<label for=${id}
      >${title} ${required ? nothing : html`<span class="hint">${strings.optional}</span>`}</label
    >`,
    hint: hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing,
    error: problem
      ? html`<p class="error" id="${id}-problem">${strings.checkAnswer} <span lang="en">${problem}</span></p>`
      : nothing,
    describedBy: ids || nothing,
    invalid: problem ? 'true' : nothing,
  };
}

const textsIn = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(textsIn)
    : isObject(value)
      ? Object.entries(value).flatMap(([key, each]) => (key.startsWith('@') ? [] : textsIn(each)))
      : [printed(value)].filter(Boolean);

/** An answer in a form that its question has no fields for. It is shown, and can be removed, but not edited. */
export function unchangedView(question: Question, path: Path, answers: Answers): TemplateResult {
  const { value } = fieldOf(question, path, answers);
  return html`<fieldset>
    <legend>${question.title}</legend>
    <p>${strings.unchanged} ${textsIn(value).join(', ')}</p>
    <p>
      <button type="button" class="quiet" @click=${() => answers.answer(path, undefined)}>
        ${strings.remove(question.title)}
      </button>
    </p>
  </fieldset>`;
}
