import { html, type TemplateResult } from 'lit';
import type { Localized } from '../foundation/localization/strings.js';
import type { CircleDiagramStrings } from './locales/en.js';
import { walk, type Circle } from './model/circle.js';

/** What `controlsView` shows. */
interface ControlsOptions {
  readonly circle: Circle;
  readonly strings: Localized<CircleDiagramStrings>;
  /** Index of the chosen stop in path order; -1 is home. */
  readonly index: number;
  /** Whether the guided walk is running. */
  readonly walking: boolean;
  /** Whether every panel is shown. */
  readonly all: boolean;
  readonly choose: (index: number) => void;
  readonly toggleWalk: () => void;
  readonly toggleAll: () => void;
}

/** The buttons below the map, with the step that is announced. */
export function controlsView({
  circle,
  strings,
  index,
  walking,
  all,
  choose,
  toggleWalk,
  toggleAll,
}: ControlsOptions): TemplateResult {
  const stops = walk(circle);
  const stop = stops[index];
  return html`<div class="controls" lang=${strings.$lang}>
    <button type="button" aria-disabled=${!stop} @click=${() => choose(index - 1)}>${strings.previous}</button>
    <button type="button" class="primary" @click=${() => choose(index + 1)}>${strings.following}</button>
    <button type="button" class="quiet" @click=${toggleWalk}>${walking ? strings.pause : strings.walk}</button>
    <button type="button" class="quiet" aria-pressed=${all} @click=${toggleAll}>${strings.all}</button>
    <p role="status">
      ${stop ? strings.step(index + 1, stops.length) : circle.base.label}<span class="aloud"
        >${stop && `: ${stop.label}`}</span
      >
    </p>
  </div>`;
}

/** What the buttons of `toolsView` do. */
interface ToolActions {
  readonly print: () => void;
  readonly saveSvg: () => void;
  /** @param scale - pixels per CSS pixel */
  readonly savePng: (scale: number) => void;
}

/** The buttons to print and save the circle. */
export const toolsView = (
  strings: Localized<CircleDiagramStrings>,
  { print, saveSvg, savePng }: ToolActions,
): TemplateResult =>
  html`<details class="tools" lang=${strings.$lang}>
    <summary>${strings.take}</summary>
    <div class="tool-buttons">
      <button type="button" @click=${print}>${strings.print}</button>
      <button type="button" @click=${() => savePng(2)}>${strings.picture}</button>
      <button type="button" @click=${() => savePng(4)}>${strings.largePicture}</button>
      <button type="button" @click=${saveSvg}>${strings.drawing}</button>
    </div>
  </details>`;

/** Lines to write on, for the handout. */
export const notesView = (strings: CircleDiagramStrings): TemplateResult =>
  html`<div class="notes">
    <p>${strings.notes}</p>
    <hr />
    <hr />
    <hr />
    <hr />
  </div>`;
