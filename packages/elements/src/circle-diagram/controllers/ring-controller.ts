import type { ReactiveController } from 'lit';
import type { HydratingHost } from '../../foundation/controllers/hydrating-host.js';
import { ResizeController } from '../../foundation/controllers/resize-controller.js';
import { toJson } from '../../foundation/formats/json.js';
import { ringLayout, ringRoom, type RingForm, type RingLayout, type RingSpace } from '../model/circle-layout.js';
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

const px = (pixels: number): string => `${pixels}px`;
const position = ({ x, y }: Point): string => `${px(x)} ${px(y)}`;
const centerOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

const findAll = (map: HTMLElement, selector: string): HTMLElement[] => [...map.querySelectorAll<HTMLElement>(selector)];

/** Sets a custom property on each element of the map that matches a selector. */
const setEach = (map: HTMLElement, selector: string, property: string, values: readonly string[]): void =>
  findAll(map, selector).forEach(({ style }, index) => style.setProperty(property, values[index] ?? ''));

const sizesOf = (map: HTMLElement, selector: string): Size[] =>
  findAll(map, selector).map(({ offsetWidth, offsetHeight }) => ({ width: offsetWidth, height: offsetHeight }));

const largestOf = (map: HTMLElement, selector: string): Size => {
  const sizes = sizesOf(map, selector);
  return {
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  };
};

/** How the map is laid out. */
interface MapLayout extends RingLayout {
  /** Height of the panel below a compact ring. */
  readonly below: number;
}

/**
 * Ends a phase of an arrangement: a phase writes to the page or reads from it, in turn. Circles that are updated together go
 * through the phases together, so the browser lays out the page once a phase, and not once a phase of each circle. The end of an
 * asynchronous function is the end of a phase, too.
 */
const nextPhase = async (): Promise<void> => {
  // The other circles get as far before the caller continues.
};

/** Measures the content in the room that a form of the ring would give it, and lays it out if it fits. */
async function measure(map: HTMLElement, space: RingSpace): Promise<MapLayout | undefined> {
  const { form, em } = space;
  const wide = form === 'wide';
  const room = ringRoom(space);
  // Not `unnamed`: hidden names have no size.
  map.className = `map ring ${form}`;
  setEach(map, '.arc', '--room', room.columns.map(px));
  setEach(map, '.name', '--room', room.names.map(px));
  map.style.setProperty('--panel', px(room.panel));
  map.style.setProperty('--disc', px(room.waypoint - (wide ? 0 : 10)));
  await nextPhase();
  const labels = wide ? sizesOf(map, '.label') : [];
  if (labels.some(({ height }) => height > maxLabelHeight * em)) return undefined;
  const content = { labels, names: sizesOf(map, '.name'), panel: largestOf(map, wide ? '.words' : '.title') };
  const layout = ringLayout(space, content) ?? (wide ? undefined : ringLayout(space, { ...content, names: [] }));
  const below = wide ? 0 : em + largestOf(map, '.panel').height;
  return layout && { below, ...layout };
}

/** Moves the labels, the names and the cup to their places, and draws the road. */
function applyLayout(map: HTMLElement, layout: MapLayout, em: number): void {
  const { width, height, below, labels, names, cup, panel, places, at } = layout;
  const centers = labels.map(centerOf);
  const waypoints = centers.map((center, index) => {
    const { x, y } = at(places[index] as number);
    return position({ x: x - center.x, y: y - center.y });
  });
  setEach(map, '.stop', '--at', centers.map(position));
  setEach(map, '.stop', '--waypoint', waypoints);
  setEach(map, '.name', '--at', names.map(centerOf).map(position));
  map.classList.toggle('unnamed', !names.length);
  setEach(map, '.cup', '--at', [position(cup)]);
  map.style.setProperty('--middle', position(centerOf(panel)));
  map.style.setProperty('--below', px(height + em));
  const road = map.querySelector('svg');
  road?.setAttribute('viewBox', `0 0 ${width} ${height + below}`);
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
  /** Resolves when the map is arranged. */
  arranged: Promise<void> | undefined;
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
    this.arranged = this.#arrange();
  }

  /** jsdom has no fonts. */
  get #fonts(): FontFaceSet | undefined {
    return (document as Partial<Document>).fonts;
  }

  #onFontsLoaded = (): void => {
    this.#layoutKey &&= '';
    this.hostUpdated();
  };

  /** Arranges the map if anything that the layout depends on has changed, and moves the traveler. */
  async #arrange(): Promise<void> {
    const state = this.#state();
    const map = this.#host.renderRoot.querySelector<HTMLElement>('.map');
    if (!state || !map) return;
    const { circle, index, view, locale } = state;
    setEach(map, '.level', 'translate', [`0 ${(1 - cupLevel(circle, index)) * 100}%`]);
    const ruler = map.previousElementSibling as HTMLElement;
    this.#resize.observe(ruler);
    // The map is hidden for the first measurement: laying it out as a list before it becomes a ring would double the work.
    map.hidden = this.#layoutKey === undefined && !this.#host.hydrating;
    await nextPhase();
    const { fontSize, direction } = getComputedStyle(ruler);
    const { offsetWidth: width, offsetHeight: textLength } = ruler;
    await nextPhase();
    map.hidden = false;
    const em = parseFloat(fontSize);
    const rtl = direction === 'rtl';
    const layoutKey = toJson([circle, width, em, textLength, rtl, view, locale]);
    const outdated = width > 0 && layoutKey !== this.#layoutKey;
    if (outdated) {
      this.#layoutKey = layoutKey;
      const counts = circle.arcs.map(({ stops }) => stops.length);
      const mayBeWide = width >= minWideWidth * em;
      const forms: RingForm[] = view === 'list' ? [] : mayBeWide ? ['wide', 'compact'] : ['compact'];
      let layout: MapLayout | undefined;
      for (const form of forms) layout ??= await measure(map, { form, width, em, rtl, counts });
      this.#layout = layout;
      // If the circle was hidden meanwhile, it is arranged again when it is shown.
      if (layout?.panel.width === 0) this.#layoutKey = '';
      if (layout) applyLayout(map, layout, em);
      else {
        map.className = 'map';
        map.style.removeProperty('--disc');
      }
    }
    if (this.#layout) this.#showStop(map, this.#layout, !outdated);
  }

  /**
   * Moves the traveler to its place.
   *
   * @param animated - whether it moves along the road; with reduced motion it never does
   */
  #showStop(map: HTMLElement, { at, cup, places }: RingLayout, animated: boolean): void {
    const index = this.#state()?.index ?? -1;
    const destination = places[index] ?? (this.#place > 2 ? 4 : 0);
    // From the way back, home is at the road's end; from there the next walk starts at its beginning.
    const origin = this.#place % 4;
    const moved = destination !== this.#place;
    this.#place = destination;
    // At home the traveler looks over the edge of the cup.
    const placeOf = (place: number): string => position(place % 4 ? at(place) : { x: cup.x + cup.width / 2, y: cup.y });
    setEach(map, '.traveler', '--at', [placeOf(destination)]);
    if (!moved || !animated || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const translate = range(travelSteps + 1).map((step) =>
      placeOf(origin + ((destination - origin) * step) / travelSteps),
    );
    map.querySelector('.traveler')?.animate({ translate }, { duration: travelTime, easing: 'ease-in-out' });
  }
}
