import { html, noChange, nothing, type TemplateResult } from 'lit';
import { strings } from '../words/strings.js';
import { clockTimes } from './clock-times.js';
import { descriptionOf, fieldOf, fieldWithFocus, typedIn, type Answers } from './field.view.js';
import type { Question } from './schema.js';
import { timesInWords } from './times-in-words.js';
import type { Path } from './values.js';
import { textOf, type Week } from './week.js';

/** Opening hours, a day a line. What is understood of each is shown in words, and announced. */
export function weekView(question: Question, path: Path, week: Week, answers: Answers): TemplateResult {
  const { id, error } = fieldOf(question, path, answers);
  const change = (next: Week): void => answers.answer(path, textOf(next) || undefined);
  const write = (index: number, times: string): void =>
    change(week.map((each, other) => (other === index ? times : each)));
  const set = (index: number, times: string): void => {
    write(index, times);
    const words = timesInWords(times);
    // What was understood of the first digits is no longer right.
    answers.announce(words && strings.understood.day(strings.days[index] ?? '', words));
  };
  const hasProblem = answers.problemAt(path) !== undefined;
  const isUnread = (index: number): boolean =>
    hasProblem && !fieldWithFocus(`${id}-${index}`) && Boolean(week[index]) && !timesInWords(week[index] ?? '');
  const dayView = (day: string, index: number): TemplateResult => {
    const fieldId = `${id}-${index}`;
    const words = timesInWords(week[index] ?? '');
    const field = descriptionOf(fieldId, isUnread(index) ? strings.unreadTimes : undefined, words);
    // With the first field: Orca does not say what a group is described by.
    const describedBy = field.describedBy === nothing && !index ? `${id}-week` : field.describedBy;
    return html`<div class="day">
      <label for=${fieldId}>${day}</label>
      <input
        id=${fieldId}
        autocomplete="off"
        aria-describedby=${describedBy}
        aria-invalid=${field.invalid}
        .value=${fieldWithFocus(fieldId) ? noChange : (week[index] ?? '')}
        @input=${(event: Event) => set(index, typedIn(event))}
        @change=${(event: Event) => write(index, clockTimes(typedIn(event)))}
      />
      ${field.hint} ${field.error}
    </div>`;
  };
  return html`<fieldset id=${id} aria-describedby="${id}-problem">
    <legend>${question.title}</legend>
    <p class="hint" id="${id}-week">${strings.weekHint}</p>
    ${strings.days.map(dayView)}
    <p>
      <button
        type="button"
        class="quiet"
        @click=${() => {
          change(week.map((each, index) => (index < 5 ? (week[0] ?? '') : each)));
          answers.announce(strings.mondayCopied);
        }}
      >
        ${strings.mondayForAll}
      </button>
    </p>
    ${week.some((_, index) => isUnread(index) || fieldWithFocus(`${id}-${index}`)) ? '' : error}
  </fieldset>`;
}
