import type { ReactiveControllerHost } from 'lit';

/** Updates an element, then moves the focus in it to the first match of the first selector that has one. */
export async function focusAfterUpdate(
  host: ReactiveControllerHost & HTMLElement,
  ...selectors: readonly string[]
): Promise<void> {
  host.requestUpdate();
  await host.updateComplete;
  const matches = selectors.map((selector) => host.shadowRoot?.querySelector<HTMLElement>(selector));
  matches.find(Boolean)?.focus();
}
