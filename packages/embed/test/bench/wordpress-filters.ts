/**
 * Small copies of what WordPress does to a post, after its source texts: KSES, which takes away what an author may not use, and
 * wptexturize, which makes typographic quotes and dashes. Paragraphs are made by WordPress's own package.
 */

const elements = new Set(
  (
    'a abbr acronym address area article aside audio b bdo big blockquote br button caption cite code col colgroup dd del details dfn ' +
    'div dl dt em fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd label legend li main map ' +
    'mark menu nav object ol p pre q rb rp rt rtc ruby s samp section small span strike strong sub summary sup table tbody td ' +
    'textarea tfoot th thead title tr track tt u ul var video'
  ).split(' '),
);

/** Attributes of single elements, as far as our snippets have them. */
const ownAttributes: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'rel', 'target', 'download'],
  button: ['disabled', 'name', 'type', 'value'],
  label: ['for'],
  ol: ['start', 'type', 'reversed'],
  textarea: ['cols', 'rows', 'disabled', 'name', 'readonly'],
  th: ['abbr', 'align', 'colspan', 'headers', 'rowspan', 'scope'],
};
const everywhere =
  /^(class|dir|hidden|id|lang|role|style|title|xml:lang|data-[a-z0-9_-]+|aria-(controls|current|describedby|details|expanded|hidden|label|labelledby|live))$/;

/** Properties of `style` attributes, as far as our snippets have them. Logical sizes are not among them. WordPress 6.6 added the last one. */
const properties = /^\s*(?:min-height|max-height|overflow|height|width|margin|padding|container-type)\s*:/;

/** A function that WordPress takes for safe. Whatever else has parentheses is removed. */
const safeFunction = /\b(?:var|calc|min|max|clamp)\((?:[^()]|\([^()]*\))*\)/g;

/** What KSES leaves of a `style` attribute. */
const styleOf = (value: string): string =>
  value
    .slice(1, -1)
    .split(';')
    .filter((each) => properties.test(each) && !/[\\(&=}]|\/\*/.test(each.replace(safeFunction, '')))
    .join(';');

/** Like WordPress, it takes the first `>` for the end of a tag, also one in an attribute, and of a comment with several lines. */
const tagLike = /<!--.*?(?:-->|$)|<[^>]*(?:>|$)|>/g;

/** What KSES leaves of an author's post. Tags go, their content stays. */
export const kses = (html: string): string =>
  html.replace(tagLike, (token) => {
    if (token.startsWith('<!--')) return `<!--${kses(token.replace(/<!--|-->/g, '')).replace(/--+/g, '-')}-->`;
    const [, slash, name = '', rest = ''] = /^<\s*(\/?)\s*([a-z][a-z0-9-]*)([^>]*)>?$/i.exec(token) ?? [];
    if (!name) return token === '>' ? '&gt;' : '';
    const tag = name.toLowerCase();
    if (!elements.has(tag)) return '';
    if (slash) return `</${tag}>`;
    const kept = [...rest.matchAll(/([^\s=/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"']+))?/g)].filter(
      ([, attribute = '']) =>
        everywhere.test(attribute.toLowerCase()) || ownAttributes[tag]?.includes(attribute.toLowerCase()),
    );
    const attributes = kept
      .map(([, attribute, value]) => {
        if (attribute?.toLowerCase() === 'style' && value) return ` style="${styleOf(value)}"`;
        return ` ${attribute}${value === undefined ? '' : `=${value}`}`;
      })
      .join('');
    return `<${tag}${attributes}${/\/\s*$/.test(rest) ? ' /' : ''}>`;
  });

/** Elements whose content wptexturize leaves as it is. */
const literal = new Set(['pre', 'code', 'kbd', 'style', 'script', 'tt', 'textarea']);

/** Makes quotes, dashes and multiplication signs typographic, in the texts between tags. */
export function texturize(html: string): string {
  let skipped = '';
  return html
    .split(/(<!--[^]*?(?:-->|$)|<[^>]*>?)/)
    .map((part) => {
      if (part.startsWith('<')) {
        const [, slash, name = ''] = /^<(\/?)([a-z0-9-]+)/i.exec(part) ?? [];
        if (!skipped && !slash && literal.has(name)) skipped = name;
        else if (slash && name === skipped) skipped = '';
        return part;
      }
      if (skipped) return part;
      return part
        .replace(/&quot;|&#34;/g, '"')
        .replace(/(^|[\s([{"-])'/g, '$1‘')
        .replace(/'/g, '’')
        .replace(/(^|[\s([{-])"/g, '$1“')
        .replace(/"/g, '”')
        .replace(/---/g, '—')
        .replace(/ -- /g, ' — ')
        .replace(/--/g, '–')
        .replace(/\.\.\./g, '…')
        .replace(/\b(\d+)x(\d+)\b/g, '$1×$2');
    })
    .join('');
}

/** Runs in the page: emoji become pictures of wordpress.org, also in what is added later. */
export const emoji = `
function replaceEmoji(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (/\\p{Extended_Pictographic}/u.test(walker.currentNode.data)) texts.push(walker.currentNode);
  for (const text of texts) {
    if (text.parentElement.closest('script, style, textarea')) continue;
    const parts = text.data.split(/(\\p{Extended_Pictographic})/u);
    text.replaceWith(...parts.map((part, index) => index % 2 ? Object.assign(new Image(), {
      className: 'emoji', alt: part, src: 'https://s-w-org.example/' + part.codePointAt(0).toString(16) + '.svg' }) : part));
  }
}
new MutationObserver((records) => {
  for (const { addedNodes } of records) for (const node of addedNodes) if (node.nodeType === 1) replaceEmoji(node);
}).observe(document, { childList: true, subtree: true });
document.addEventListener('DOMContentLoaded', () => replaceEmoji(document.body));`;
