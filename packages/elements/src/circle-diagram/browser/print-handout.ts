import type { CSSResult } from 'lit';

/** What is printed, and how it looks. */
export interface Handout {
  readonly title: string;
  /** BCP 47 code. */
  readonly lang: string;
  /** The printed element; a copy of it is printed. */
  readonly content: Element;
  readonly styles: readonly CSSResult[];
  /** Element whose direction, font and brand color the handout has. */
  readonly host: HTMLElement;
  /** Holds the frame while the print dialog is open. */
  readonly container: ParentNode;
}

/** Prints a handout alone, from a frame that has nothing else in it. */
export function printHandout({ title, lang, content, styles, host, container }: Handout): void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  container.append(frame);
  const view = frame.contentWindow as Window & typeof globalThis;
  const { body, documentElement } = view.document;
  view.document.title = title;
  documentElement.lang = lang;
  const hostStyle = getComputedStyle(host);
  for (const property of ['direction', 'font-family', '--haven-brand'])
    body.style.setProperty(property, hostStyle.getPropertyValue(property));
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(styles.map(({ cssText }) => cssText).join('\n'));
  const root = body.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  root.append(view.document.importNode(content, true));
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
}
