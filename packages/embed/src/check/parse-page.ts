import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { allows, parsePolicies } from './content-security-policy.js';
import { unseen, type Page, type PageElement } from './page.js';

type Node = DefaultTreeAdapterTypes.Node;

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
