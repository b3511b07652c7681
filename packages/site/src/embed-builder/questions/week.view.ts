import { html, type nothing, type TemplateResult } from 'lit';
import { strings } from '../words/strings.js';
import { textOf, type Week } from './week.js';

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
  return html`<fieldset>
    <legend>${title}</legend>
    <p class="hint" id="${id}-week">${strings.weekHint}</p>
    ${strings.days.map(
      (day, index) =>
        html`<p class="day">
          <label for="${id}-${index}">${day}</label>
          <input
            id="${id}-${index}"
            autocomplete="off"
            aria-describedby="${id}-week"
            .value=${week[index] ?? ''}
            @change=${({ target }: Event) => set(index, (target as HTMLInputElement).value)}
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
