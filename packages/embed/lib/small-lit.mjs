/**
 * The part of Lit's templates (`html`, `nothing`, `render`) that the widgets use, for the CDN files: each of them is a closed
 * world, in which nobody else can bring a directive. It works as Lit does (BSD-3-Clause, Google LLC): a template is parsed
 * once, its copies are filled part by part, and what stays the same is not touched. A test compares the two, and
 * ../small-lit.mjs stops the build at a template that needs more:
 *
 * - a value stands where text could, or in an attribute; not in a comment, nor within a textarea, style or title;
 * - an attribute is one (`a=${x}`, `a="x ${y}"`) or a listener for which an element has an `on…` property (`@event=${x}`),
 *   that needs no `this`: no `.property=`, no `?boolean=`;
 * - text is a text, a number, a template, a node, or an array of these.
 */

/* global Comment, document, trustedTypes */

/** Shows nothing; takes an attribute away. */
export const nothing = null;

export const html = (strings, ...fillings) => ({ strings, fillings });

/** Stands for a value in an attribute. */
const hole = '{}';

let policy = { createHTML: (markup) => markup };
try {
  policy = trustedTypes.createPolicy('lit-html', policy);
} catch {
  // Unknown to the browser, or refused by the page: then it refuses templates too, and an element shows its children.
}

/** Parsed templates by their strings. */
const templates = new Map();

/**
 * A part takes its values from a function that gives the next one.
 *
 * @typedef {(next: () => unknown) => void} Part
 */

/** Adds the parts of a template's copy to a list. */
function copyOf(strings, parts) {
  if (!templates.has(strings)) {
    const template = document.createElement('template');
    // eslint-disable-next-line no-restricted-syntax -- the markup is the strings of a template tag, and goes through the policy
    template.innerHTML = policy.createHTML(
      // Only a template tag gives an array with `raw`: data that pretends to be a template is none.
      // Within a tag there is a "<" without its ">". Elsewhere a comment keeps the place, and one is before all of them.
      strings.raw && strings.reduce((before, after) => before + (/<[^>]*$/.test(before) ? hole : '<?>') + after, ''),
    );
    templates.set(strings, template.content);
  }
  const copy = document.importNode(templates.get(strings), true);
  const walker = document.createTreeWalker(copy, 129); // elements and comments
  walker.nextNode();
  for (let node; (node = walker.nextNode());)
    if (node.tagName)
      for (const name of node.getAttributeNames()) {
        const value = node.getAttribute(name);
        const pieces = value.split(hole);
        if (pieces[1] != null) parts.push(attributePart(node, name, value !== hole && pieces));
      }
    else parts.push(textPart(node));
  return copy;
}

/** Sets an attribute: to a value, or to what pieces have between them. @returns {Part} */
function attributePart(element, name, pieces) {
  let shown = hole;
  return (next) => {
    let value = pieces ? pieces.reduce((before, after) => before + next() + after) : next();
    if (value === shown) return;
    shown = value;
    if (name[0] === '@') {
      element[name.replace('@', 'on')] = value;
      value = nothing;
    }
    if (value == null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  };
}

/** Shows values between a node and what is before it now, which stays. @returns {Part} */
function textPart(end) {
  const start = end.previousSibling;
  let shown = '';
  let parts = [];
  return (next) => {
    const value = next() ?? '';
    const isList = Array.isArray(value);
    const items = isList ? value : value.fillings;
    const kind = isList ? Array : (value.strings ?? value);
    let content = '';
    if (kind !== shown) {
      shown = kind;
      parts = [];
      while (end.previousSibling !== start) end.previousSibling.remove();
      if (!isList) content = items ? copyOf(kind, parts) : value;
    }
    // An array that gets shorter leaves empty places.
    if (isList)
      while (parts.length < items.length) {
        const place = new Comment();
        end.before(place);
        parts.push(textPart(place));
      }
    let count = 0;
    const nextItem = () => items[count++];
    for (const part of parts) part(nextItem);
    // Filled first, so that the page changes once.
    if (content !== '') end.before(content);
  };
}

/** Shows a value before a node; later on, another one in its place. */
export const render = (value, _, { renderBefore }) => (renderBefore.lit ??= textPart(renderBefore))(() => value);
