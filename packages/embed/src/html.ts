/** Escapes a text for an attribute in double quotes. WordPress takes a `>` in it for the end of the tag. */
export const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Attributes in a tag. One without a value is left out. */
export const attributes = (values: Readonly<Record<string, string | true | undefined>>): string =>
  Object.entries(values)
    .flatMap(([name, value]) =>
      value === undefined ? [] : value === true ? ` ${name}` : ` ${name}="${escapeAttribute(value)}"`,
    )
    .join('');

/** Comments, which are all Lit's: markers of a server, or of a browser. */
const markers = /<!--.*?-->|<\?>/g;
/** Before a tag that starts a line of its own: of a block, or the end of one that has others in it. */
const lineStart =
  /(?=<(?:h[1-6]|p|ul|ol|li|table|tr|form|fieldset|legend|blockquote|input type="hidden")\b|<\/(?:ul|ol|table|form|fieldset|blockquote)\b)/g;

/**
 * What Lit rendered, as HTML that a person pastes: without markers, and a block a line. There is no blank line, which
 * WordPress's classic editor would turn into a paragraph.
 */
export const readable = (rendered: string): string =>
  rendered
    .replace(markers, '')
    // No other white space: times and numbers have spaces that do not break.
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/ (?=>)/g, '')
    // White space at the edges of a block is not shown.
    .replace(/(<(?:p|li|label|h[1-6]|legend|form)\b[^>]*>) | (?=<\/(?:p|li|label|h[1-6]|legend|form)>)/g, '$1')
    .split(lineStart)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
