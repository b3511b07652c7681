import type { Circle, viewValues } from './circle.js';
import { ringLayout, ringRoom, type Point, type RingLayout, type Size } from './circle-layout.js';
import { roadPaths } from './circle-picture.js';
import { pathElements, themePalette } from './picture.view.js';

/** Where a list reads better than a ring that would fit: columns below the one, labels above the other, in text heights. */
const [narrowest, highest] = [5.5, 9.3];

const at = ({ x, y }: Point): string => `${x}px ${y}px`;

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
   * @param map - what holds the road, home and the two arcs
   * @param circle - what it shows
   * @param view - `list` never makes a ring, `ring` makes one wherever nothing touches
   * @param state - whatever else changes sizes; without a change nothing is measured again
   */
  arrange(map: HTMLElement, circle: Circle, view: (typeof viewValues)[number], state = ''): void {
    const { fontSize, direction } = getComputedStyle(map);
    const [width, em, rtl] = [map.offsetWidth, parseFloat(fontSize), direction === 'rtl'];
    const arranged = JSON.stringify([circle, width, em, rtl, view, state]);
    if (arranged === this.#arranged || !width) return;
    this.#arranged = arranged;
    this.#layout = undefined;
    const counts = circle.arcs.map(({ stops }) => stops.length);
    const room = ringRoom(width, em, counts);
    map.classList.remove('ring', 'placed');
    if (view === 'list' || (view === 'auto' && Math.min(width / 5, ...room.columns) < narrowest * em)) return;

    map.classList.add('ring');
    const set = (name: string, pixels: number | undefined): void => map.style.setProperty(name, `${pixels}px`);
    set('--column-0', room.columns[0]);
    set('--column-1', room.columns[1]);
    set('--names', room.names[1]);
    set('--home', room.names[0]);
    set('--panel', room.panel);
    const all = (selector: string): HTMLElement[] => [...map.querySelectorAll<HTMLElement>(selector)];
    const size = ({ offsetWidth, offsetHeight, scrollWidth }: HTMLElement): Size => ({
      width: Math.max(offsetWidth, scrollWidth),
      height: offsetHeight,
    });
    const [labels, names, panels, cups] = [all('.stop'), all('.name'), all('.panel'), all('.cup')];
    const tallest = (): number => Math.max(...panels.map(({ offsetHeight }) => offsetHeight));
    const sizes = labels.map(size);
    const layout =
      view === 'auto' && sizes.some(({ height }) => height > highest * em)
        ? undefined
        : ringLayout(width, em, rtl, counts, { labels: sizes, names: names.map(size), panel: tallest() });
    map.classList.toggle('ring', !!layout);
    if (!layout) return;

    this.#layout = layout;
    const place = (elements: HTMLElement[], boxes: readonly Point[]): void =>
      elements.forEach((element, index) => element.style.setProperty('--at', at(boxes[index] ?? (boxes[0] as Point))));
    place(labels, layout.labels);
    place(names, layout.names);
    place(cups, [layout.cup]);
    place(panels, [layout.panel ?? { x: 0, y: layout.height + em }]);
    labels.forEach((label, index) => {
      const box = layout.labels[index] as Point;
      const point = layout.at(layout.places[index] as number);
      label.style.setProperty('--dot', at({ x: point.x - box.x, y: point.y - box.y }));
    });
    if (!layout.panel) set('--panel', width);
    set('--height', layout.height + (layout.panel ? 0 : em + tallest()));
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
    traveller.style.setProperty('--at', at(layout.at(to)));
    if (travel && !this.#still.matches)
      traveller.animate(
        { translate: Array.from({ length: 25 }, (_, step) => at(layout.at(from + ((to - from) * step) / 24))) },
        { duration: 450, easing: 'cubic-bezier(0.4, 0, 0.2, 1)' },
      );
    this.#place = to;
  }
}
