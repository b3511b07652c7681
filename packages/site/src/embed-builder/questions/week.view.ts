import { html, noChange, type nothing, type TemplateResult } from 'lit';
import { strings } from '../words/strings.js';
import { clockTimes } from './clock-times.js';
import { textOf, type Week } from './week.js';

/** Whether a person is writing in a field, who may not have finished: a space at the end would be lost. */
const isTypedIn = (id: string): boolean => document.activeElement?.id === id;

/**
 * Opening hours, a day a line.
 *
 * @param id - prefix of the ids
 * @param error - what is wrong with the hours
 * @param change - called with the text of the new hours
 */
export function weekView(
  id: string,
  title: string,
  week: Week,
  error: TemplateResult | typeof nothing,
  change: (text: string) => void,
): TemplateResult {
  const set = (index: number, times: string): void =>
    change(textOf(week.map((each, other) => (other === index ? times : each))));
  return html`<fieldset aria-describedby="${id}-week ${id}-problem">
    <legend>${title}</legend>
    <p class="hint" id="${id}-week">${strings.weekHint}</p>
    ${strings.days.map(
      (day, index) =>
        html`<p class="day">
          <label for="${id}-${index}">${day}</label>
          <input
            id="${id}-${index}"
            autocomplete="off"
            .value=${isTypedIn(`${id}-${index}`) ? noChange : (week[index] ?? '')}
            @input=${({ target }: Event) => set(index, (target as HTMLInputElement).value)}
            @change=${({ target }: Event) => set(index, clockTimes((target as HTMLInputElement).value))}
          />
        </p>`,
    )}
    <p>
      <button
        type="button"
        class="quiet"
        @click=${() => change(textOf(week.map((each, index) => (index < 5 ? (week[0] ?? '') : each))))}
      >
        ${strings.mondayForAll}
      </button>
    </p>
    ${error}
  </fieldset>`;
}
