import { html, nothing, type TemplateResult } from 'lit';
import type { Localized } from '../foundation/localization/strings.js';
import { heading } from '../foundation/views/heading.js';
import type { CircleDiagramStrings } from './locales/en.js';
import { whatFollows, type Circle, type Stop } from './model/circle.js';

/** What the view of the stops depends on, besides the circle. */
interface StopsOptions {
  readonly strings: Localized<CircleDiagramStrings>;
  /** Level of the headings of home and the arcs, 1 to 6. */
  readonly level: number;
  /** Index of the chosen stop in path order; -1 is home. */
  readonly chosen: number;
  /** Called with the index of a stop when its button is pressed. */
  readonly choose: (index: number) => void;
}

const shownIf = (shown: boolean): string => `words ${shown ? 'shown' : ''}`;

/** Home and its panel, then each arc with its stops and their panels, in path order. */
export function stopsView(circle: Circle, options: StopsOptions): TemplateResult {
  const { strings, level, chosen } = options;
  const { base, arcs } = circle;
  const home = chosen < 0;
  let count = 0;
  return html`<div class="home">
      <div class=${shownIf(home)}>
        <div class="title">
          ${heading(level, base.label, 'home')}
          <p class="begin" lang=${strings.$lang}>${strings.begin}</p>
        </div>
        <div class="panel" part=${home ? 'panel' : nothing}><p>${base.text}</p></div>
      </div>
    </div>
    ${arcs.map(
      ({ label, text, stops }, arc) =>
        html`<div class="arc arc-${arc}">
          <div class="name">${heading(level, label, `arc-${arc}`)} ${text && html`<p class="small">${text}</p>`}</div>
          <ol role="list" aria-labelledby="arc-${arc}">
            ${stops.map((stop) => stopView(circle, stop, count++, options))}
          </ol>
        </div>`,
    )}`;
}

/** A stop: a button in a heading, and its panel. */
function stopView(
  circle: Circle,
  { label, text, try: tip }: Stop,
  index: number,
  { strings, level, chosen, choose }: StopsOptions,
): TemplateResult {
  const shown = index === chosen;
  // Firefox drops the space around a positioned element from the button's name, but not this one.
  const number = html`<span class="number">${index + 1}<span class="aloud">&nbsp;</span></span>`;
  const button = html`<button type="button" class="stop" aria-pressed=${shown} @click=${() => choose(index)}>
    ${number} <span class="label">${label}</span>
  </button>`;
  return html`<li>
    ${heading(level + 1, button, `stop-${index}`)}
    <div class=${shownIf(shown)}>
      <p class="title" aria-hidden="true">${number} ${label}</p>
      <div class="panel" part=${shown ? 'panel' : nothing}>
        <p>${text}</p>
        ${tip && html`<p><strong lang=${strings.$lang}>${strings.tryThis}</strong> ${tip}</p>`}
        <p class="small">${whatFollows(circle, index, strings)}</p>
      </div>
    </div>
  </li>`;
}
