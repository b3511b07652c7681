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
export const isRing = (element: Element): boolean => !!all(element, '.map.ring')[0];
export const textOf = (node: Element | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
/** The visible text of the panel, heading included. */
export const panelText = (element: Element): string =>
  all(element, '.panel')
    .filter((panel) => panel.checkVisibility({ visibilityProperty: true }))
    .map(textOf)
    .join(' | ');
export const statusText = (element: Element): string => textOf(all(element, '[role=status]')[0]);

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

/** Fails when parts of a ring touch each other or leave the map. */
export function expectNothingTouches(element: CircleDiagram, where: string): void {
  const map = all(element, '.map')[0]!.getBoundingClientRect();
  const boxes = all(element, '.stop, .name, .cup, .shown').map((part) => part.getBoundingClientRect());
  boxes.forEach((box, index) => {
    expect(box.left, where).to.be.at.least(map.left - 1);
    expect(box.right, where).to.be.at.most(map.right + 1);
    expect(box.top, where).to.be.at.least(map.top - 1);
    expect(box.bottom, where).to.be.at.most(map.bottom + 1);
    for (const other of boxes.slice(index + 1))
      expect(
        box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
        `${where}: ${index}`,
      ).to.equal(false);
  });
}
