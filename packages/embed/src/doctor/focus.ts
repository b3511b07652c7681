/** What of a page takes Escape for itself, while the focus is in it. */
const takesEscape =
  'dialog, [popover], [role=dialog], [role=alertdialog], [role=menu], [role=listbox], [role=tree], [aria-haspopup][aria-expanded=true], [role=combobox][aria-expanded=true], [type=search]';

/** What takes Escape wherever the focus is: what is open above the page. In `:is()`, a browser ignores what it does not know. */
const openAbove = ':is(:modal, :popover-open:not([popover=manual]), [aria-modal=true])';

/** Where the focus goes if there is nothing to give it back to: to the beginning of the page's content. */
const beginnings = ['main', '[role=main]', 'h1', 'h2', 'body > *'];

/** The element that has the focus, also in the shadow roots of other elements; none if no element has it. */
export function focused(): HTMLElement | undefined {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
  return activeElement && activeElement !== document.body ? (activeElement as HTMLElement) : undefined;
}

/** Whether something of the page, and not the panel, would take a press of Escape. */
export function isForPage(event: KeyboardEvent, panel: Element): boolean {
  // What has just been closed may have the focus until the page is painted.
  const isAround = (node: EventTarget): boolean =>
    node instanceof Element && node.matches(takesEscape) && node.checkVisibility();
  const isAbove = (node: Element): boolean => node !== panel && !node.contains(panel) && node.checkVisibility();
  return event.composedPath().some(isAround) || [...document.querySelectorAll(openAbove)].some(isAbove);
}

/** The page's topmost modal dialog, outside of which nothing can be used. */
export const modalDialog = (): Element | undefined => [...document.querySelectorAll(':is(dialog:modal)')].at(-1);

/**
 * Gives the focus to the first of these elements that can have it, without scrolling. If none can, the content of the page gets it,
 * so that it does not get lost: the keyboard would start again at the top of the page, and a screen reader would say nothing.
 */
export function giveFocus(elements: readonly HTMLElement[]): void {
  for (const element of elements) {
    element.focus({ preventScroll: true });
    if (focused() === element) return;
  }
  const places = beginnings.flatMap((selector) => [...document.querySelectorAll<HTMLElement>(selector)]);
  const place = places.find((each) => each.checkVisibility());
  if (!place) return;
  if (!place.hasAttribute('tabindex')) {
    place.tabIndex = -1;
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
  }
  place.focus({ preventScroll: true });
}
