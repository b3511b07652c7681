import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { oneOf, type RawConfiguration, type Reading } from '../foundation/configuration/readers.js';
import { PrintController } from '../foundation/controllers/print-controller.js';
import { HavenElement } from '../foundation/element/haven-element.js';
import { heading } from '../foundation/views/heading.js';
import { CircleExport, type CircleContent } from './browser/circle-export.js';
import { styles } from './circle-diagram.styles.js';
import { FragmentController } from './controllers/fragment-controller.js';
import { RingController } from './controllers/ring-controller.js';
import { WalkController } from './controllers/walk-controller.js';
import { controlsView, notesView, toolsView } from './controls.view.js';
import { en } from './locales/en.js';
import { parseCircle, readingTime, viewValues, walk, type CircleView, type Stop } from './model/circle.js';
import { themePalette } from './picture.view.js';
import { HavenStepEvent } from './step-event.js';
import { stopsView } from './stops.view.js';

export { HavenStepEvent, type StepDetail } from './step-event.js';
export { viewValues } from './model/circle.js';
export type { CircleDiagramStrings } from './locales/en.js';

/** A circle, and how it is shown. */
interface Journey extends CircleContent {
  readonly view: CircleView;
}

/**
 * Shows what a child needs when going out to explore and when coming back: a road from home and back to it, with a stop for
 * each need. It works by eye, by ear and by keyboard, and can be printed and saved as a picture.
 *
 * @tag haven-circle-diagram
 * @tagname haven-circle-diagram
 *
 * @slot - Fallback content, shown without script: put the stops there as an ordered list. A `<script type="application/json">`
 * child is read as configuration.
 *
 * @csspart circle - the whole widget
 * @csspart title - the heading
 * @csspart panel - the text of the chosen stop
 * @csspart problem - the message for the site owner
 *
 * @cssprop {<color>} --haven-brand - the one brand color; every other color is derived from it
 *
 * @event {HavenReadyEvent} haven-ready - the first rendering is done; detail `{ version }`
 * @event {HavenErrorEvent} haven-error - configuration or loading failed; detail `{ code, message, path? }`
 * @event {HavenStepEvent} haven-step - another stop was chosen; detail `{ id, index, arc }`
 */
export class CircleDiagram extends HavenElement<Journey> {
  static override readonly tag = 'haven-circle-diagram';
  static override readonly properties: PropertyDeclarations = {
    step: { reflect: true, useDefault: true },
    view: {},
    hash: { type: Boolean },
    for: {},
  };
  static override readonly styles = styles;

  /**
   * Id of the chosen stop, or `null` (default) at home. An id that no stop has is reported and counts as `null`.
   *
   * @reflect
   */
  declare step: string | null;

  /**
   * `ring`, `list`, or `auto` (default): a ring where it is comfortable. Even with `ring` the list is shown where labels would
   * touch. Other values are reported, and `auto` is used.
   */
  declare view: 'auto' | 'ring' | 'list' | null | undefined;

  /** Whether the step and the page's `#fragment` follow each other. Default: false. */
  declare hash: boolean;

  /**
   * Id of an element on the page whose `step` attribute follows this one, such as the same circle in another language. Default:
   * none.
   */
  declare for: string | null | undefined;

  #all = false;
  /** The last `haven-step`; `undefined` before the first rendering. */
  #reportedStep: string | null | undefined;
  #hashWasOn = false;
  #export = new CircleExport(this);
  #print = new PrintController(this, () => {
    this.requestUpdate();
    this.performUpdate();
  });
  #walk = new WalkController(this, () => {
    this.next();
    const stop = this.#stops[this.#index];
    return stop && readingTime(stop);
  });
  #fragment = new FragmentController(
    this,
    () => (this.hash ? this.#stops.map(({ id }) => id) : []),
    (id) => (this.step = id),
  );

  constructor() {
    super();
    this.step = null;
    this.hash = false;
    new RingController(
      this,
      () =>
        this.model && {
          circle: this.model.circle,
          index: this.#index,
          view: this.#all ? 'list' : this.model.view,
          locale: this.model.strings.$locale,
        },
    );
  }

  /** Goes on to the next stop; from the last one home. */
  next(): void {
    this.#go(this.#index + 1);
  }

  /** Goes back to the previous stop; from the first one home. At home nothing happens. */
  previous(): void {
    this.#go(this.#index - 1);
  }

  /** Returns the circle as a self-contained SVG document. Before the first rendering it is empty. */
  toSVG(): string {
    return this.model ? this.#export.toSvg(this.model) : '';
  }

  protected override parse(raw: RawConfiguration, reading: Reading): Journey {
    const strings = this.locale.strings('circle-diagram', en);
    const circle = parseCircle(raw, reading, strings.circle);
    if (this.step && !walk(circle).some(({ id }) => id === this.step)) reading.report('step', 'the id of a stop');
    return { circle, view: oneOf(...viewValues)(this.view, 'view', reading) ?? 'auto', strings };
  }

  protected override renderModel(journey: Journey): TemplateResult {
    const { circle, strings } = journey;
    const { level } = this;
    const { printing } = this.#print;
    const { walking, start, stop } = this.#walk;
    const state = { circle, strings, index: this.#index, choose: this.#choose };
    return html`<section
      class="card ${this.#all ? 'all' : ''}"
      part="circle"
      lang=${circle.title === strings.circle.title ? strings.$lang : nothing}
      aria-labelledby="title"
    >
      ${heading(level, circle.title, 'title', { part: true })} ${circle.summary && html`<p>${circle.summary}</p>`}
      ${printing ? html`<div class="picture">${this.#export.draw(journey, themePalette)}</div>` : nothing}
      <div class="map" @keydown=${this.#onKeydown}>
        <div class="ruler"></div>
        <svg class="road" aria-hidden="true"></svg>
        <span class="traveler" aria-hidden="true"></span>
        <span class="cup" aria-hidden="true"
          ><span><span class="level"></span></span
        ></span>
        ${stopsView({ ...state, level: level + 1 })}
      </div>
      ${controlsView({
        ...state,
        walking,
        all: this.#all,
        toggleWalk: walking ? stop : start,
        toggleAll: () => {
          this.#all = !this.#all;
          this.requestUpdate();
        },
      })}
      ${toolsView(strings, {
        print: () => this.#print.whilePrinting(() => this.#export.print(journey, CircleDiagram.styles)),
        saveSvg: () => this.#export.saveSvg(journey),
        savePng: (scale) => this.#export.savePng(journey, scale),
      })}
      ${circle.attribution && html`<p class="small">${circle.attribution}</p>`}
      ${circle.named ? html`<p class="small">${strings.notAffiliated}</p>` : nothing}
      ${printing ? notesView(strings) : nothing}
    </section>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.model) return;
    const id = this.#stops[this.#index]?.id ?? null;
    const first = this.#reportedStep === undefined;
    const moved = !first && id !== this.#reportedStep;
    this.#reportedStep = id;
    if (this.hash && !this.#hashWasOn) this.#fragment.read();
    this.#hashWasOn = this.hash;
    if (first || moved) this.#publishStep();
    if (moved) {
      const arc = this.model.circle.arcs.find(({ stops }) => stops.some((stop) => stop.id === id));
      this.dispatchEvent(new HavenStepEvent({ id, index: this.#index, arc: arc?.id ?? null }));
    }
  }

  get #stops(): readonly Stop[] {
    return this.model ? walk(this.model.circle) : [];
  }

  /** Index of the chosen stop in path order; -1 is home. */
  get #index(): number {
    return this.#stops.findIndex(({ id }) => id === this.step);
  }

  #go(index: number): void {
    if (index >= -1 && this.model) this.step = this.#stops[index]?.id ?? null;
  }

  /** A visitor who chooses a stop ends the guided walk. */
  #choose = (index: number): void => {
    this.#walk.stop();
    this.#go(index);
  };

  /** Passes the step on to the page's fragment and to the element that `for` names. */
  #publishStep(): void {
    const { step } = this;
    const target = document.getElementById(this.for ?? '');
    if (step === null) target?.removeAttribute('step');
    else target?.setAttribute('step', step);
    if (this.hash) this.#fragment.write(step);
  }

  #onKeydown = (event: KeyboardEvent): void => {
    const stops = [...this.renderRoot.querySelectorAll<HTMLElement>('.stop')];
    const index = stops.indexOf(event.target as HTMLElement);
    const forward = getComputedStyle(this).direction === 'rtl' ? -1 : 1;
    const offset = { ArrowRight: forward, ArrowLeft: -forward, ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stop = offset && stops[index + offset];
    if (index < 0 || !stop || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    stop.focus();
    this.#choose(index + offset);
  };
}
