import type { Circle, viewValues } from './model/circle.js';
import { ringLayout, ringRoom, type Point, type RingLayout, type Size } from './model/circle-layout.js';
import { roadPaths } from './model/circle-picture.js';
import { pathElements, themePalette } from './picture.view.js';

/** Where a list reads better than a ring that would fit: columns below the one, labels above the other, in text heights. */
const [narrowest, highest] = [5.5, 9.3];

const px = (pixels: number): string => `${pixels}px`;
const at = ({ x, y }: Point): string => `${px(x)} ${px(y)}`;

/** Gives each element its own value of a custom property, and the first one to those that have none. */
const set = (elements: readonly HTMLElement[], property: string, ...values: readonly string[]): void =>
  elements.forEach(({ style }, index) => style.setProperty(property, values[index] ?? (values[0] as string)));

/**
 * Arranges what the circle has rendered as a ring, where it has the room, and moves the traveller along its road. The
 * elements are the same in a ring and in a list, so that the focus stays where it is.
 */
export class Ring {
  #layout: RingLayout | undefined;
  #arranged = '';
  #place = 0;
  #still = matchMedia('(prefers-reduced-motion: reduce)');

  /**
   * @param map - what holds the road, home and the two arcs; first of all a ruler as high as some text is long
   * @param circle - what it shows
   * @param view - `list` never makes a ring, `ring` makes one wherever nothing touches
   * @param state - whatever else changes sizes; without a change nothing is measured again
   */
  arrange(map: HTMLElement, circle: Circle, view: (typeof viewValues)[number], state = ''): void {
    const { fontSize, direction } = getComputedStyle(map);
    const [width, em, rtl] = [map.offsetWidth, parseFloat(fontSize), direction === 'rtl'];
    const text = (map.firstElementChild as HTMLElement).offsetHeight;
    const arranged = JSON.stringify([circle, width, em, text, rtl, view, state]);
    if (arranged === this.#arranged || !width) return;
    this.#arranged = arranged;
    this.#layout = undefined;
    const counts = circle.arcs.map(({ stops }) => stops.length);
    const room = ringRoom(width, em, counts);
    map.classList.remove('ring', 'placed');
    if (view === 'list' || (view === 'auto' && Math.min(width / 5, ...room.columns) < narrowest * em)) return;

    map.classList.add('ring');
    const all = (selector: string): HTMLElement[] => [...map.querySelectorAll<HTMLElement>(selector)];
    const size = ({ offsetWidth, offsetHeight, scrollWidth }: HTMLElement): Size => ({
      width: Math.max(offsetWidth, scrollWidth),
      height: offsetHeight,
    });
    const [labels, names, panels] = [all('.stop'), all('.name'), all('.panel')];
    set(all('.arc'), '--room', ...room.columns.map(px));
    set(names, '--room', ...room.names.map(px));
    set([map], '--panel', px(room.panel));
    const tallest = (): number => Math.max(...panels.map(({ offsetHeight }) => offsetHeight));
    const sizes = labels.map(size);
    const layout =
      view === 'auto' && sizes.some(({ height }) => height > highest * em)
        ? undefined
        : ringLayout(width, em, rtl, counts, { labels: sizes, names: names.map(size), panel: tallest() });
    map.classList.toggle('ring', !!layout);
    if (!layout) return;

    this.#layout = layout;
    set(labels, '--at', ...layout.labels.map(at));
    set(names, '--at', ...layout.names.map(at));
    set(all('.cup'), '--at', at(layout.cup));
    set(panels, '--at', at(layout.panel ?? { x: 0, y: layout.height + em }));
    const dots = layout.labels.map((box, index) => {
      const { x, y } = layout.at(layout.places[index] as number);
      return at({ x: x - box.x, y: y - box.y });
    });
    set(labels, '--dot', ...dots);
    if (!layout.panel) set([map], '--panel', px(width));
    set([map], '--height', px(layout.height + (layout.panel ? 0 : em + tallest())));
    map.classList.add('placed');
    const road = map.querySelector('svg');
    road?.setAttribute('viewBox', `0 0 ${width} ${layout.height}`);
    road?.replaceChildren(...pathElements(roadPaths(layout), themePalette));
  }

  /**
   * Moves the traveller to a stop: along the road, or at once with reduced motion.
   *
   * @param index - of the stop in path order; -1 is home
   * @param travel - whether to be seen on the way
   */
  move(map: HTMLElement, index: number, travel = false): void {
    const layout = this.#layout;
    const traveller = map.querySelector<HTMLElement>('.traveller');
    if (!layout || !traveller) return;
    // Home is nearer by the way back for who is on it.
    const to = layout.places[index] ?? (this.#place > 2 ? 4 : 0);
    const from = this.#place === 4 ? 0 : this.#place;
    set([traveller], '--at', at(layout.at(to)));
    if (travel && !this.#still.matches)
      traveller.animate(
        { translate: Array.from({ length: 25 }, (_, step) => at(layout.at(from + ((to - from) * step) / 24))) },
        { duration: 450, easing: 'ease-in-out' },
      );
    this.#place = to;
  }
}
