/** An element of a page. */
export interface PageElement {
  /** In lower case. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Line of its start tag, from 1. */
  readonly line: number | undefined;
  /** Its start tag as written on the page; empty for one that a browser adds. */
  readonly tag: string;
  /** All text in it. */
  readonly text: string;
  /** The elements in it. */
  readonly children: readonly PageElement[];
}

/** A page as its server sends it: nothing that scripts change later. */
export interface Page {
  /** Its address. */
  readonly url: URL | undefined;
  /** What relative links count from: its `<base>`, or its address; without either, they cannot be checked. */
  readonly base: URL | undefined;
  /** Values of its `Content-Security-Policy` headers. */
  readonly policies: readonly string[];
  /** Every element, in document order. */
  readonly elements: readonly PageElement[];
  /** The text that visitors see, by its line. */
  readonly texts: readonly { readonly line: number | undefined; readonly text: string }[];
}

/** Elements whose text visitors do not see. */
export const withoutShownText = new Set(['script', 'style', 'noscript', 'template', 'title', 'textarea']);

/** An address on the page as an absolute one, or `undefined` when it is none, or relative on a page without a base. */
export function resolve(page: Page, address: string | undefined): URL | undefined {
  return address === undefined ? undefined : (URL.parse(address, page.base) ?? undefined);
}

/** The elements in an element, at any depth. */
export function descendants({ children }: PageElement): PageElement[] {
  const found: PageElement[] = [];
  const add = (element: PageElement): void => {
    found.push(element);
    element.children.forEach(add);
  };
  children.forEach(add);
  return found;
}

/** A form around an element. */
export const formAround = ({ elements }: Page, inner: PageElement): PageElement | undefined =>
  elements.find((outer) => outer.name === 'form' && contains(outer, inner));

/** Whether an element is in another one. */
export const contains = ({ children }: PageElement, inner: PageElement): boolean =>
  children.some((child) => child === inner || contains(child, inner));

/** Whether an element's tag has quotation marks of a word processor around a value. */
export const hasTypographicQuotes = ({ tag }: PageElement): boolean =>
  /=\s*[“”„‟«»‘’‚]/.test(tag.replaceAll(/"[^"]*"|'[^']*'/g, ''));
