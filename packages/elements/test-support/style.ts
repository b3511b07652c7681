import { atEnd, painted } from './cleanup.js';

/** An element's open shadow root and those inside, and the root it stands in. */
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
    atEnd(() => (root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet)));
  }
  await painted();
}

/**
 * The text spacing that a reader may ask for, in the element and its shadow roots, until the test ends. Nothing may
 * be cut off or covered then. @see https://www.w3.org/TR/WCAG22/#text-spacing (1.4.12)
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
 * Gives the element's container a width in CSS pixels, and waits for the layout. The element is moved into a
 * container of its own when it has none to itself.
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
 * What does not fit: elements in it, shadow roots included, that stick out of its box to the left or right by more
 * than a pixel, or that cut off their own content. What is only there for a screen reader (1 px in size) is left out.
 */
export function findOverflow(element: HTMLElement): Element[] {
  const box = element.getBoundingClientRect();
  return rootsOf(element)
    .flatMap((root) => [...(root === element.getRootNode() ? element : root).querySelectorAll<HTMLElement>('*')])
    .filter((inner) => {
      const { left, right, width, height } = inner.getBoundingClientRect();
      if (width <= 1 || height <= 1) return false;
      const cut =
        getComputedStyle(inner).overflowX !== 'visible' &&
        inner.clientWidth > 0 &&
        inner.scrollWidth > inner.clientWidth + 1 &&
        !/auto|scroll/.test(getComputedStyle(inner).overflowX);
      return left < box.left - 1 || right > box.right + 1 || cut;
    });
}

/**
 * A page's stylesheet that spares nothing: it styles every tag, with `!important`, as site builders and old resets
 * do. Pass it to `applyCss`. A widget may inherit what the page gives its text (font, colour); it may not fall apart.
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
