import type { ReactiveController } from 'lit';
import type { HydratingHost } from '../../foundation/controllers/hydrating-host.js';
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
import { pathElement, themePalette } from '../picture.view.js';
import { toJson } from '../../foundation/formats/json.js';

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

/** A host that renders the map and the ruler. */
type RingHost = HydratingHost & { readonly renderRoot: ParentNode };

/** With `auto`, columns narrower than this read better as a list; in text heights. */
const minColumnWidth = 5.5;
/** With `auto`, labels higher than this read better as a list; in text heights. */
const maxLabelHeight = 9.3;

const travelTime = 450;
const travelSteps = 24;

const px = (pixels = 0): string => `${pixels}px`;
const position = ({ x, y }: Point): string => `${px(x)} ${px(y)}`;

const findAll = (map: HTMLElement, selector: string): HTMLElement[] => [...map.querySelectorAll<HTMLElement>(selector)];

/** Sets a custom property on each element of the map that matches a selector. */
const setEach = (map: HTMLElement, selector: string, property: string, value: (index: number) => string): void =>
  findAll(map, selector).forEach(({ style }, index) => style.setProperty(property, value(index)));

const sizesOf = (map: HTMLElement, selector: string): Size[] =>
  findAll(map, selector).map(({ offsetWidth, offsetHeight }) => ({ width: offsetWidth, height: offsetHeight }));

const panelHeight = (map: HTMLElement): number => Math.max(...sizesOf(map, '.panel').map(({ height }) => height));

/** Measures the content in the room that a ring would give it. Returns `undefined` where a list is shown. */
function measure(map: HTMLElement, view: CircleView, space: RingSpace): RingLayout | undefined {
  const { width, em } = space;
  const room = ringRoom(space);
  if (view === 'list' || (view === 'auto' && Math.min(width / 5, ...room.columns) < minColumnWidth * em))
    return undefined;
  map.classList.add('ring');
  setEach(map, '.arc', '--room', (arc) => px(room.columns[arc]));
  setEach(map, '.name', '--room', (index) => px(room.names[index]));
  map.style.setProperty('--panel', px(room.panel));
  const labels = sizesOf(map, '.stop');
  if (view === 'auto' && labels.some(({ height }) => height > maxLabelHeight * em)) return undefined;
  return ringLayout(space, { labels, names: sizesOf(map, '.name'), panel: panelHeight(map) });
}

/** Moves the labels, the names and the cup to their places, and draws the road. */
function applyLayout(map: HTMLElement, layout: RingLayout): void {
  const { width, height, labels, names, cup, panel, panelInside, places } = layout;
  setEach(map, '.stop', '--at', (index) => position(labels[index] as Point));
  setEach(map, '.stop', '--waypoint', (index) => {
    const { x, y } = layout.at(places[index] as number);
    const label = labels[index] as Point;
    return position({ x: x - label.x, y: y - label.y });
  });
  setEach(map, '.name', '--at', (index) => position(names[index] as Point));
  setEach(map, '.cup', '--at', () => position(cup));
  map.style.setProperty('--panel', px(panel.width));
  const road = map.querySelector('svg');
  road?.setAttribute('viewBox', `0 0 ${width} ${panelInside ? height : panel.y + panelHeight(map)}`);
  road?.replaceChildren(...roadPaths(layout, themePalette()).map(pathElement));
}

/**
 * Arranges the host's `.map` as a ring where there is room for one, fills the cup, and moves the traveler along the road.
 * A ring and a list have the same elements, so the focus stays where it is when one becomes the other.
 *
 * The `.ruler` before the map is as wide as the map and as high as a short text is long. A change of its size shows that the
 * width, the font or the text spacing has changed.
 */
export class RingController implements ReactiveController {
  #layout: RingLayout | undefined;
  /** Everything that the current layout depends on; `undefined` before the first one. */
  #layoutKey: string | undefined;
  /** Place of the traveler on the road; see `RingLayout.places`. */
  #place = 0;
  #host: RingHost;
  #state: () => RingState | undefined;
  #resize: ResizeController;

  /** @param state - returns what the ring shows, or `undefined` when nothing is rendered */
  constructor(host: RingHost, state: () => RingState | undefined) {
    this.#host = host;
    this.#state = state;
    host.addController(this);
    this.#resize = new ResizeController(host, () => this.hostUpdated());
  }

  hostConnected(): void {
    this.#fonts?.addEventListener('loadingdone', this.#onFontsLoaded);
  }

  hostDisconnected(): void {
    this.#fonts?.removeEventListener('loadingdone', this.#onFontsLoaded);
  }

  hostUpdated(): void {
    const state = this.#state();
    const map = this.#host.renderRoot.querySelector<HTMLElement>('.map');
    if (!state || !map) return;
    const { circle, index } = state;
    setEach(map, '.level', 'translate', () => `0 ${(1 - cupLevel(circle, index)) * 100}%`);
    const arranged = this.#arrange(map, state);
    if (this.#layout) this.#showStop(map, this.#layout, index, !arranged);
  }

  /** jsdom has no fonts. */
  get #fonts(): FontFaceSet | undefined {
    return (document as Partial<Document>).fonts;
  }

  #onFontsLoaded = (): void => {
    this.#layoutKey &&= '';
    this.hostUpdated();
  };

  /** Arranges the map if anything that the layout depends on has changed. Returns whether it has. */
  #arrange(map: HTMLElement, { circle, view, locale }: RingState): boolean {
    const ruler = map.previousElementSibling as HTMLElement;
    this.#resize.observe(ruler);
    // The map is hidden for the first measurement: laying it out as a list before it becomes a ring would double the work.
    map.hidden = this.#layoutKey === undefined && !this.#host.hydrating;
    const { fontSize, direction } = getComputedStyle(ruler);
    const { offsetWidth: width, offsetHeight: textLength } = ruler;
    map.hidden = false;
    const em = parseFloat(fontSize);
    const rtl = direction === 'rtl';
    const layoutKey = toJson([circle, width, em, textLength, rtl, view, locale]);
    if (layoutKey === this.#layoutKey || !width) return false;
    this.#layoutKey = layoutKey;
    this.#layout = measure(map, view, { width, em, rtl, counts: circle.arcs.map(({ stops }) => stops.length) });
    map.classList.toggle('ring', !!this.#layout);
    if (this.#layout) applyLayout(map, this.#layout);
    return true;
  }

  /**
   * Moves the traveler and the panel to their places.
   *
   * @param animated - whether the traveler moves along the road; with reduced motion it never does
   */
  #showStop(map: HTMLElement, layout: RingLayout, index: number, animated: boolean): void {
    // Other panels are invisible; moving all of them would double the number of elements to style again.
    setEach(map, '.shown', '--at', () => position(layout.panel));
    const destination = layout.places[index] ?? (this.#place > 2 ? 4 : 0);
    // From the way back, home is at the road's end; from there the next walk starts at its beginning.
    const origin = this.#place % 4;
    const moved = destination !== this.#place;
    this.#place = destination;
    setEach(map, '.traveler', '--at', () => position(layout.at(destination)));
    if (!moved || !animated || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const translate = [...Array(travelSteps + 1).keys()].map((step) =>
      position(layout.at(origin + ((destination - origin) * step) / travelSteps)),
    );
    map.querySelector('.traveler')?.animate({ translate }, { duration: travelTime, easing: 'ease-in-out' });
  }
}
