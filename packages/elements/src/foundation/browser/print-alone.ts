import { printWindow } from './print-window.js';

/** What is printed. */
interface Printed {
  /** Copied into the frame. */
  readonly content: Element;
  readonly title: string;
  readonly lang: string;
  readonly css: string;
}

/**
 * Prints a part of an element, from a frame that has nothing else in it.
 *
 * @param host - its font, direction and brand are used
 * @returns whether printing has begun
 */
export async function printAlone(host: HTMLElement, { content, title, lang, css }: Printed): Promise<boolean> {
  // The frame of an earlier print.
  host.shadowRoot?.querySelector('iframe')?.remove();
  const frame = document.createElement('iframe');
  frame.hidden = true;
  host.shadowRoot?.append(frame);
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  // The host was removed meanwhile.
  if (!view) return false;
  const { body, documentElement } = view.document;
  view.document.title = title;
  documentElement.lang = lang;
  const style = getComputedStyle(host);
  for (const property of ['direction', 'font-family', '--haven-brand'])
    body.style.setProperty(property, style.getPropertyValue(property));
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  const root = body.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  root.append(view.document.importNode(content, true));
  view.addEventListener('afterprint', () => frame.remove());
  const hasBegun = await printWindow(view);
  // Not every browser fires `afterprint`. Some read the frame until its dialog is closed.
  setTimeout(() => frame.remove(), hasBegun ? 600_000 : 0);
  return hasBegun;
}
