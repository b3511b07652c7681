/** Wraps every text as a translator does: the text node itself, or a new one in its place. */
export function translate(root: Node, replace: boolean): void {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (texts.nextNode()) nodes.push(texts.currentNode as Text);
  for (const node of nodes.filter(({ data }) => data.trim())) {
    const outer = document.createElement('font' as string);
    const inner = outer.cloneNode() as Element;
    node.replaceWith(outer);
    outer.append(inner);
    inner.append(replace ? `${node.data} (translated)` : node);
  }
}
