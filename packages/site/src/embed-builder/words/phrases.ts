/**
 * Sentences and what they become. `{}` is any text, which stays as it is, and `[]` is a text that is translated, too. What they become
 * may also be made from those texts.
 */
export type PhraseList = readonly (readonly [pattern: string, words: string | ((...parts: string[]) => string)])[];

const placeholder = /\\\{\\\}|\\\[\\\]/g;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Translates a text by the first phrase that fits all of it; `undefined` if there is none. */
export function translate(text: string, phrases: PhraseList): string | undefined {
  for (const [pattern, words] of phrases) {
    const source = escaped(pattern);
    const kinds = source.match(placeholder) ?? [];
    const found = new RegExp(`^${source.replace(placeholder, '(.+)')}$`, 's').exec(text)?.slice(1);
    const parts = found?.map((part, index) => (kinds[index] === '\\[\\]' ? translate(part, phrases) : part));
    if (!parts?.every((part) => part !== undefined)) continue;
    if (typeof words === 'function') return words(...parts);
    const rest = [...parts];
    return words.replace(/\{\}|\[\]/g, () => rest.shift() ?? '');
  }
  return undefined;
}
