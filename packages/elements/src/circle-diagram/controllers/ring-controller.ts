import type { ReactiveController } from 'lit';
import type { HydratingHost } from '../../foundation/controllers/hydrating-host.js';
import { ResizeController } from '../../foundation/controllers/resize-controller.js';
import { toJson } from '../../foundation/formats/json.js';
import { ringLayout, ringRoom, type RingLayout, type RingSpace } from '../model/circle-layout.js';
import { roadPaths } from '../model/circle-picture.js';
import { cupLevel, type Circle, type CircleView } from '../model/circle.js';
import { range, type Box, type Point, type Size } from '../model/road.js';
import { groundElements, pathElement, themePalette } from '../picture.view.js';

/** What the ring shows. */
export interface RingState {
  readonly circle: Circle;
  /** Index of the chosen stop in path order; -1 is home. */
  readonly index: number;
  /** `list` never makes a ring. */
  readonly view: CircleView;
  /** BCP 47 code of the text: fonts and line breaks depend on it. */
  readonly locale: string;
}

/** A host that renders the map and the ruler. */
type RingHost = HydratingHost & { readonly renderRoot: ParentNode };

/** A wide ring is at least this wide; in text heights. */
const minWideWidth = 35;
/** With labels higher than this, a compact ring reads better; in text heights. */
const maxLabelHeight = 6;

const travelTime = 400;
const travelSteps = 24;

const px = (pixels = 0): string => `${pixels}px`;
const position = ({ x, y }: Point): string => `${px(x)} ${px(y)}`;
const centerOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

const findAll = (map: HTMLElement, selector: string): HTMLElement[] => [...map.querySelectorAll<HTMLElement>(selector)];

/** Sets a custom property on each element of the map that matches a selector. */
const setEach = (map: HTMLElement, selector: string, property: string, value: (index: number) => string): void =>
  findAll(map, selector).forEach(({ style }, index) => style.setProperty(property, value(index)));

const sizesOf = (map: HTMLElement, selector: string): Size[] =>
  findAll(map, selector).map(({ offsetWidth, offsetHeight }) => ({ width: offsetWidth, height: offsetHeight }));

const largestOf = (map: HTMLElement, selector: string): Size => {
  const sizes = sizesOf(map, selector);
  return {
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  };
};

/** Measures the content in the room that a form of the ring would give it, and lays it out if it fits. */
function measure(map: HTMLElement, space: RingSpace): RingLayout | undefined {
  const wide = space.form === 'wide';
  const room = ringRoom(space);
  map.classList.add('ring');
  // The names of the layout before may be hidden.
  map.classList.remove('unnamed');
  map.classList.toggle('wide', wide);
  map.classList.toggle('compact', !wide);
  setEach(map, '.arc', '--room', (arc) => px(room.columns[arc]));
  setEach(map, '.name', '--room', (index) => px(room.names[index]));
  map.style.setProperty('--panel', px(room.panel));
  const labels = wide ? sizesOf(map, '.label') : [];
  if (labels.some(({ height }) => height > maxLabelHeight * space.em)) return undefined;
  const content = { labels, names: sizesOf(map, '.name'), panel: largestOf(map, wide ? '.words' : '.title') };
  return ringLayout(space, content) ?? (wide ? undefined : ringLayout(space, { ...content, names: [] }));
}

/** Returns the layout of the best form for the space; `undefined` is a list. */
function chooseLayout(map: HTMLElement, space: Omit<RingSpace, 'form'>): RingLayout | undefined {
  const mayBeWide = space.width >= minWideWidth * space.em;
  return (
    (mayBeWide ? measure(map, { ...space, form: 'wide' }) : undefined) ?? measure(map, { ...space, form: 'compact' })
  );
}

/** Moves the labels, the names and the cup to their places, and draws the road. */
function applyLayout(map: HTMLElement, layout: RingLayout, em: number): void {
  const { form, width, height, labels, names, cup, panel, places, waypoint } = layout;
  const compact = form === 'compact';
  setEach(map, '.stop', '--at', (index) => position(centerOf(labels[index] as Box)));
  setEach(map, '.stop', '--waypoint', (index) => {
    const { x, y } = layout.at(places[index] as number);
    const label = centerOf(labels[index] as Box);
    return position({ x: x - label.x, y: y - label.y });
  });
  names.forEach((name, index) => findAll(map, '.name')[index]?.style.setProperty('--at', position(centerOf(name))));
  map.classList.toggle('unnamed', !names.length);
  setEach(map, '.cup', '--at', () => position(cup));
  map.style.setProperty('--disc', px(compact ? waypoint - 10 : waypoint));
  map.style.setProperty('--middle', position(centerOf(panel)));
  map.style.setProperty('--below', px(height + em));
  const road = map.querySelector('svg');
  road?.setAttribute('viewBox', `0 0 ${width} ${compact ? height + em + largestOf(map, '.panel').height : height}`);
  const palette = themePalette();
  road?.replaceChildren(...groundElements(layout, palette), ...roadPaths(layout, palette).map(pathElement));
}

/**
 * Arranges the host's `.map` as a wide or a compact ring where there is room for one, fills the cup, and moves the traveler along
 * the road. A ring and a list have the same elements, so the focus stays where it is when one becomes the other.
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
    const counts = circle.arcs.map(({ stops }) => stops.length);
    this.#layout = view === 'list' ? undefined : chooseLayout(map, { width, em, rtl, counts });
    if (this.#layout) applyLayout(map, this.#layout, em);
    else {
      map.classList.remove('ring', 'wide', 'compact');
      map.style.removeProperty('--disc');
    }
    return true;
  }

  /**
   * Moves the traveler to its place.
   *
   * @param animated - whether it moves along the road; with reduced motion it never does
   */
  #showStop(map: HTMLElement, layout: RingLayout, index: number, animated: boolean): void {
    const { at, cup, places } = layout;
    const destination = places[index] ?? (this.#place > 2 ? 4 : 0);
    // From the way back, home is at the road's end; from there the next walk starts at its beginning.
    const origin = this.#place % 4;
    const moved = destination !== this.#place;
    this.#place = destination;
    // At home the traveler looks over the edge of the cup.
    const placeOf = (place: number): string => position(place % 4 ? at(place) : { x: cup.x + cup.width / 2, y: cup.y });
    setEach(map, '.traveler', '--at', () => placeOf(destination));
    if (!moved || !animated || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const translate = range(travelSteps + 1).map((step) =>
      placeOf(origin + ((destination - origin) * step) / travelSteps),
    );
    map.querySelector('.traveler')?.animate({ translate }, { duration: travelTime, easing: 'ease-in-out' });
  }
}
