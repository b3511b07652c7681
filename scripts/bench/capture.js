// Runs in a page with one rendered card, and takes it apart for the other two ways of making the same nodes.
window.capture = () => {
  const card = document.querySelector('haven-contact-card');
  const nodes = (root) => [...root.childNodes].flatMap((node) => [node, ...nodes(node)]);
  const escape = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  const values = [];
  // A text that follows one of Lit's markers is the value of a binding there, and becomes one here.
  const bound = (text) => text.previousSibling?.nodeType === Node.COMMENT_NODE;
  const write = (node, bind) => {
    if (node.nodeType === Node.TEXT_NODE)
      return bind && bound(node) ? `\${d[${values.push(node.data) - 1}]}` : escape(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    const tag = node.localName;
    const attributes = [...node.attributes].map(({ name, value }) =>
      bind && name === 'href' ? ` href=\${d[${values.push(value) - 1}]}` : ` ${name}="${escape(value)}"`,
    );
    const click = bind && /^(a|button)$/.test(tag) ? ' @click=${this.used}' : '';
    const inside = [...node.childNodes].map((child) => write(child, bind)).join('');
    return `<${tag}${attributes.join('')}${click}>${inside}${/^(br|img|input|hr)$/.test(tag) ? '' : `</${tag}>`}`;
  };
  const all = nodes(card.shadowRoot);
  return {
    template: [...card.shadowRoot.childNodes].map((node) => write(node, true)).join(''),
    values,
    html: [...card.shadowRoot.childNodes].map((node) => write(node, false)).join(''),
    elements: all.filter(({ nodeType }) => nodeType === Node.ELEMENT_NODE).length,
    texts: all.filter(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data).length,
    height: card.getBoundingClientRect().height,
  };
};
