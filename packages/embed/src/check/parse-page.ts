import {
  defaultTreeAdapter,
  parse,
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  type TreeAdapter,
} from 'parse5';
import { allows, declaredPolicies, parsePolicies } from './content-security-policy.js';
import { withoutShownText, type Page, type PageElement } from './page.js';

type Node = DefaultTreeAdapterTypes.Node;

/** Elements in each other that a page may have. Browsers allow 512; pages that people make have less than a hundred. */
const maxDepth = 1000;

/** Stops the parser, whose time grows with the square of the depth. */
function depthLimit(): TreeAdapter<DefaultTreeAdapterMap> {
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    onItemPush() {
      depth += 1;
      if (depth > maxDepth) throw new RangeError(`more than ${maxDepth} elements are in each other, as on no page`);
    },
    onItemPop() {
      depth -= 1;
    },
  };
}

/**
 * Parses a page as a browser does.
 *
 * @throws RangeError when the elements are nested deeper than on any page
 * @param html - its HTML
 * @param url - its address
 * @param policies - values of its `Content-Security-Policy` headers
 */
export function parsePage(html: string, url?: URL, policies: readonly string[] = []): Page {
  const elements: PageElement[] = [];
  const texts: Page['texts'][number][] = [];

  function read(node: Node, seen: boolean, into: PageElement[]): void {
    if (node.nodeName === '#text' && seen) {
      const { value, sourceCodeLocation } = node as DefaultTreeAdapterTypes.TextNode;
      texts.push({ line: sourceCodeLocation?.startLine, text: value });
    }
    if (!('childNodes' in node)) return;
    let isSeen = seen;
    let children = into;
    if ('attrs' in node) {
      const element = elementOf(node, html);
      elements.push(element);
      into.push(element);
      isSeen &&= !withoutShownText.has(node.tagName);
      ({ children } = element);
    }
    for (const child of node.childNodes) read(child, isSeen, children);
  }

  read(parse(html, { sourceCodeLocationInfo: true, treeAdapter: depthLimit() }), true, []);
  const base = baseOf(elements, url, policies);
  return { url, base, policies: [...policies, ...declaredPolicies(elements)], elements, texts };
}

function elementOf(node: DefaultTreeAdapterTypes.Element, html: string): PageElement & { children: PageElement[] } {
  const { tagName, attrs, sourceCodeLocation } = node;
  const start = sourceCodeLocation?.startTag ?? sourceCodeLocation ?? undefined;
  return {
    name: tagName,
    attributes: new Map(attrs.map(({ name, value }) => [name, value])),
    line: sourceCodeLocation?.startLine,
    tag: html.slice(start?.startOffset ?? 0, start?.endOffset ?? 0),
    // Only when it is needed: those of all elements would have most text of a page many times.
    get text() {
      return textOf(node);
    },
    children: [],
  };
}

/** Only the first `<base>` with an address counts, and only if the policies before it allow the address (HTML, section 4.2.3). */
function baseOf(elements: readonly PageElement[], url: URL | undefined, policies: readonly string[]): URL | undefined {
  const index = elements.findIndex(({ name, attributes }) => name === 'base' && attributes.has('href'));
  const base = URL.parse(elements[index]?.attributes.get('href') ?? '', url);
  if (index < 0 || !base || /^(?:data|javascript):$/.test(base.protocol)) return url;
  const before = [...policies, ...declaredPolicies(elements.slice(0, index))].flatMap(parsePolicies);
  return before.every((policy) => allows(policy, 'base-uri', { url: base }, url)) ? base : url;
}

function textOf(node: Node): string {
  const parts: string[] = [];
  const add = (each: Node): void => {
    if (each.nodeName === '#text') parts.push((each as DefaultTreeAdapterTypes.TextNode).value);
    else if ('childNodes' in each) each.childNodes.forEach(add);
  };
  add(node);
  return parts.join('');
}
