/** Decodes bodies strictly. Any encoding but UTF-8 is refused, because a guess could store `J\ufffdrgen` instead of `Jürgen`. */

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Returns `undefined` instead of throwing. */
function attempt<T>(decode: () => T): T | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}

/** Whether a text means the same in UTF-8 and in the encoding that the sender names, if any. */
const meansTheSame = (text: string, charset = 'utf-8'): boolean =>
  /^utf-?8$/i.test(charset) || /^[\t\n\r -~]*$/.test(text);

/** Text from bytes. A byte order mark is removed. `undefined` if the bytes are not UTF-8. */
export function decodeText(bytes: ArrayBuffer, charset: string | undefined): string | undefined {
  const text = attempt(() => decoder.decode(bytes));
  return text !== undefined && meansTheSame(text, charset) ? text : undefined;
}

/**
 * A browser writes a character that the page's encoding does not have as `&#321;` (HTML, "encoding a form"). It is never
 * ASCII.
 */
const decodeReferences = (value: string): string =>
  value.replace(/&#(\d{3,7});/g, (reference, digits: string) => {
    const code = Number(digits);
    return code < 0x80 || code > 0x10ffff ? reference : String.fromCodePoint(code);
  });

/** The fields of `application/x-www-form-urlencoded`. `undefined` if a value's bytes are not UTF-8. */
export function decodeForm(bytes: ArrayBuffer, charset: string | undefined): [string, string][] | undefined {
  const text = decodeText(bytes, charset);
  // URLSearchParams would replace wrong bytes. Like it, this takes a single percent sign as it is.
  const decoded = text && attempt(() => decodeURIComponent(text.replace(/%(?![\da-f]{2})/gi, '%25')));
  if (text === undefined || decoded === undefined) return undefined;
  const parameters = new URLSearchParams(text);
  // A form may have a field with this name, into which the browser writes the encoding that it used (HTML).
  if (!meansTheSame(decoded, charset) || !meansTheSame(decoded, parameters.get('_charset_') || undefined))
    return undefined;
  return Array.from(parameters, ([name, value]) => [name, decodeReferences(value)]);
}
