import { html, nothing, type TemplateResult } from 'lit';
import { goToField } from '../result/go-to-field.js';
import { strings } from '../words/strings.js';
import type { Question } from './schema.js';
import { isObject } from '@havenkit/embed/snippets';
import { isEmpty, valueAt, type Path } from './values.js';

/** What questions show and change. */
export interface Answers {
  /** Language of the widget's texts: BCP 47. */
  readonly language: string;
  readonly configuration: unknown;
  /** Sets the answer at a path; `undefined` removes it. */
  readonly answer: (path: Path, value: unknown) => void;
  /** What is wrong with the answer at a path, in the words of the page; `undefined` if it can be used. */
  readonly problemAt: (path: Path) => string | undefined;
  /** Names of the groups and items that the questions are in, the outer one first. */
  readonly within: readonly string[];
  /** What else to say about the answer of a question, by its key. */
  readonly additions: Readonly<Record<string, string>>;
  /** What the stops of the circle diagram are called, by their ids. */
  readonly stops: Readonly<Record<string, string>>;
  /** Says something to people who do not see where it is shown. */
  readonly announce: (text: string) => void;
  /** A person begins to answer about a new item, by its id. */
  readonly begin: (id: string) => void;
}

/** What a field says about its answer. */
export interface Description {
  /** The hints below the field. */
  readonly hint: readonly TemplateResult[];
  /** What is wrong with the answer. */
  readonly error: TemplateResult | typeof nothing;
  /** Ids of the error and the hints, for `aria-describedby`. */
  readonly describedBy: string | typeof nothing;
  readonly invalid: 'true' | typeof nothing;
}

/** The parts of a view that every question has. */
export interface Field extends Description {
  readonly id: string;
  readonly value: unknown;
  readonly label: TemplateResult;
}

export const idOf = (path: Path): string => `answer-${path.join('-')}`;

/** A name that no other field has: assistive technology also says what the field is in. */
export const nameOf = (title: string, { within }: Pick<Answers, 'within'>): TemplateResult =>
  html`${title}${within.length ? html` <span class="aloud">(${within.join(', ')})</span>` : nothing}`;

/**
 * What a field says, so that it is heard with the field.
 *
 * @param id - of the field
 * @param notes - such as a hint; empty ones are left out
 */
export function descriptionOf(id: string, problem: string | undefined, ...notes: readonly string[]): Description {
  const shown = notes.filter(Boolean).map((text, index) => ({ text, id: `${id}-hint${index ? `-${index + 1}` : ''}` }));
  const ids = [...(problem ? [`${id}-problem`] : []), ...shown.map((each) => each.id)];
  return {
    hint: shown.map((each) => html`<p class="hint" id=${each.id}>${each.text}</p>`),
    error: problem ? html`<p class="error" id="${id}-problem">${strings.checkAnswer} ${problem}</p>` : nothing,
    describedBy: ids.join(' ') || nothing,
    invalid: problem ? 'true' : nothing,
  };
}

/** The field that a person is in; `undefined` if that is another one. */
export const fieldWithFocus = (id: string): Element | undefined =>
  document.activeElement?.id === id ? document.activeElement : undefined;

/** What is wrong with an answer is not said before a person has left its field, so that nobody is corrected while she types. */
export function problemInTime(id: string, problem: string | undefined): string | undefined {
  const field = fieldWithFocus(id);
  return field && field.ariaInvalid !== 'true' ? undefined : problem;
}

export const typedIn = ({ target }: Event): string => (target as HTMLInputElement).value;

/** A text or a number as a text; empty for everything else. */
export const printed = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? `${value}` : '';

/** What an allowed value of a setting is called. */
export const optionName = (key: string, value: string): string => strings.options[key]?.[value] ?? value;

/**
 * The parts of the view of a question.
 *
 * @param notes - what else to say about the answer
 */
export function fieldOf(question: Question, path: Path, answers: Answers, ...notes: readonly string[]): Field {
  const { configuration, problemAt, additions } = answers;
  const { title, description, example, required } = question;
  const id = idOf(path);
  // A picker of the browser shows days and times in the visitor's own way.
  const isPicked = question.kind === 'text' && (question.type === 'date' || question.type === 'time');
  const hint = [description, example && !isPicked && strings.example(example)].filter(Boolean).join(' ');
  const value = valueAt(configuration, path);
  // A new item of a list is empty, which is no mistake yet.
  const problem = isEmpty(value) ? undefined : problemInTime(id, problemAt(path));
  const addition = path.length === 1 ? additions[question.key] : undefined;
  return {
    ...descriptionOf(id, problem, hint, ...(addition ? [addition] : []), ...notes),
    id,
    value,
    label: html`<label for=${id}
      >${nameOf(title, answers)} ${required ? nothing : html`<span class="hint">${strings.optional}</span>`}</label
    >`,
  };
}

/**
 * A field below its label.
 *
 * Firefox makes three fields of a day, and Orca says nothing of what they are in but a group. The group has the label as its name.
 */
export const labeledView = (type: string, label: TemplateResult, field: TemplateResult): TemplateResult =>
  type === 'date'
    ? html`<fieldset class="day-field">
        <legend>${label}</legend>
        ${field}
      </fieldset>`
    : html`<p>${label} ${field}</p>`;

const textsIn = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(textsIn)
    : isObject(value)
      ? Object.entries(value).flatMap(([key, each]) => (key.startsWith('@') ? [] : textsIn(each)))
      : [printed(value)].filter(Boolean);

/** An answer in a form that its question has no fields for. It is shown, and can be removed, but not edited. */
export function unchangedView(question: Question, path: Path, answers: Answers): TemplateResult {
  const { id, value } = fieldOf(question, path, answers);
  const remove = (): void => {
    answers.announce(strings.removed(question.title));
    answers.answer(path, undefined);
    // The field that is in its place then.
    requestAnimationFrame(() => goToField(id));
  };
  return html`<fieldset id=${id}>
    <legend>${question.title}</legend>
    <p>${strings.unchanged} ${textsIn(value).join(', ')}</p>
    <p>
      <button type="button" class="quiet" @click=${remove}>${nameOf(strings.remove(question.title), answers)}</button>
    </p>
  </fieldset>`;
}
