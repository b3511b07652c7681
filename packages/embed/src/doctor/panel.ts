import { sheets } from './doctor.styles.js';
import { focused, giveFocus, isForPage, modalDialog } from './focus.js';
import type { Texts } from './texts.js';

const tag = 'haven-doctor';

/** The open panel. */
export interface Panel {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly close: () => void;
}

/**
 * Moves the focus to the heading of the panel that is open on the page, and returns whether one is. A screen reader goes on from there: if
 * the panel itself has the focus, it may go on in the page.
 */
export function focusOpenPanel(): boolean {
  const open = document.querySelector<HTMLElement>(tag);
  if (!open) return false;
  open.shadowRoot?.querySelector('h2')?.focus();
  return true;
}

/**
 * Opens the panel over the page, which it does not move. Escape closes it wherever the focus is, unless something of the page that is
 * open takes it. The focus goes back to where it last was on the page.
 */
export function openPanel({ lang, title }: Pick<Texts, 'lang' | 'title'>): Panel {
  /** What had the focus on the page, the last one first. Some may be gone, such as a dialog that was closed. */
  let before = [focused() ?? []].flat();
  const host = document.createElement(tag);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = sheets.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  const listening = new AbortController();
  const { signal } = listening;
  const close = (): void => {
    const hasFocus = document.activeElement === host || !focused();
    listening.abort();
    host.remove();
    // A person who is elsewhere on the page stays there.
    if (hasFocus) giveFocus(before);
  };
  host.lang = lang;
  host.role = 'dialog';
  host.ariaLabel = title;
  host.tabIndex = -1;
  host.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    // What is open on the page stays open.
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  let isTaken = true;
  // Before the page's own listeners, which close what is open, and after them.
  addEventListener(
    'keydown',
    (event) => {
      isTaken = event.key !== 'Escape' || event.isComposing || isForPage(event, host);
    },
    { signal, capture: true },
  );
  addEventListener(
    'keydown',
    ({ defaultPrevented }) => {
      // A page that renders itself again may have removed the panel.
      if (!host.isConnected) listening.abort();
      else if (!isTaken && !defaultPrevented) close();
    },
    { signal },
  );
  addEventListener(
    'focusout',
    (event) => {
      const [from] = event.composedPath();
      if (from instanceof HTMLElement && !event.composedPath().includes(host))
        before = [from, ...before.filter((each) => each !== from)];
    },
    { signal },
  );
  const show = (): void => {
    const dialog = modalDialog();
    (dialog ?? document.body).append(host);
    // In the top layer, nothing of the page can cover it.
    host.popover = 'manual';
    host.showPopover?.();
    dialog?.addEventListener('close', show, { once: true, signal });
  };
  show();
  return { host, root, close };
}
