import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { oneOf, type RawConfiguration, type Reading } from '../foundation/configuration/readers.js';
import { fileName } from '../foundation/formats/file-name.js';
import { PrintController } from '../foundation/controllers/print-controller.js';
import { ResizeController } from '../foundation/controllers/resize-controller.js';
import { HavenElement } from '../foundation/element/haven-element.js';
import { heading } from '../foundation/views/heading.js';
import { saveFile } from '../foundation/browser/save-file.js';
import type { Localized } from '../foundation/localization/strings.js';
import {
  circleText,
  cupLevel,
  parseCircle,
  readingTime,
  viewValues,
  walk,
  type Circle,
  type Stop,
} from './model/circle.js';
import { styles } from './circle-diagram.styles.js';
import { circlePicture } from './model/circle-picture.js';
import { en, type CircleDiagramStrings } from './locales/en.js';
import { exportPalette, measureWith, paintPicture, pictureElement, themePalette } from './picture.view.js';
import { Ring } from './ring.view.js';
import { HavenStepEvent } from './step-event.js';
import { stopsView } from './stops.view.js';

export { HavenStepEvent, type StepDetail } from './step-event.js';
export { viewValues } from './model/circle.js';
export type { CircleDiagramStrings } from './locales/en.js';

/** What is shown: a circle, and where on it the reader is. */
interface Shown {
  readonly circle: Circle;
  /** In path order. */
  readonly stops: readonly Stop[];
  /** Of the chosen stop; -1 is home. */
  readonly index: number;
  /** The chosen one; none at home. */
  readonly stop: Stop | undefined;
  readonly view: (typeof viewValues)[number];
  /** Whether the page's fragment follows. */
  readonly hash: boolean;
  readonly words: Localized<CircleDiagramStrings>;
}

/**
 * What a child needs when going out to explore and when coming back: a road from home and back to it, with a stop for
 * each need. It works as well by ear and keyboard as by eye, and can be printed and taken along.
 *
 * @tag haven-circle-diagram
 * @tagname haven-circle-diagram
 *
 * @slot - Shown without script: put the stops there as an ordered list. A `<script type="application/json">` child is read
 * as configuration.
 *
 * @csspart circle - the whole widget
 * @csspart title - the heading
 * @csspart panel - the words of the chosen stop
 * @csspart problem - the message for the site owner
 *
 * @cssprop {<color>} --haven-brand - the one brand colour; every other colour is derived from it
 *
 * @event {HavenReadyEvent} haven-ready - the first rendering is done; detail `{ version }`
 * @event {HavenErrorEvent} haven-error - configuration or loading failed; detail `{ code, message, path? }`
 * @event {HavenStepEvent} haven-step - another stop was chosen; detail `{ id, index, arc }`
 */
export class CircleDiagram extends HavenElement<Shown> {
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

  /** Whether the step follows the page's `#fragment`, and the fragment the step. Default: false. */
  declare hash: boolean;

  /**
   * Id of an element on the page whose `step` attribute follows this one, such as the same circle in another language. Default:
   * none.
   */
  declare for: string | null | undefined;

  #shown: Shown | undefined;
  #ring = new Ring();
  #all = false;
  #walking: ReturnType<typeof setTimeout> | undefined;
  #connection = new AbortController();
  #print = new PrintController(this, () => {
    this.requestUpdate();
    this.performUpdate();
  });
  #resize = new ResizeController(this, () => this.#arrange());

  constructor() {
    super();
    this.step = null;
    this.hash = false;
  }

  /** Goes on to the next stop; from the last one home. */
  next(): void {
    this.#go(this.#at + 1);
  }

  /** Goes back to the stop before; from the first one home. At home nothing happens. */
  previous(): void {
    this.#go(this.#at - 1);
  }

  /** The circle as an SVG document that stands for itself; empty before the first rendering. */
  toSVG(): string {
    return this.#shown ? new XMLSerializer().serializeToString(this.#picture()) : '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    addEventListener('hashchange', () => this.#readHash(), { signal });
    // jsdom has no fonts.
    const { fonts } = document as Partial<Document>;
    fonts?.addEventListener('loadingdone', () => this.#arrange('fonts'), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
    this.#pause();
  }

  protected override parse(raw: RawConfiguration, reading: Reading): Shown {
    const words = this.locale.strings('circle-diagram', en);
    const circle = parseCircle(raw, reading, words.circle);
    const stops = walk(circle);
    const index = stops.findIndex(({ id }) => id === this.step);
    if (this.step && index < 0) reading.report('step', 'the id of a stop');
    const view = oneOf(...viewValues)(this.view, 'view', reading) ?? 'auto';
    return { circle, stops, index, stop: stops[index], view, hash: this.hash, words };
  }

  protected override renderModel(shown: Shown): TemplateResult {
    const { circle, stops, index, stop, words } = shown;
    const { level } = this;
    const walking = !!this.#walking;
    return html`<section
      class="card"
      part="circle"
      lang=${circle.title === words.circle.title ? words.$lang : nothing}
      aria-labelledby="title"
    >
      ${heading(level, circle.title, 'title', { part: true })} ${circle.summary && html`<p>${circle.summary}</p>`}
      ${this.#print.printing ? html`<div class="picture">${this.#picture(themePalette, shown)}</div>` : nothing}
      <div class="map" @keydown=${(event: KeyboardEvent) => this.#key(event)}>
        <div class="ruler"></div>
        <svg class="road" aria-hidden="true"></svg>
        <span class="traveller" aria-hidden="true"></span>
        <span class="cup" aria-hidden="true"
          ><span><span class="level"></span></span
        ></span>
        ${stopsView(circle, words, level + 1, index, (chosen) => this.#choose(chosen))}
      </div>
      <div class="controls" lang=${words.$lang}>
        <button type="button" aria-disabled=${index < 0} @click=${() => this.#choose(index - 1)}>
          ${words.previous}
        </button>
        <button type="button" class="primary" @click=${() => this.#choose(index + 1)}>${words.following}</button>
        <button type="button" class="quiet" @click=${() => (walking ? this.#pause() : this.#walk())}>
          ${walking ? words.pause : words.walk}
        </button>
        <button type="button" class="quiet" aria-pressed=${this.#all} @click=${() => this.#toggleAll()}>
          ${words.all}
        </button>
        <p role="status">
          ${stop ? words.step(index + 1, stops.length) : circle.base.label}<span class="aloud"
            >${stop && `: ${stop.label}`}</span
          >
        </p>
      </div>
      <details class="tools" lang=${words.$lang}>
        <summary>${words.take}</summary>
        <div class="keep">
          <button type="button" @click=${() => this.#printOut()}>${words.print}</button>
          <button type="button" @click=${() => this.#savePng(2)}>${words.picture}</button>
          <button type="button" @click=${() => this.#savePng(4)}>${words.largePicture}</button>
          <button type="button" @click=${() => this.#saveSvg()}>${words.drawing}</button>
        </div>
      </details>
      ${circle.attribution && html`<p class="small">${circle.attribution}</p>`}
      ${circle.named ? html`<p class="small">${words.notAffiliated}</p>` : nothing}
      ${
        this.#print.printing
          ? html`<div class="notes">
              <p>${words.notes}</p>
              <hr />
              <hr />
              <hr />
              <hr />
            </div>`
          : nothing
      }
    </section>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const shown = this.model;
    if (!shown) return;
    const before = this.#shown;
    this.#shown = shown;
    const { circle, index } = shown;
    const map = this.#map;
    map.classList.toggle('all', this.#all);
    map.style.setProperty('--level', `${(1 - cupLevel(circle, index)) * 100}%`);
    this.#resize.observe(map.firstElementChild as Element);
    this.#arrange();
    const moved = before && before.stop?.id !== shown.stop?.id;
    this.#ring.move(map, index, !!moved);
    if (shown.hash && !before?.hash) this.#readHash();
    if (!before || moved) this.#follow();
    if (moved) {
      const arc = circle.arcs.find(({ stops }) => shown.stop && stops.includes(shown.stop));
      this.dispatchEvent(new HavenStepEvent({ id: shown.stop?.id ?? null, index, arc: arc?.id ?? null }));
    }
  }

  /** Index of the chosen stop, also where it is not on the page yet. */
  get #at(): number {
    return this.#shown?.stops.findIndex(({ id }) => id === this.step) ?? -1;
  }

  get #map(): HTMLElement {
    return this.shadowRoot?.querySelector('.map') as HTMLElement;
  }

  #arrange(state?: string): void {
    if (!this.#shown) return;
    const { circle, view, words, index } = this.#shown;
    this.#ring.arrange(this.#map, circle, this.#all ? 'list' : view, words.$locale + (state ?? ''));
    this.#ring.move(this.#map, index);
  }

  /** Chosen by a person: whoever walks along stops. */
  #choose(index: number): void {
    this.#pause();
    this.#go(index);
  }

  #go(index: number): void {
    if (index >= -1 && this.#shown) this.step = this.#shown.stops[index]?.id ?? null;
  }

  /** Lets the page's fragment and the other element follow. */
  #follow(): void {
    const { step } = this;
    const target = document.getElementById(this.for ?? '');
    if (step === null) target?.removeAttribute('step');
    else target?.setAttribute('step', step);
    if (!this.#shown?.hash) return;
    // Not by the fragment alone: that would be one of the page's <base>.
    const [page = ''] = location.href.split('#');
    try {
      if (step !== null || this.#hashStep)
        history.replaceState(history.state, '', page + (step === null ? '' : `#${step}`));
    } catch {
      // A frame without an address of its own.
    }
  }

  /** Id of the stop that the page's fragment names. */
  get #hashStep(): string | undefined {
    const { hash, stops = [] } = this.#shown ?? {};
    return stops.find(({ id }) => hash && new URL(`#${id}`, location.href).hash === location.hash)?.id;
  }

  #readHash(): void {
    this.step = this.#hashStep ?? this.step;
  }

  #key(event: KeyboardEvent): void {
    const stops = [...this.#map.querySelectorAll<HTMLElement>('.stop')];
    const at = stops.indexOf(event.target as HTMLElement);
    const rtl = getComputedStyle(this.#map).direction === 'rtl' ? -1 : 1;
    const way = { ArrowRight: rtl, ArrowLeft: -rtl, ArrowDown: 1, ArrowUp: -1 }[event.key];
    const to = way && stops[at + way];
    if (at < 0 || !to || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    to.focus();
    this.#choose(at + way);
  }

  #walk(): void {
    const next = this.#at + 1;
    const stop = this.#shown?.stops[next];
    this.#go(next);
    this.#walking = stop && setTimeout(() => this.#walk(), readingTime(stop));
    this.requestUpdate();
  }

  #pause(): void {
    clearTimeout(this.#walking);
    this.#walking = undefined;
    this.requestUpdate();
  }

  #toggleAll(): void {
    this.#all = !this.#all;
    this.requestUpdate();
  }

  #picture(palette = exportPalette(this.#map), { circle, words } = this.#shown as Shown): SVGElement {
    const { fontFamily, direction } = getComputedStyle(this);
    const picture = circlePicture(circle, direction === 'rtl', measureWith(fontFamily));
    return pictureElement(picture, palette, fontFamily, circle.title, circleText(circle, words));
  }

  #save(content: Blob | null, extension: string): void {
    if (content) saveFile(content, fileName(this.#shown?.circle.title ?? '', 'circle', extension));
  }

  #saveSvg(): void {
    this.#save(new Blob([this.toSVG()], { type: 'image/svg+xml' }), 'svg');
  }

  #savePng(scale: number): void {
    paintPicture(this.#picture(), scale).toBlob((blob) => this.#save(blob, 'png'));
  }

  /** Prints the hand-out alone, from a frame that holds nothing else. */
  #printOut(): void {
    this.#print.whilePrinting(() => {
      const frame = document.createElement('iframe');
      frame.hidden = true;
      this.renderRoot.append(frame);
      const view = frame.contentWindow as Window & typeof globalThis;
      const sheet = view.document;
      const { circle, words } = this.#shown as Shown;
      const style = getComputedStyle(this);
      sheet.title = circle.title;
      sheet.documentElement.lang = words.$lang;
      for (const name of ['direction', 'font-family', '--haven-brand'])
        sheet.body.style.setProperty(name, style.getPropertyValue(name));
      const css = new view.CSSStyleSheet();
      css.replaceSync(CircleDiagram.styles.map(({ cssText }) => cssText).join('\n'));
      const root = sheet.body.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [css];
      root.append(sheet.importNode(this.renderRoot.querySelector('section') as Element, true));
      view.addEventListener('afterprint', () => frame.remove());
      view.print();
    });
  }
}
