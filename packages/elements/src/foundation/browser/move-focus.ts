import type { ReactiveControllerHost } from 'lit';

/** What the last call moves the focus to. */
let wanted: HTMLElement | undefined;

/**
 * Updates a host, and moves the focus to its first element that exists.
 *
 * If the focused element has gone, Orca silently follows the page's selection to what takes its place. If that gets the focus, too,
 * Orca does not read it, and takes what the person types for its own commands. So the selection goes, and the focus follows once
 * Orca has noticed. A person who has moved the focus inside the host in the meantime keeps it, and the last call
 * wins.
 *
 * @param selectors - CSS selectors, by preference
 * @param delay - milliseconds in which a screen reader learns what the update has removed
 */
export async function moveFocus(
  host: ReactiveControllerHost & HTMLElement,
  selectors: readonly string[],
  delay = 100,
): Promise<void> {
  const root = host.shadowRoot as ShadowRoot;
  host.requestUpdate();
  await host.updateComplete;
  const [target] = selectors.flatMap((selector) => root.querySelector<HTMLElement>(selector) ?? []);
  if (!target) return;
  wanted = target;
  if (!root.activeElement) {
    (getSelection() as Selection).removeAllRanges();
    await new Promise((resolve) => setTimeout(resolve, delay));
    if (root.activeElement || target !== wanted) return;
  }
  // A screen reader reads a heading or a note that has the focus.
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus();
}
