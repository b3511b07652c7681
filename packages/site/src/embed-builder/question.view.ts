import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Question } from './schema.js';
import { strings } from './strings.js';
import { itemsOf, valueAt, withValue, type Path } from './values.js';
import { weekOf } from './week.js';
import { weekView } from './week.view.js';

/** What questions show and change. */
export interface Answers {
  readonly configuration: unknown;
  /** Sets the answer at a path; `undefined` removes it. */
  readonly answer: (path: Path, value: unknown) => void;
}

const idOf = (path: Path): string => `answer-${path.join('-')}`;

const valueOf = ({ target }: Event): string => (target as HTMLInputElement).value;

/** What an allowed value of a setting is called. */
const optionName = (key: string, value: string): string => strings.options[key]?.[value] ?? value;

const printed = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');

function hintOf({ description, example }: Question, id: string): TemplateResult | typeof nothing {
  const hint = [description, example && strings.example(example)].filter(Boolean).join(' ');
  return hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing;
}

function labelOf({ title, required }: Question, id: string): TemplateResult {
  return html`<label for=${id}
    >${title} ${required ? nothing : html`<span class="hint">${strings.optional}</span>`}</label
  >`;
}

function textView(
  question: Question & { kind: 'text' },
  path: Path,
  { configuration, answer }: Answers,
): TemplateResult {
  const id = idOf(path);
  const value = printed(valueAt(configuration, path));
  const change = (event: Event): void => answer(path, valueOf(event) || undefined);
  const describedBy = question.description || question.example ? `${id}-hint` : nothing;
  const field = question.long
    ? html`<textarea
        id=${id}
        rows="3"
        aria-describedby=${describedBy}
        .value=${live(value)}
        @input=${change}
      ></textarea>`
    : html`<input
        id=${id}
        type=${question.type}
        list=${question.list || nothing}
        autocomplete="off"
        aria-describedby=${describedBy}
        .value=${live(value)}
        @input=${change}
      />`;
  return html`<p>${labelOf(question, id)} ${field}</p>
    ${hintOf(question, id)}`;
}

/** Hours that are written in another way than a day a line stay a text. */
function hoursView(question: Question, path: Path, answers: Answers): TemplateResult {
  const value = valueAt(answers.configuration, path);
  const week = typeof value === 'string' || value === undefined ? weekOf(value ?? '') : undefined;
  if (week) return weekView(idOf(path), question.title, week, (text) => answers.answer(path, text || undefined));
  const text = itemsOf(value).map(printed).join(', ');
  const written = { ...answers, configuration: withValue(answers.configuration, path, text) };
  return textView({ ...question, kind: 'text', type: 'text', list: '', long: true }, path, written);
}

function choiceView(
  question: Question & { kind: 'choice' },
  path: Path,
  { configuration, answer }: Answers,
): TemplateResult {
  const id = idOf(path);
  const value = valueAt(configuration, path);
  const isOther = value !== undefined && !question.options.includes(printed(value));
  const option = (name: string, text: string): TemplateResult =>
    html`<option value=${name} .selected=${live(name === (isOther ? 'other' : printed(value)))}>${text}</option>`;
  const change = (event: Event): void => {
    if (valueOf(event) !== 'other') answer(path, valueOf(event) || undefined);
  };
  return html`<p>
      ${labelOf(question, id)}
      <select
        id=${id}
        aria-describedby=${question.description || question.example ? `${id}-hint` : nothing}
        @change=${change}
      >
        ${option('', question.preset ? strings.preset(optionName(question.key, question.preset)) : strings.unanswered)}
        ${question.options.map((name) => option(name, optionName(question.key, name)))}
        ${isOther ? option('other', strings.asInSnippet) : nothing}
      </select>
    </p>
    ${hintOf(question, id)}`;
}

function severalView(
  question: Question & { kind: 'several' },
  path: Path,
  { configuration, answer }: Answers,
): TemplateResult {
  const value = valueAt(configuration, path);
  const chosen = typeof value === 'string' ? value.split(/[\s,]+/) : itemsOf(value).map(printed);
  const change = (name: string, event: Event): void => {
    const { checked } = event.target as HTMLInputElement;
    const next = question.options.filter((each) => (each === name ? checked : chosen.includes(each)));
    answer(path, next.length ? next : undefined);
  };
  return html`<fieldset>
    <legend>${question.title}</legend>
    ${hintOf(question, idOf(path))}
    ${question.options.map(
      (name) =>
        html`<label
          ><input
            type="checkbox"
            .checked=${live(chosen.includes(name))}
            @change=${(event: Event) => change(name, event)}
          />
          ${optionName(question.key, name)}</label
        >`,
    )}
  </fieldset>`;
}

function switchView(question: Question, path: Path, { configuration, answer }: Answers): TemplateResult {
  const value = valueAt(configuration, path);
  // As an attribute, it is there without a value.
  const checked = value === true || value === '' || value === 'true';
  return html`<p>
      <label
        ><input
          type="checkbox"
          .checked=${live(checked)}
          @change=${({ target }: Event) => answer(path, (target as HTMLInputElement).checked || undefined)}
        />
        ${question.title}</label
      >
    </p>
    ${hintOf(question, idOf(path))}`;
}

function pairsView(question: Question, path: Path, { configuration, answer }: Answers): TemplateResult {
  const id = idOf(path);
  const value = valueAt(configuration, path) ?? {};
  const text = Object.entries(value).map(([key, name]) => `${key} = ${printed(name)}`);
  const change = (event: Event): void => {
    const entries = valueOf(event)
      .split('\n')
      .map((line) => line.split(/\s*=\s*/))
      .filter(([key, name]) => key && name)
      .map(([key = '', ...name]) => [key.trim(), name.join('=').trim()]);
    answer(path, entries.length ? Object.fromEntries(entries) : undefined);
  };
  return html`<p>
      ${labelOf(question, id)}
      <textarea
        id=${id}
        rows="3"
        aria-describedby="${id}-hint"
        .value=${live(text.join('\n'))}
        @change=${change}
      ></textarea>
    </p>
    <p class="hint" id="${id}-hint">${question.description} ${strings.pairs}</p>`;
}

function listView(question: Question & { kind: 'list' }, path: Path, answers: Answers): TemplateResult {
  const { item, title, min, max } = question;
  const items = itemsOf(valueAt(answers.configuration, path));
  const name = (index: number): string => strings.item(title, index + 1);
  const set = (next: readonly unknown[]): void => answers.answer(path, next.length ? next : undefined);
  const added = Array.from({ length: Math.max(1, min - items.length) }, () => (item.kind === 'group' ? {} : ''));
  return html`<fieldset>
    <legend>${title}</legend>
    ${hintOf(question, idOf(path))}
    ${items.map(
      (_, index) =>
        html`<div class="item">
          ${questionView({ ...item, title: name(index) }, [...path, index], answers)}
          <button type="button" class="quiet" @click=${() => set(items.filter((_item, other) => other !== index))}>
            ${strings.remove(name(index))}
          </button>
        </div>`,
    )}
    ${
      items.length < max
        ? html`<p><button type="button" @click=${() => set([...items, ...added])}>${strings.add(title)}</button></p>`
        : nothing
    }
  </fieldset>`;
}

/**
 * A question with its answer.
 *
 * @param path - of the answer in the configuration
 */
export function questionView(question: Question, path: Path, answers: Answers): TemplateResult {
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
      return html`<fieldset>
        <legend>${question.title}</legend>
        ${hintOf(question, idOf(path))}
        ${question.questions.map((each) => questionView(each, [...path, each.key], answers))}
      </fieldset>`;
    case 'list':
      return listView(question, path, answers);
  }
}
