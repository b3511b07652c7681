import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { allows, parsePolicies } from './content-security-policy.js';

type Node = DefaultTreeAdapterTypes.Node;

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

const unseen = new Set(['script', 'style', 'noscript', 'template', 'title', 'textarea']);

/**
 * Parses a page as a browser does.
 *
 * @param html - its HTML
 * @param url - its address
 * @param policies - values of its `Content-Security-Policy` headers
 */
export function parsePage(html: string, url?: URL, policies: readonly string[] = []): Page {
  const elements: PageElement[] = [];
  const texts: Page['texts'][number][] = [];

  function read(node: Node, seen: boolean): PageElement[] {
    if (node.nodeName === '#text' && seen) {
      const { value, sourceCodeLocation } = node as DefaultTreeAdapterTypes.TextNode;
      texts.push({ line: sourceCodeLocation?.startLine, text: value });
    }
    if (!('childNodes' in node)) return [];
    if (!('attrs' in node)) return node.childNodes.flatMap((child) => read(child, seen));
    const children: PageElement[] = [];
    const start = node.sourceCodeLocation?.startTag ?? node.sourceCodeLocation ?? undefined;
    const element: PageElement = {
      name: node.tagName,
      attributes: new Map(node.attrs.map(({ name, value }) => [name, value])),
      line: node.sourceCodeLocation?.startLine,
      tag: html.slice(start?.startOffset ?? 0, start?.endOffset ?? 0),
      text: textOf(node),
      children,
    };
    elements.push(element);
    children.push(...node.childNodes.flatMap((child) => read(child, seen && !unseen.has(node.tagName))));
    return [element];
  }

  read(parse(html, { sourceCodeLocationInfo: true }), true);
  const base = baseOf(elements, url, policies);
  return { url, base, policies: [...policies, ...declaredPolicies(elements)], elements, texts };
}

const declaredPolicies = (elements: readonly PageElement[]): string[] =>
  elements
    .filter(({ attributes }) => attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy')
    .map(({ attributes }) => attributes.get('content') ?? '');

/** Only the first `<base>` with an address counts, and only if the policies before it allow the address (HTML, section 4.2.3). */
function baseOf(elements: readonly PageElement[], url: URL | undefined, policies: readonly string[]): URL | undefined {
  const index = elements.findIndex(({ name, attributes }) => name === 'base' && attributes.has('href'));
  const base = URL.parse(elements[index]?.attributes.get('href') ?? '', url);
  if (index < 0 || !base || /^(?:data|javascript):$/.test(base.protocol)) return url;
  const before = [...policies, ...declaredPolicies(elements.slice(0, index))].flatMap(parsePolicies);
  return before.every((policy) => allows(policy, 'base-uri', { url: base }, url)) ? base : url;
}

const textOf = (node: Node): string =>
  node.nodeName === '#text'
    ? (node as DefaultTreeAdapterTypes.TextNode).value
    : 'childNodes' in node
      ? node.childNodes.map(textOf).join('')
      : '';

/** An address on the page as an absolute one, or `undefined` when it is none, or relative on a page without a base. */
export function resolve(page: Page, address: string | undefined): URL | undefined {
  return address === undefined ? undefined : (URL.parse(address, page.base) ?? undefined);
}

/** The elements in an element, at any depth. */
export const descendants = ({ children }: PageElement): PageElement[] =>
  children.flatMap((child) => [child, ...descendants(child)]);

/** Whether an element is in another one. */
export const contains = (outer: PageElement, inner: PageElement): boolean => descendants(outer).includes(inner);

/** Whether an element's tag has quotation marks of a word processor around a value. */
export const hasTypographicQuotes = ({ tag }: PageElement): boolean =>
  /=\s*[“”„‟«»‘’‚]/.test(tag.replaceAll(/"[^"]*"|'[^']*'/g, ''));
