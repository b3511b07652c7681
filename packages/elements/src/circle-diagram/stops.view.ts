import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/views/heading.js';
import { whatFollows, type Circle } from './model/circle.js';
import type { CircleDiagramStrings } from './locales/en.js';

/**
 * Home and its panel, then each arc with its stops and their panels, in path order.
 *
 * @param level - level of the headings of home and the arcs, 1 to 6
 * @param chosen - index of the chosen stop in path order; -1 is home
 * @param choose - called with the index of a stop when its button is pressed
 */
export function stopsView(
  circle: Circle,
  strings: CircleDiagramStrings,
  level: number,
  chosen: number,
  choose: (index: number) => void,
): TemplateResult {
  let count = 0;
  return html`<div class="home">
      <div class="name">${heading(level, circle.base.label, 'home')}</div>
      <div class="panel ${chosen < 0 ? 'shown' : ''}" part=${chosen < 0 ? 'panel' : nothing}>
        <p>${circle.base.text}</p>
      </div>
    </div>
    ${circle.arcs.map(
      ({ label, text, stops }, arc) =>
        html`<div class="arc arc-${arc}">
          <div class="name">${heading(level, label, `arc-${arc}`)} ${text && html`<p class="small">${text}</p>`}</div>
          <ol role="list" aria-labelledby="arc-${arc}">
            ${stops.map((stop) => {
              const index = count++;
              const shown = index === chosen;
              return html`<li>
                <button
                  type="button"
                  class="stop"
                  aria-current=${shown ? 'step' : nothing}
                  @click=${() => choose(index)}
                >
                  ${stop.label}
                </button>
                <div class="panel ${shown ? 'shown' : ''}" part=${shown ? 'panel' : nothing}>
                  ${heading(level + 1, stop.label, `stop-${index}`)}
                  <p>${stop.text}</p>
                  ${stop.try && html`<p><strong>${strings.tryThis}</strong> ${stop.try}</p>`}
                  <p class="small">${whatFollows(circle, index, strings)}</p>
                </div>
              </li>`;
            })}
          </ol>
        </div>`,
    )}`;
}
