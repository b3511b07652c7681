import { atEnd, painted } from './cleanup.js';

/** The root that contains an element, and all open shadow roots in the element. */
function rootsOf(element: Element): (Document | ShadowRoot)[] {
  const inside = (node: Element | ShadowRoot): ShadowRoot[] => {
    const own = node instanceof Element && node.shadowRoot ? [node.shadowRoot] : [];
    const below = [...(own[0] ?? node).querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot);
    return [...own, ...below.flatMap(inside)];
  };
  return [element.getRootNode() as Document | ShadowRoot, ...inside(element)];
}

/** Applies CSS to the page, or to the given roots, until the test ends. */
export async function applyCss(css: string, roots: readonly (Document | ShadowRoot)[] = [document]): Promise<void> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  for (const root of roots) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    atEnd(() => (root.adoptedStyleSheets = root.adoptedStyleSheets.filter((adopted) => adopted !== sheet)));
  }
  await painted();
}

/**
 * Applies the text spacing that a reader may set, in the element and its shadow roots, until the test ends. It must not cut
 * off or cover anything. @see https://www.w3.org/TR/WCAG22/#text-spacing (1.4.12)
 */
export const textSpacing = (element: Element): Promise<void> =>
  applyCss(
    `*, :host {
      line-height: 1.5 !important;
      letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important;
    }
    p { margin-block-end: 2em !important; }`,
    rootsOf(element),
  );

/** Makes the page read from right to left until the test ends. */
export async function rightToLeft(lang = 'ar'): Promise<void> {
  const { documentElement } = document;
  const before = { dir: documentElement.dir, lang: documentElement.lang };
  Object.assign(documentElement, { dir: 'rtl', lang });
  atEnd(() => Object.assign(documentElement, before));
  await painted();
}

/**
 * Sets the width of the element's container in CSS pixels, and waits for the layout. An element that shares its container is
 * moved into a new one.
 */
export async function atWidth(element: HTMLElement, px: number): Promise<void> {
  let container = element.parentElement;
  if (!container || container.childElementCount > 1) {
    container = document.createElement('div');
    element.replaceWith(container);
    container.append(element);
    atEnd(() => container?.replaceWith(...container.childNodes));
  }
  container.style.inlineSize = `${px}px`;
  await painted();
}

/**
 * Finds elements inside an element and its shadow roots that stick out of its box to the left or right by more than a pixel, or
 * that cut off their own content. Elements for screen readers only (1 px in size) are ignored.
 */
export function findOverflow(element: HTMLElement): Element[] {
  const box = element.getBoundingClientRect();
  return rootsOf(element)
    .flatMap((root) => [...(root === element.getRootNode() ? element : root).querySelectorAll<HTMLElement>('*')])
    .filter((inner) => {
      const { left, right, width, height } = inner.getBoundingClientRect();
      // The content of closed details may have the layout of an earlier width.
      if (width <= 1 || height <= 1 || !inner.checkVisibility()) return false;
      const cut =
        // A browser scrolls or shortens the content of an input itself.
        !inner.matches('input') &&
        getComputedStyle(inner).overflowX !== 'visible' &&
        inner.clientWidth > 0 &&
        inner.scrollWidth > inner.clientWidth + 1 &&
        !/auto|scroll/.test(getComputedStyle(inner).overflowX);
      return left < box.left - 1 || right > box.right + 1 || cut;
    });
}

/**
 * A page's style sheet that styles every tag with `!important`, like those of site builders and old resets. Pass it to
 * `applyCss`. A widget may inherit the page's text styles (font, color), but must stay intact.
 */
export const hostileCss = `
  * { box-sizing: content-box !important; float: none; margin: 7px; padding: 3px; }
  *, *::before, *::after { transition: all 3s !important; animation-duration: 3s !important; }
  html { font-size: 10px !important; }
  body { text-align: center !important; text-transform: uppercase; letter-spacing: 0.2em; line-height: 3 !important;
    white-space: nowrap; word-spacing: 1em; text-indent: 3em; visibility: visible; cursor: wait; }
  div, span, p, section, ul, ol, li, dl, dt, dd, address, details, summary, form, fieldset, legend, label, time {
    display: inline !important; position: relative !important; color: red !important; background: yellow !important;
    font: italic 8px fantasy !important; list-style: square !important; border: 2px dotted red !important; }
  a, button, input, select, textarea { all: unset !important; display: none !important; outline: none !important; }
  h1, h2, h3, h4, h5, h6 { display: none !important; }
  svg, img { width: 3px !important; height: 3px !important; fill: red !important; }
  [hidden] { display: block !important; }
`;
