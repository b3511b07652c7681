import type { ReactiveController } from 'lit';
import type { HydratingHost } from '../../foundation/controllers/hydrating-host.js';
import { MediaQueryController } from '../../foundation/controllers/media-query-controller.js';
import { ResizeController } from '../../foundation/controllers/resize-controller.js';
import { cupLevel, type Circle, type CircleView } from '../model/circle.js';
import {
  ringLayout,
  ringRoom,
  type Point,
  type RingLayout,
  type RingSpace,
  type Size,
} from '../model/circle-layout.js';
import { roadPaths } from '../model/circle-picture.js';
import { pathElements, themePalette } from '../picture.view.js';

/** What the ring shows. */
export interface RingState {
  readonly circle: Circle;
  /** Index of the chosen stop in path order; -1 is home. */
  readonly index: number;
  /** `list` never makes a ring, `ring` makes one wherever nothing touches, `auto` wherever it reads well. */
  readonly view: CircleView;
  /** BCP 47 code of the text: fonts and line breaks depend on it. */
  readonly locale: string;
}

/** With `auto`, columns narrower than this read better as a list; in text heights. */
const minColumnWidth = 5.5;
/** With `auto`, labels higher than this read better as a list; in text heights. */
const maxLabelHeight = 9.3;

const travelTime = 450;
const travelSteps = 24;

const px = (pixels: number): string => `${pixels}px`;
const position = ({ x, y }: Point): string => `${px(x)} ${px(y)}`;

const sizeOf = ({ offsetWidth, offsetHeight, scrollWidth }: HTMLElement): Size => ({
  width: Math.max(offsetWidth, scrollWidth),
  height: offsetHeight,
});

const maxHeight = (elements: readonly HTMLElement[]): number =>
  Math.max(...elements.map(({ offsetHeight }) => offsetHeight));

/** Sets a custom property on each element to its own value. */
const setEach = (elements: readonly HTMLElement[], property: string, values: readonly string[]): void =>
  elements.forEach(({ style }, index) => style.setProperty(property, values[index] as string));

/** Sets a custom property on each element to the same value. */
const setAll = (elements: readonly HTMLElement[], property: string, value: string): void =>
  elements.forEach(({ style }) => style.setProperty(property, value));

/** The elements of the map that a ring moves. */
function partsOf(map: HTMLElement) {
  const all = (selector: string): HTMLElement[] => [...map.querySelectorAll<HTMLElement>(selector)];
  return { arcs: all('.arc'), labels: all('.stop'), names: all('.name'), panels: all('.panel'), cups: all('.cup') };
}

/** Moves the parts of the map to their places, and draws the road. */
function applyLayout(map: HTMLElement, layout: RingLayout, em: number): void {
  const { labels, names, panels, cups } = partsOf(map);
  setEach(labels, '--at', layout.labels.map(position));
  setEach(names, '--at', layout.names.map(position));
  setAll(cups, '--at', position(layout.cup));
  setAll(panels, '--at', position(layout.panel ?? { x: 0, y: layout.height + em }));
  const waypoints = layout.labels.map((box, index) => {
    const { x, y } = layout.at(layout.places[index] as number);
    return position({ x: x - box.x, y: y - box.y });
  });
  setEach(labels, '--dot', waypoints);
  let height = layout.height;
  if (!layout.panel) {
    // The panel is below the ring and has its whole width.
    map.style.setProperty('--panel', px(layout.width));
    height += em + maxHeight(panels);
  }
  map.style.setProperty('--height', px(height));
  map.classList.add('placed');
  const road = map.querySelector('svg');
  road?.setAttribute('viewBox', `0 0 ${layout.width} ${layout.height}`);
  road?.replaceChildren(...pathElements(roadPaths(layout), themePalette));
}

/**
 * Arranges the host's `.map` as a ring where there is room for one, fills the cup, and moves the traveler along the road.
 * A ring and a list have the same elements, so the focus stays where it is when one becomes the other.
 *
 * The map starts with a `.ruler`: an element of its width, whose height is the length of a short text. A change of its size
 * shows that the width, the font or the text spacing has changed.
 */
export class RingController implements ReactiveController {
  #layout: RingLayout | undefined;
  /** Everything that the current layout depends on. */
  #layoutKey = '';
  /** Place of the traveler on the road; see `RingLayout.places`. */
  #place = 0;
  /** Id of the stop that the traveler is at: `null` at home, `undefined` before the first rendering. */
  #stopId: string | null | undefined;
  #resize: ResizeController;
  #reducedMotion: MediaQueryController;

  /** @param state - returns what the ring shows, or `undefined` when nothing is rendered */
  constructor(
    private readonly host: HydratingHost & HTMLElement,
    private readonly state: () => RingState | undefined,
  ) {
    host.addController(this);
    this.#resize = new ResizeController(host, () => this.#rearrange());
    this.#reducedMotion = new MediaQueryController(host, '(prefers-reduced-motion: reduce)');
  }

  hostConnected(): void {
    this.#fonts?.addEventListener('loadingdone', this.#onFontsLoaded);
  }

  hostDisconnected(): void {
    this.#fonts?.removeEventListener('loadingdone', this.#onFontsLoaded);
  }

  hostUpdated(): void {
    const state = this.state();
    const map = this.#map;
    if (!state || !map) return;
    const { circle, index } = state;
    map.style.setProperty('--level', `${(1 - cupLevel(circle, index)) * 100}%`);
    this.#resize.observe(map.firstElementChild as Element);
    const stopId = circle.arcs.flatMap(({ stops }) => stops)[index]?.id ?? null;
    const chosenAnew = this.#stopId !== undefined && this.#stopId !== stopId;
    this.#stopId = stopId;
    this.#arrange(map, state);
    this.#moveTraveler(map, index, chosenAnew);
  }

  /** jsdom has no fonts. */
  get #fonts(): FontFaceSet | undefined {
    return (document as Partial<Document>).fonts;
  }

  get #map(): HTMLElement | null | undefined {
    return this.host.shadowRoot?.querySelector<HTMLElement>('.map');
  }

  #onFontsLoaded = (): void => {
    this.#layoutKey = '';
    this.#rearrange();
  };

  #rearrange(): void {
    const state = this.state();
    const map = this.#map;
    if (!state || !map) return;
    this.#arrange(map, state);
    this.#moveTraveler(map, state.index, false);
  }

  #arrange(map: HTMLElement, { circle, view, locale }: RingState): void {
    const { fontSize, direction } = getComputedStyle(map);
    const width = map.offsetWidth;
    const em = parseFloat(fontSize);
    const rtl = direction === 'rtl';
    const textLength = (map.firstElementChild as HTMLElement).offsetHeight;
    const layoutKey = JSON.stringify([circle, width, em, textLength, rtl, view, locale]);
    if (layoutKey === this.#layoutKey || !width) return;
    this.#layoutKey = layoutKey;
    map.classList.remove('ring', 'placed');
    this.#layout = this.#measure(map, view, { width, em, rtl, counts: circle.arcs.map(({ stops }) => stops.length) });
    map.classList.toggle('ring', !!this.#layout);
    if (this.#layout) applyLayout(map, this.#layout, em);
  }

  /** Measures the content in the room that a ring would give it. Returns `undefined` where a list is shown. */
  #measure(map: HTMLElement, view: CircleView, space: RingSpace): RingLayout | undefined {
    const { width, em } = space;
    const room = ringRoom(space);
    if (view === 'list' || (view === 'auto' && Math.min(width / 5, ...room.columns) < minColumnWidth * em))
      return undefined;
    map.classList.add('ring');
    const { arcs, labels, names, panels } = partsOf(map);
    setEach(arcs, '--room', room.columns.map(px));
    setEach(names, '--room', room.names.map(px));
    map.style.setProperty('--panel', px(room.panel));
    const labelSizes = labels.map(sizeOf);
    if (view === 'auto' && labelSizes.some(({ height }) => height > maxLabelHeight * em)) return undefined;
    return ringLayout(space, { labels: labelSizes, names: names.map(sizeOf), panel: maxHeight(panels) });
  }

  /**
   * Moves the traveler to the chosen stop.
   *
   * @param animated - whether it travels along the road; with reduced motion it never does
   */
  #moveTraveler(map: HTMLElement, index: number, animated: boolean): void {
    const layout = this.#layout;
    const traveler = map.querySelector<HTMLElement>('.traveler');
    if (!layout || !traveler) return;
    // From the way back, home is at the road's end; from there the next walk starts at its beginning.
    const origin = this.#place % 4;
    const destination = layout.places[index] ?? (this.#place > 2 ? 4 : 0);
    this.#place = destination;
    traveler.style.setProperty('--at', position(layout.at(destination)));
    if (!animated || this.#reducedMotion.matches) return;
    const translate = Array.from({ length: travelSteps + 1 }, (_, step) =>
      position(layout.at(origin + ((destination - origin) * step) / travelSteps)),
    );
    traveler.animate({ translate }, { duration: travelTime, easing: 'ease-in-out' });
  }
}
