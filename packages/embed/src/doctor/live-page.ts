import { declaredPolicies } from '../check/content-security-policy.js';
import { withoutShownText, type Page, type PageElement } from '../check/page.js';

/** A page as it is now, in the shape that `havenkit check` reads. */
export interface LivePage extends Page {
  readonly url: URL;
  /** The nodes of its elements. */
  readonly nodes: ReadonlyMap<PageElement, Element>;
  /** Custom elements into which nothing can be seen. */
  readonly closed: number;
}

/** Whether an element is a widget. What is in its shadow root is the widget's own, and may be what a visitor wrote. */
const isWidget = ({ localName }: Element): boolean => localName.startsWith('haven-');

function attributesOf(node: Element): Map<string, string> {
  // Some frameworks write what is typed into this one.
  const found = [...node.attributes].flatMap(({ name, value }) => (name === 'value' ? [] : [[name, value] as const]));
  // Browsers hide it from the attributes.
  const { nonce } = node as HTMLElement;
  return new Map(nonce ? [...found, ['nonce', nonce]] : found);
}

/**
 * Reads the page that is shown, and the open shadow roots of its other elements. It reads no field.
 *
 * @param policies - values of its `Content-Security-Policy` headers
 * @param own - the doctor's own element, which is left out
 */
export function livePage(document: Document, policies: readonly string[], own: Element): LivePage {
  const elements: PageElement[] = [];
  const texts: { line: undefined; text: string }[] = [];
  const nodes = new Map<PageElement, Element>();
  let closed = 0;

  function readAll(parent: ParentNode & Node, isSeen: boolean): PageElement[] {
    const found: PageElement[] = [];
    for (const node of parent.childNodes) {
      if (node instanceof Text && isSeen) texts.push({ line: undefined, text: node.data });
      if (node instanceof Element && node !== own)
        found.push(read(node, isSeen && !withoutShownText.has(node.localName)));
    }
    return found;
  }

  function read(node: Element, isSeen: boolean): PageElement {
    const children: PageElement[] = [];
    const element: PageElement = {
      name: node.localName,
      attributes: attributesOf(node),
      line: undefined,
      tag: '',
      text: node.localName === 'script' ? node.textContent : '',
      children,
    };
    elements.push(element);
    nodes.set(element, node);
    if (node.shadowRoot && !isWidget(node)) children.push(...readAll(node.shadowRoot, isSeen));
    else if (!node.shadowRoot && node.matches(':defined') && customElements.get(node.localName)) closed++;
    children.push(...readAll(node, isSeen));
    return element;
  }

  readAll(document, true);
  return {
    url: new URL(document.URL),
    base: new URL(document.baseURI),
    policies: [...new Set([...policies, ...declaredPolicies(elements)])],
    elements,
    texts,
    nodes,
    closed,
  };
}
