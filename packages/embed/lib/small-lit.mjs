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

export const html = (strings, ...items) => ({ strings, items });

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

function templateOf(strings) {
  let template = templates.get(strings);
  if (!template) {
    template = document.createElement('template');
    // eslint-disable-next-line no-restricted-syntax -- the markup is the strings of a template tag, and goes through the policy
    template.innerHTML = policy.createHTML(
      // Only a template tag gives an array with `raw`: data that pretends to be a template is none.
      // Within a tag there is a "<" without its ">". Elsewhere a comment keeps the place.
      strings.raw && strings.reduce((before, after) => before + (/<[^>]*$/.test(before) ? hole : '<?>') + after),
    );
    templates.set(strings, template);
  }
  return template;
}

/**
 * A part takes its values from a function that gives the next one.
 *
 * @typedef {(next: () => unknown) => void} Part
 */

/** Adds the parts of a template's copy to a list. */
function copyOf(strings, parts) {
  const copy = document.importNode(templateOf(strings).content, true);
  const walker = document.createTreeWalker(copy, 129); // elements and comments
  for (let node; (node = walker.nextNode());)
    if (node.attributes)
      for (const { name, value } of [...node.attributes]) {
        const pieces = value.split(hole);
        if (pieces[1] != null) parts.push(attributePart(node, name, pieces));
      }
    else parts.push(textPart(node));
  return copy;
}

/** @returns {Part} */
function attributePart(element, name, pieces) {
  let shown;
  element.removeAttribute(name);
  return (next) => {
    const value = pieces.join() === ',' ? next() : pieces.reduce((before, after) => before + next() + after);
    if (value === shown) return;
    shown = value;
    if (name[0] === '@') element[name.replace('@', 'on')] = value;
    else if (value == null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  };
}

/** Fills a place of its own before a node. @returns {Part} */
function textPart(place) {
  const start = new Comment();
  const end = new Comment();
  place.before(start, end);
  let shown;
  let parts;
  return (next) => {
    const value = next() ?? '';
    const isList = Array.isArray(value);
    const items = isList ? value : value.items;
    const kind = isList ? Array : (value.strings ?? value);
    if (kind !== shown) {
      shown = kind;
      parts = [];
      while (start.nextSibling !== end) start.nextSibling.remove();
      if (!isList) end.before(items ? copyOf(kind, parts) : value);
    }
    // An array that gets shorter leaves empty places.
    if (isList) while (parts.length < items.length) parts.push(textPart(end));
    let count = 0;
    for (const part of parts) part(() => items[count++]);
  };
}

/** Shows a value before a node; later on, another one in its place. */
export const render = (value, _, { renderBefore }) => (renderBefore.lit ??= textPart(renderBefore))(() => value);
