import { html } from 'lit';
import type { ArgTypes, Decorator } from '@storybook/web-components-vite';

/** Attributes by name, and the configuration. */
export type Args = Readonly<Record<string, unknown>>;

/** Controls that every widget has. */
export const commonControls: ArgTypes = {
  brand: { control: 'color' },
  'heading-level': { control: { type: 'number', min: 1, max: 6 } },
  config: { control: 'object' },
};

/** Renders the widget of a story: `config` becomes its property, every other arg an attribute. */
export function renderWidget(args: Args, { component }: { component?: string }): HTMLElement {
  if (!component) throw new Error('A story needs the tag of its widget as `component`.');
  const widget = document.createElement(component);
  for (const [name, value] of Object.entries(args))
    if (name === 'config') Object.assign(widget, { config: value });
    else if (value !== undefined && value !== null) widget.setAttribute(name, value as string);
  return widget;
}

/** Shows a story at the width of a phone. */
export const onPhone: Decorator = (story) => html`<div class="phone">${story()}</div>`;
