/** Page object of the circle diagram: how tests create one and read what it shows. */
import { expect, fixture, html } from '@open-wc/testing';
import { painted } from '../../../test-support/index.js';
import type { CircleDiagram } from '../circle-diagram.js';
import '../define.js';
import { en } from '../locales/en.js';
import { walk } from '../model/circle.js';

export const stops = walk(en.circle);
export const labels = stops.map(({ label }) => label);

/** Adds a circle diagram to the page and waits until it is laid out. */
export async function circle(attributes: Record<string, string> = {}, config?: object): Promise<CircleDiagram> {
  const element = await fixture<CircleDiagram>(
    html`<haven-circle-diagram .config=${config ?? null}></haven-circle-diagram>`,
  );
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await element.updateComplete;
  await painted();
  return element;
}

/** Waits until transitions have ended, so that colors are measured in their final state. */
export const animationsFinished = (element: Element): Promise<unknown> =>
  Promise.allSettled((element.shadowRoot?.getAnimations() ?? []).map(({ finished }) => finished));

export const all = <Type extends Element = HTMLElement>(element: Element, selector: string): Type[] => [
  ...(element.shadowRoot?.querySelectorAll<Type>(selector) ?? []),
];
/** The form that is shown. */
export const formOf = (element: Element): 'wide' | 'compact' | 'list' => {
  const classes = all(element, '.map')[0]?.classList;
  if (!classes?.contains('ring')) return 'list';
  return classes.contains('wide') ? 'wide' : 'compact';
};
/** Name of a stop's button: its number and its label. */
export const stopName = (index: number, label = labels[index]): string => `${index + 1} ${label}`;
export const textOf = (node: Element | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const isVisible = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
/** The visible text of the panel. */
export const panelText = (element: Element): string => all(element, '.panel').filter(isVisible).map(textOf).join(' | ');
/** What is announced. */
export const statusText = (element: Element): string => textOf(all(element, '[aria-live]')[0]);
/** What is visible in the middle of a compact ring. */
export const middleText = (element: Element): string =>
  all(element, '.title').filter(isVisible).map(textOf).join(' | ');

/** A configuration with generated labels. */
export const withLabels = (label: (index: number) => string, count = 4): object => ({
  title: 'Labels',
  base: { label: label(0), text: 'Home.' },
  arcs: ['out', 'back'].map((id, arc) => ({
    id,
    label: label(1),
    stops: Array.from({ length: count }, (_, index) => ({
      id: `${id}-${index}`,
      label: label(arc * count + index),
      text: 'Text of a stop.',
    })),
  })),
});

/** Fails when parts of a ring touch each other or leave the map. Waypoints are round. */
export function expectNothingTouches(element: CircleDiagram, where: string): void {
  const map = all(element, '.map')[0]!.getBoundingClientRect();
  const compact = formOf(element) === 'compact';
  const selector = compact
    ? '.stop, .map:not(.unnamed) .name, .cup, .shown .title, .shown .panel'
    : '.label, .stop .number, .name, .cup, .shown';
  const parts = all(element, selector).map((part) => {
    const { left, right, top, bottom } = part.getBoundingClientRect();
    const round = part.matches('.number, .compact .stop');
    return { name: textOf(part), left, right, top, bottom, radius: round ? (right - left) / 2 : 0 };
  });
  const overlaps = (a: (typeof parts)[0], b: (typeof parts)[0]): boolean => {
    // A disc is its middle, and keeps its radius away from the other.
    const [core, other] = [a, b].map((part) => ({
      left: part.left + part.radius,
      right: part.right - part.radius,
      top: part.top + part.radius,
      bottom: part.bottom - part.radius,
    }));
    const aside = Math.max(core!.left - other!.right, other!.left - core!.right, 0);
    const apart = Math.max(core!.top - other!.bottom, other!.top - core!.bottom, 0);
    const distance = Math.hypot(aside, apart);
    return a.radius + b.radius ? distance < a.radius + b.radius - 0.5 : distance === 0;
  };
  parts.forEach((part, index) => {
    expect(part.left, where).to.be.at.least(map.left - 1);
    expect(part.right, where).to.be.at.most(map.right + 1);
    expect(part.top, where).to.be.at.least(map.top - 1);
    expect(part.bottom, where).to.be.at.most(map.bottom + 1);
    for (const other of parts.slice(index + 1))
      expect(overlaps(part, other), `${where}: ${part.name} and ${other.name}`).to.equal(false);
  });
}
