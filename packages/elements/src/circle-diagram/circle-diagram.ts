import { html, nothing, type TemplateResult } from 'lit/html.js';
import {
  base,
  button,
  buttonDisabled,
  buttonPrimary,
  buttonQuiet,
  card,
  details,
  heading as headings,
  list,
  listPlain,
  notice,
  themeColor,
  themeColorForced,
  themeCompanion,
  themeCompanionForced,
  themeDisabled,
  themeFill,
  themeMotion,
  themeSize,
  themeTransition,
} from '@havenkit/tokens/styles';
import type { RawConfiguration, Reading } from '../foundation/configuration.js';
import { fileName } from '../foundation/file-name.js';
import { HavenElement } from '../foundation/haven-element.js';
import { heading } from '../foundation/heading.js';
import { saveFile } from '../foundation/save-file.js';
import { wordsFor, type Words } from '../foundation/strings.js';
import { circleText, cupLevel, parseCircle, readingTime, viewValues, walk, type Circle, type Stop } from './circle.js';
import { styles } from './circle-diagram.styles.js';
import { circlePicture } from './circle-picture.js';
import { en, type CircleDiagramStrings } from './locales/en.js';
import { exportPalette, measureWith, paintPicture, pictureElement, themePalette } from './picture.view.js';
import { Ring } from './ring.view.js';
import { HavenStepEvent } from './step-event.js';
import { stopsView } from './stops.view.js';

export { HavenStepEvent, type StepDetail } from './step-event.js';
export { viewValues } from './circle.js';
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
  readonly words: Words<CircleDiagramStrings>;
}

/**
 * What a child needs when going out to explore and when coming back: a road from home and back to it, with a stop for
 * each need. It works as well by ear and keyboard as by eye, and can be printed and taken along.
 *
 * @tag haven-circle-diagram
 * @tagname haven-circle-diagram
 *
 * @attr {string} step - id of the chosen stop; reflected. Default: none, at home. An id that no stop has is told and counts as none
 * @attr {'auto' | 'ring' | 'list'} view - `ring`, `list`, or `auto` (default): a ring where it is comfortable. Even with `ring` the
 * list is shown where labels would touch. Anything else is told and counts as `auto`
 * @attr {boolean} hash - whether the step follows the page's `#fragment`, and the fragment the step. Default: it does not
 * @attr {string} for - id of an element on the page whose `step` attribute follows this one, such as the same circle in
 * another language. Default: none
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
  static override readonly styles =
    themeColor +
    themeColorForced +
    themeFill +
    themeCompanion +
    themeCompanionForced +
    themeDisabled +
    themeTransition +
    themeMotion +
    themeSize +
    base +
    card +
    headings +
    button +
    buttonPrimary +
    buttonQuiet +
    buttonDisabled +
    list +
    listPlain +
    notice +
    details +
    styles;

  #shown: Shown | undefined;
  #ring = new Ring();
  #all = false;
  #printing = false;
  #walking: ReturnType<typeof setTimeout> | undefined;
  #resized = new ResizeObserver(() => this.#arrange());

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'step', 'view', 'hash', 'for'];
  }

  /** Id of the chosen stop, or `null` at home. An id that no stop has is kept, told, and counts as `null`. */
  get step(): string | null {
    return this.getAttribute('step');
  }

  set step(step: string | null) {
    if (step == null) this.removeAttribute('step');
    else this.setAttribute('step', step);
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

  protected override connected(signal: AbortSignal): void {
    const until = { signal };
    addEventListener('hashchange', () => this.#readHash(), until);
    addEventListener('beforeprint', () => this.#print(true), until);
    addEventListener('afterprint', () => this.#print(false), until);
    document.fonts.addEventListener('loadingdone', () => this.#arrange('fonts'), until);
    signal.addEventListener('abort', () => {
      this.#pause();
      this.#resized.disconnect();
    });
  }

  protected override parse(raw: RawConfiguration, reading: Reading): Shown {
    const words = wordsFor<CircleDiagramStrings>(this, 'circle-diagram', en);
    const circle = parseCircle(raw, reading, words.circle);
    const stops = walk(circle);
    const index = stops.findIndex(({ id }) => id === this.step);
    if (this.step && index < 0) reading.report('step', 'the id of a stop');
    const wish = this.getAttribute('view') || 'auto';
    const view = viewValues.find((value) => value === wish);
    if (!view) reading.report('view', `one of ${viewValues.join(', ')}`);
    return { circle, stops, index, stop: stops[index], view: view ?? 'auto', hash: this.hasAttribute('hash'), words };
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
      ${heading(level, circle.title, 'title', true)} ${circle.summary && html`<p>${circle.summary}</p>`}
      ${this.#printing ? html`<div class="picture">${this.#picture(themePalette, shown)}</div>` : nothing}
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
        this.#printing
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

  protected override rendered(shown: Shown): void {
    const before = this.#shown;
    this.#shown = shown;
    const { circle, index } = shown;
    const map = this.#map;
    map.classList.toggle('all', this.#all);
    map.style.setProperty('--level', `${(1 - cupLevel(circle, index)) * 100}%`);
    this.#resized.observe(map.firstElementChild as Element);
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
    const target = document.getElementById(this.getAttribute('for') ?? '');
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

  #print(printing: boolean): void {
    this.#printing = printing;
    this.performUpdate();
  }

  /** Prints the hand-out alone, from a frame that holds nothing else. */
  #printOut(): void {
    this.#print(true);
    const frame = document.createElement('iframe');
    frame.hidden = true;
    const { shadowRoot } = this as unknown as { shadowRoot: ShadowRoot };
    shadowRoot.append(frame);
    const view = frame.contentWindow as Window & typeof globalThis;
    const sheet = view.document;
    const { circle, words } = this.#shown as Shown;
    const style = getComputedStyle(this);
    sheet.title = circle.title;
    sheet.documentElement.lang = words.$lang;
    for (const name of ['direction', 'font-family', '--haven-brand'])
      sheet.body.style.setProperty(name, style.getPropertyValue(name));
    const css = new view.CSSStyleSheet();
    css.replaceSync((this.constructor as typeof CircleDiagram).styles);
    const root = sheet.body.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [css];
    root.append(sheet.importNode(shadowRoot.querySelector('section') as Element, true));
    view.addEventListener('afterprint', () => frame.remove());
    view.print();
    this.#print(false);
  }
}
