import type { Circle, viewValues } from './circle.js';
import { ringLayout, ringRoom, type Box, type Point, type RingLayout, type Size } from './circle-layout.js';
import { roadPaths } from './circle-picture.js';
import { pathElements, themePalette } from './picture.view.js';

/** Text heights below which the list reads better than a ring that would fit. */
const comfortable = { width: 28, column: 5.5, label: 6.2 };

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
    const { width } = map.getBoundingClientRect();
    const em = parseFloat(getComputedStyle(map).fontSize);
    const rtl = getComputedStyle(map).direction === 'rtl';
    const arranged = JSON.stringify([circle, width, em, rtl, view, state]);
    if (arranged === this.#arranged || !width) return;
    this.#arranged = arranged;
    const all = <Found extends HTMLElement>(selector: string): Found[] => [...map.querySelectorAll<Found>(selector)];
    const set = (name: string, value: number): void => map.style.setProperty(name, `${value}px`);
    const size = ({ offsetWidth, offsetHeight, scrollWidth }: HTMLElement): Size => ({
      width: Math.max(offsetWidth, scrollWidth),
      height: offsetHeight,
    });
    const panels = all('.panel');
    const tallest = (): number => Math.max(...panels.map(({ offsetHeight }) => offsetHeight));
    const counts = circle.arcs.map(({ stops }) => stops.length) as [number, number];
    const room = ringRoom(width, em, counts);
    const list =
      view === 'list' ||
      (view === 'auto' && (width < comfortable.width * em || Math.min(...room.columns) < comfortable.column * em));
    map.classList.remove('placed');
    map.classList.toggle('ring', !list);
    this.#layout = undefined;
    if (list) return;

    set('--column-0', room.columns[0]);
    set('--column-1', room.columns[1]);
    set('--names', room.names);
    set('--home', room.home);
    set('--panel', room.panel);
    const labels = all('.stop');
    const names = all('.name');
    const [home, ...arcNames] = names.map(size) as [Size, Size, Size];
    const sizes = labels.map(size);
    const comfort = view === 'ring' || sizes.every(({ height }) => height < comfortable.label * em * 1.5);
    const layout = comfort
      ? ringLayout(width, em, rtl, {
          stops: [sizes.slice(0, counts[0]), sizes.slice(counts[0])],
          names: arcNames,
          home,
          panel: { width: room.panel, height: tallest() },
        })
      : undefined;
    map.classList.toggle('ring', !!layout);
    this.#layout = layout;
    if (!layout) return;

    const place = (element: Element | undefined, box: Point): void =>
      (element as HTMLElement | undefined)?.style.setProperty('--at', at(box));
    layout.stops.flat().forEach((box: Box, index) => {
      const label = labels[index];
      place(label, box);
      const { x, y } = layout.waypoints[index] as Point;
      label?.style.setProperty('--dot', at({ x: x - box.x, y: y - box.y }));
    });
    [layout.home, ...layout.names].forEach((box, index) => place(names[index], box));
    place(map.querySelector('.cup') ?? undefined, layout.cup);
    const beneath = { x: 0, y: layout.height + em };
    if (!layout.panel) set('--panel', width);
    for (const panel of panels) place(panel, layout.panel ? { x: layout.panel.x, y: layout.panel.y } : beneath);
    set('--height', layout.panel ? layout.height : beneath.y + tallest());
    map.classList.add('placed');
    const road = map.querySelector<SVGElement>('.road') as SVGElement;
    road.setAttribute('viewBox', `0 0 ${layout.width} ${layout.height}`);
    road.replaceChildren(...pathElements(roadPaths(layout), themePalette));
    this.move(map, -1);
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
