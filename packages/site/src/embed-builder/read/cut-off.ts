import { widgets } from '@havenkit/embed/snippets';

/** A tag that a snippet needs: a widget, a placeholder, a frame or a script. */
const ownTag = /^<(?:haven-|[a-z]+\b[^>]*\bdata-haven|script\b[^>]*\.js|iframe\b[^>]*\bframe\.html#)/i;

/** Where the last tag begins if the text ends in it. */
function openTag(text: string): number | undefined {
  const tag = /<[a-z][\w-]*(?:[^>"']+|"[^"]*"|'[^']*')*(>|["']|$)/gi;
  for (let match = tag.exec(text); match; match = tag.exec(text)) if (match[1] !== '>') return match.index;
  return undefined;
}

/** An attribute with its value, or with the beginning of it. */
const attribute = /\s+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)("|$)|'([^']*)('|$)))?/g;

/** Values that are long, and of which a part is of use. */
const isDivisible = (name: string): boolean => /^(?:data-)?config$|^src$/.test(name);

/**
 * HTML that ends in a tag of a widget, with this tag closed. The attribute that it ends in is left out, but for a configuration.
 *
 * @returns `undefined` if the text does not end so
 */
export function closedTag(text: string): string | undefined {
  const start = openTag(text);
  if (start === undefined) return undefined;
  const tag = text.slice(start);
  if (!ownTag.test(tag)) return undefined;
  const [name = ''] = /^<[\w-]+/.exec(tag) ?? [];
  const attributes = [...tag.slice(name.length).matchAll(attribute)].flatMap(
    ([whole, key = '', double, endDouble, single, endSingle]) => {
      const value = double ?? single;
      if (value === undefined || endDouble || endSingle) return value === undefined ? [] : [whole];
      // An entity may be cut, too.
      const quote = double === undefined ? "'" : '"';
      return isDivisible(key) ? [` ${key}=${quote}${value.replace(/&\w*$/, '')}${quote}`] : [];
    },
  );
  return `${text.slice(0, start)}${name}${attributes.join('')}>`;
}

/**
 * A widget's element without the beginning of its tag, with a tag that has what is left of the attributes.
 *
 * @returns `undefined` if the text does not end with such an element
 */
export function openedTag(text: string): string | undefined {
  const [, name] = /<\/haven-([\w-]+)>/.exec(text) ?? [];
  return name && widgets.includes(name) && !text.includes(`<haven-${name}`) ? `<haven-${name} ${text}` : undefined;
}

/** Whether a text is the end of a snippet, or its beginning before the widget. */
export const isPart = (text: string): boolean =>
  /\bclass="havenkit-[\da-f]{8}"|<script\b[^>]*\/(?:[\w-]+\.classic|frame-host)\.js/.test(text);

/** A place in JSON after which everything that is open can be closed. */
interface Place {
  readonly end: number;
  /** What closes it. */
  readonly closing: string;
}

/** What is whole of JSON that was cut off; `undefined` if nothing is, or if it is damaged in another way. */
export function wholePart(json: string): string | undefined {
  const open: string[] = [];
  let place: Place | undefined;
  for (const { 0: token, index } of json.matchAll(/"(?:[^"\\]|\\.)*("|$)|[{}[\],]/gs)) {
    if (token === '{' || token === '[') open.unshift(token === '{' ? '}' : ']');
    // What is before a comma, or ends a list or an object, is whole.
    const isEnd = token === '}' || token === ']';
    if (isEnd && open.shift() !== token) return undefined;
    if (isEnd || token === ',') place = { end: index + (isEnd ? 1 : 0), closing: open.join('') };
  }
  if (!open.length || !place) return undefined;
  const whole = json.slice(0, place.end) + place.closing;
  return isJson(whole) ? whole : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What is whole of an encoded address part that was cut off, as text. */
export function decodedPart(encoded: string): string {
  // At most a character of four bytes is cut.
  for (let length = encoded.length; length >= Math.max(0, encoded.length - 12); length--)
    try {
      return decodeURIComponent(encoded.slice(0, length));
    } catch {
      // One letter less.
    }
  return '';
}
