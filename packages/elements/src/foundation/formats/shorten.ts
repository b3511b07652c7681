/**
 * Shortens a text, with an ellipsis at its end. It ends with a whole word, or, in a long word or a script without spaces, with
 * a whole grapheme: never inside an emoji or an accented letter.
 *
 * @param fits - returns whether a text is short enough; if it is, every shorter start of the text has to be as well
 */
export function shorten(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const starts = [...new Intl.Segmenter().segment(text)].map(({ index }) => index);
  // Search by halves for the last grapheme before which the text can end.
  let [low, high] = [0, starts.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (fits(`${text.slice(0, starts[middle])}…`)) low = middle;
    else high = middle;
  }
  const end = starts[low] ?? 0;
  const start = text.slice(0, end);
  // Drops the start of a word, unless it is a long one.
  const words = /\s/.test(text.charAt(end)) ? start : start.replace(/\s\S{0,30}$/, '');
  return `${words.trimEnd()}…`;
}

/** Shortens a text to a number of characters (Unicode code points); see {@link shorten}. */
export const shortenTo = (text: string, maxLength: number): string =>
  // Of a text that is too long, this start is too long as well. The segments of a whole file would take long.
  shorten(
    text.slice(0, 2 * maxLength + 2),
    (shorter) => shorter.length <= maxLength || [...shorter].length <= maxLength,
  );
