import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { oneOf, type RawConfiguration, type Reading } from '../foundation/configuration/readers.js';
import { PrintController } from '../foundation/controllers/print-controller.js';
import { HavenElement } from '../foundation/element/haven-element.js';
import { heading } from '../foundation/views/heading.js';
import type { CircleDiagramConfiguration } from './configuration.js';
import { circleSvg, drawCircle, type CircleContent } from './browser/circle-export.js';
import { styles } from './circle-diagram.styles.js';
import { FragmentController } from './controllers/fragment-controller.js';
import { RingController } from './controllers/ring-controller.js';
import { ToolsController } from './controllers/tools-controller.js';
import { en } from './locales/en.js';
import { parseCircle, readingTime, viewValues, walk, whatFollows, type CircleView, type Stop } from './model/circle.js';
import { themePalette } from './picture.view.js';
import { HavenStepEvent } from './step-event.js';
import { stopsView } from './stops.view.js';
import { notesView, toolsView } from './tools.view.js';

export { HavenStepEvent, type StepDetail } from './step-event.js';
export { viewValues } from './model/circle.js';
export type { CircleDiagramConfiguration } from './configuration.js';
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
export class CircleDiagram extends HavenElement<Journey, CircleDiagramConfiguration> {
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
   * `list`, or `auto` (default) and `ring`: a wide or a compact ring, by the room there is. Where text is so large that a compact
   * ring cannot hold a label, they show the list, too. Other values are reported, and `auto` is used.
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
  /** Ends the time to read a stop during the guided walk. */
  #walkTimer: ReturnType<typeof setTimeout> | undefined;
  #print = new PrintController(this, () => {
    this.requestUpdate();
    this.performUpdate();
  });
  #tools = new ToolsController(this, this.#print);
  #fragment = new FragmentController(
    this,
    () => (this.hash ? this.#stops.map(({ id }) => id) : []),
    (id) => (this.step = id),
  );

  #ring = new RingController(
    this,
    () =>
      this.model && {
        circle: this.model.circle,
        index: this.#index,
        view: this.#all ? 'list' : this.model.view,
        locale: this.model.strings.$locale,
      },
  );

  constructor() {
    super();
    this.step = null;
    this.hash = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#pause();
  }

  /** Goes to the next stop; from the last one home. */
  next(): void {
    this.#go(this.#index + 1);
  }

  /** Goes back to the previous stop; from the first one home. At home nothing happens. */
  previous(): void {
    this.#go(this.#index - 1);
  }

  /** Returns the circle as a self-contained SVG document. Before the first rendering it is empty. */
  toSVG(): string {
    return this.model ? circleSvg(this, this.model) : '';
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
    const options = { strings, level: level + 1, chosen: this.#index, choose: this.#choose };
    return html`<section
      class="card ${this.#all ? 'all' : ''}"
      part="circle"
      lang=${circle.title === strings.circle.title ? strings.$lang : nothing}
    >
      ${heading(level, circle.title, 'title', 'title')} ${circle.summary && html`<p>${circle.summary}</p>`}
      ${this.#print.printing ? html`<div class="picture">${drawCircle(this, journey, themePalette())}</div>` : nothing}
      <div class="stage">
        <div class="ruler"></div>
        <div class="map" @keydown=${this.#onKeydown}>
          <svg class="road" aria-hidden="true"></svg>
          <span class="traveler" aria-hidden="true"></span>
          <span class="cup" aria-hidden="true"
            ><span><span class="level"></span></span
          ></span>
          ${stopsView(circle, options)}
        </div>
      </div>
      ${this.#controlsView(journey)} ${toolsView(journey, this.#tools)}
      ${circle.attribution && html`<p class="small">${circle.attribution}</p>`}
      ${circle.named ? html`<p class="small">${strings.notAffiliated}</p>` : nothing}
      ${this.#print.printing ? notesView(strings.notes) : nothing}
      <p class="aloud" aria-live="polite" aria-atomic="true" lang=${strings.$lang}>${this.#status(journey)}</p>
    </section>`;
  }

  /** The buttons below the map. */
  #controlsView({ circle, strings }: Journey): TemplateResult {
    const index = this.#index;
    const { length } = walk(circle);
    const walking = !!this.#walkTimer;
    return html`<div class="controls" lang=${strings.$lang}>
      <div class="steps">
        <button type="button" aria-disabled=${index < 0} @click=${() => this.#choose(index - 1)}>
          ${strings.previous}
        </button>
        <p class="step" aria-hidden="true">${index < 0 ? strings.start : strings.step(index + 1, length)}</p>
        <button type="button" class="primary" @click=${() => this.#choose(index + 1)}>
          ${index === length - 1 ? strings.backToStart : strings.following}
        </button>
      </div>
      <div class="more">
        <button type="button" class="quiet" @click=${walking ? this.#pause : this.#startWalk}>
          ${walking ? strings.pause : strings.walk}
        </button>
        <button type="button" class="quiet" aria-pressed=${this.#all} @click=${this.#toggleAll}>${strings.all}</button>
      </div>
    </div>`;
  }

  /** What is announced: what became of a download or of printing, otherwise the step. */
  #status({ circle, strings }: Journey): string {
    const outcome = this.#tools.outcome.current;
    if (outcome) return strings[outcome];
    const index = this.#index;
    const stops = walk(circle);
    const stop = stops[index];
    if (!stop) return `${strings.start}: ${circle.base.label}`;
    const step = `${strings.step(index + 1, stops.length)}: ${stop.label}`;
    // The next button has another name now, which a screen reader does not read by itself.
    return index === stops.length - 1 ? `${step}. ${whatFollows(circle, index, strings)}` : step;
  }

  /** `updateComplete` waits for the ring. */
  protected override async scheduleUpdate(): Promise<void> {
    void super.scheduleUpdate();
    await this.#ring.arranged;
  }

  /** The circle is ready when the ring is. */
  protected override firstUpdated(changed: PropertyValues): void {
    void this.#ring.arranged?.then(() => super.firstUpdated(changed));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.model) return;
    const index = this.#index;
    const stop = this.#stops[index];
    const id = stop?.id ?? null;
    if (this.hash && !this.#hashWasOn) this.#fragment.read();
    this.#hashWasOn = this.hash;
    const previous = this.#reportedStep;
    if (id === previous) return;
    this.#reportedStep = id;
    this.#publish(this.step);
    if (previous === undefined) return;
    const arc = this.model.circle.arcs.find(({ stops }) => stops.includes(stop as Stop));
    this.dispatchEvent(new HavenStepEvent({ id, index, arc: arc?.id ?? null }));
  }

  get #stops(): readonly Stop[] {
    return this.model ? walk(this.model.circle) : [];
  }

  /** Index of the chosen stop in path order; -1 is home. */
  get #index(): number {
    return this.#stops.findIndex(({ id }) => id === this.step);
  }

  #go(index: number): void {
    if (index < -1 || !this.model) return;
    this.#tools.outcome.clear();
    this.step = this.#stops[index]?.id ?? null;
  }

  #toggleAll = (): void => {
    this.#all = !this.#all;
    this.requestUpdate();
  };

  /** The guided walk: goes to the next stop now, and to each following one after the time to read. */
  #startWalk = (): void => {
    this.next();
    const stop = this.#stops[this.#index];
    this.#walkTimer = stop && setTimeout(this.#startWalk, readingTime(stop));
    this.requestUpdate();
  };

  #pause = (): void => {
    clearTimeout(this.#walkTimer);
    this.#walkTimer = undefined;
    this.requestUpdate();
  };

  /** A visitor who chooses a stop ends the guided walk, and sees the text of the stop. */
  #choose = async (index: number): Promise<void> => {
    this.#pause();
    this.#go(index);
    await this.updateComplete;
    this.renderRoot.querySelector('.shown .panel')?.scrollIntoView({ block: 'nearest' });
  };

  /** Passes the step on to the page's fragment and to the element that `for` names. */
  #publish(step: string | null): void {
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
    void this.#choose(index + offset);
  };
}
