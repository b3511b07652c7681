/** OBJECT REPLACEMENT CHARACTER: stands for an object in a text. */
const placeholder = '\uFFFC';

/**
 * Inserts content with markup into a translated sentence.
 *
 * @param sentence - the translation, as a function of the content's text
 * @param content - the content, for example a phone number that must not break
 */
export function textAround(sentence: (text: string) => string, content: unknown): unknown[] {
  const [before, after] = sentence(placeholder).split(placeholder);
  return [before, content, after];
}
