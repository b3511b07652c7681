/** OBJECT REPLACEMENT CHARACTER: the place of something in a text that is not text itself. */
const placeholder = '\uFFFC';

/**
 * Puts content with markup of its own into a translated sentence.
 *
 * @param sentence - the translation, as a function of the content's text
 * @param content - what takes its place, for example a phone number that must not break
 */
export function textAround(sentence: (text: string) => string, content: unknown): unknown[] {
  const [before, after] = sentence(placeholder).split(placeholder);
  return [before, content, after];
}
