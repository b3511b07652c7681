import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { strings } from '../words/strings.js';
import {
  fieldOf,
  fieldWithFocus,
  idOf,
  labeledView,
  nameOf,
  optionName,
  printed,
  typedIn,
  unchangedView,
  type Answers,
} from './field.view.js';
import { listView } from './list.view.js';
import type { Question } from './schema.js';
import { sessionView } from './session.view.js';
import { isObject } from '@havenkit/embed/snippets';
import { itemsOf, valueAt, type Path } from './values.js';
import { withFirstDay } from './special-day.js';
import { tidied } from './tidy.js';
import { zoneInWords } from './time-zones.js';
import { weekOf } from './week.js';
import { weekView } from './week.view.js';
import { writingNotes } from './writing-notes.js';

type Kind<Name extends Question['kind']> = Question & { kind: Name };

/** Fields for days and times show nothing else. */
const shown: Readonly<Record<string, RegExp>> = { date: /^\d{4}-\d\d-\d\d$/, time: /^\d\d:\d\d$/ };

const typeFor = (text: string, type: string): string => (text && shown[type]?.test(text) === false ? 'text' : type);

function textView(question: Kind<'text'>, path: Path, answers: Answers): TemplateResult {
  const text = printed(valueAt(answers.configuration, path));
  const notes = writingNotes(text, question, answers.language);
  const { id, label, hint, error, describedBy, invalid } = fieldOf(question, path, answers, ...notes);
  const change = (event: Event): void =>
    question.key === 'validFrom'
      ? answers.answer(
          path.slice(0, -1),
          withFirstDay(valueAt(answers.configuration, path.slice(0, -1)), typedIn(event)),
        )
      : answers.answer(path, typedIn(event) || undefined);
  const leave = (event: Event): void => {
    const typed = typedIn(event);
    const next = tidied(question, typed, answers.configuration);
    if (next !== typed) answers.answer(path, next || undefined);
    if (question.list) answers.announce(zoneInWords(next));
  };
  const field = question.long
    ? html`<textarea
        id=${id}
        rows="3"
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        .value=${live(text)}
        @input=${change}
      ></textarea>`
    : html`<input
        id=${id}
        type=${typeFor(text, question.type)}
        list=${question.list || nothing}
        autocomplete="off"
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        .value=${live(text)}
        @input=${change}
        @change=${leave}
      />`;
  return html`${labeledView(question.type, label, field)} ${hint} ${error}`;
}

/** Hours that are written in another way than a day a line stay a text. */
function hoursView(question: Question, path: Path, answers: Answers): TemplateResult {
  const { id, value, label, hint, error, describedBy, invalid } = fieldOf(question, path, answers);
  const week = typeof value === 'string' || value === undefined ? weekOf(value ?? '') : undefined;
  if (week) return weekView(question, path, week, answers);
  // When it is left: it may become a week, which has other fields.
  return html`<p>
      ${label}
      <textarea
        id=${id}
        rows="3"
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        .value=${itemsOf(value).map(printed).join(', ')}
        @change=${(event: Event) => answers.answer(path, typedIn(event) || undefined)}
      ></textarea>
    </p>
    ${hint} ${error}`;
}

function choiceView(question: Kind<'choice'>, path: Path, answers: Answers): TemplateResult {
  const { key, preset } = question;
  const names: Readonly<Record<string, string>> = key === 'stop' ? answers.stops : {};
  const options = question.options.length ? question.options : Object.keys(names);
  const { id, value, label, hint, error, describedBy, invalid } = fieldOf(question, path, answers);
  const isOther = value !== undefined && !options.includes(printed(value));
  const option = (name: string, text: string): TemplateResult =>
    html`<option value=${name} .selected=${live(name === (isOther ? 'other' : printed(value)))}>${text}</option>`;
  const change = (event: Event): void => {
    if (typedIn(event) !== 'other') answers.answer(path, typedIn(event) || undefined);
  };
  return html`<p>
      ${label}
      <select id=${id} aria-describedby=${describedBy} aria-invalid=${invalid} @change=${change}>
        ${option('', preset ? strings.preset(optionName(key, preset)) : strings.unanswered)}
        ${options
          // The first one says what counts without an answer.
          .filter((name) => name !== preset || name === value)
          .map((name) => option(name, names[name] ?? optionName(key, name)))}
        ${isOther ? option('other', strings.asInSnippet) : nothing}
      </select>
    </p>
    ${hint} ${error}`;
}

function severalView(question: Kind<'several'>, path: Path, answers: Answers): TemplateResult {
  const { id, value, hint, error, describedBy } = fieldOf(question, path, answers);
  const chosen = typeof value === 'string' ? value.split(/[\s,]+/) : itemsOf(value).map(printed);
  const change = (name: string, event: Event): void => {
    const { checked } = event.target as HTMLInputElement;
    const next = question.options.filter((each) => (each === name ? checked : chosen.includes(each)));
    answers.answer(path, next.length ? next : undefined);
  };
  return html`<fieldset id=${id} aria-describedby=${describedBy}>
    <legend>${question.title}</legend>
    ${hint} ${error}
    ${question.options.map(
      (name) =>
        html`<label
          ><input
            type="checkbox"
            .checked=${live(chosen.includes(name))}
            @change=${(event: Event) => change(name, event)}
          />
          ${nameOf(optionName(question.key, name), answers)}</label
        >`,
    )}
  </fieldset>`;
}

function switchView(question: Question, path: Path, answers: Answers): TemplateResult {
  const { id, value, hint, error, describedBy, invalid } = fieldOf(question, path, answers);
  // As an attribute, it is there without a value.
  const checked = value === true || value === '' || value === 'true';
  return html`<p>
      <label
        ><input
          id=${id}
          type="checkbox"
          aria-describedby=${describedBy}
          aria-invalid=${invalid}
          .checked=${live(checked)}
          @change=${({ target }: Event) => answers.answer(path, (target as HTMLInputElement).checked || undefined)}
        />
        ${nameOf(question.title, answers)}</label
      >
    </p>
    ${hint} ${error}`;
}

function pairsView(question: Question, path: Path, answers: Answers): TemplateResult {
  const { id, value, label, hint, error, describedBy, invalid } = fieldOf(question, path, answers, strings.pairs);
  const lines = Object.entries(value ?? {}).map(([key, name]) => `${key} = ${printed(name)}`);
  const change = (event: Event): void => {
    const entries = typedIn(event)
      .split('\n')
      .map((line) => line.split('='))
      .map(([key = '', ...name]) => [key.trim(), name.join('=').trim()] as const)
      .filter(([key]) => key);
    answers.answer(path, entries.length ? Object.fromEntries(entries) : undefined);
  };
  return html`<p>
      ${label}
      <textarea
        id=${id}
        rows="3"
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        .value=${lines.join('\n')}
        @change=${change}
      ></textarea>
    </p>
    ${hint} ${error}`;
}

/** What is asked only where a snippet or page has it: people write the title before the name. */
const rare = new Set(['honorificPrefix', 'jobTitle']);

function groupView(question: Kind<'group'>, path: Path, answers: Answers): TemplateResult {
  const { id, hint, error, describedBy } = fieldOf(question, path, answers);
  // An item of a list has the name that the list gives it.
  const inside = question.key ? { ...answers, within: [...answers.within, question.title] } : answers;
  const asked = question.questions.filter(
    ({ key }) =>
      !rare.has(key) ||
      valueAt(answers.configuration, [...path, key]) !== undefined ||
      fieldWithFocus(idOf([...path, key])),
  );
  return html`<fieldset id=${id} aria-describedby=${describedBy}>
    <legend>${question.title}</legend>
    ${hint} ${error} ${asked.map((each) => questionView(each, [...path, each.key], inside))}
  </fieldset>`;
}

/** Whether the fields of a question can show an answer. The views of the other kinds can show any. */
function fits({ kind }: Question, value: unknown): boolean {
  if (value === undefined) return true;
  switch (kind) {
    case 'text':
      return typeof value === 'string' || typeof value === 'number';
    case 'group':
    case 'session':
    case 'pairs':
      return isObject(value);
    case 'several':
      return itemsOf(value).every((each) => typeof each === 'string');
    case 'switch':
      return typeof value === 'boolean' || value === '' || value === 'true' || value === 'false';
    case 'week':
      return itemsOf(value).every((each) => typeof each === 'string');
    default:
      return true;
  }
}

/**
 * A question with its answer.
 *
 * @param path - of the answer in the configuration
 */
export function questionView(question: Question, path: Path, answers: Answers): TemplateResult {
  const { value } = fieldOf(question, path, answers);
  if (!fits(question, value)) return unchangedView(question, path, answers);
  switch (question.kind) {
    case 'text':
      return textView(question, path, answers);
    case 'choice':
      return choiceView(question, path, answers);
    case 'several':
      return severalView(question, path, answers);
    case 'switch':
      return switchView(question, path, answers);
    case 'week':
      return hoursView(question, path, answers);
    case 'pairs':
      return pairsView(question, path, answers);
    case 'group':
      return groupView(question, path, answers);
    case 'session':
      return sessionView(question, path, answers, questionView);
    case 'list':
      return listView(question, path, answers, questionView);
  }
}
