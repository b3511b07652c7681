/** Words, sentences and syllables of a text. */
function count(text: string, letters: RegExp, syllables: (word: string) => number): [number, number, number] {
  const sentences = text.split(/[.!?:]+[\s”»]+|\n+/).filter((sentence) => /\p{L}/u.test(sentence));
  const words = text.toLowerCase().match(letters) ?? [];
  return [words.length, sentences.length, words.reduce((sum, word) => sum + Math.max(1, syllables(word)), 0)];
}

/**
 * Flesch-Kincaid grade level of an English text (Kincaid et al. 1975): years of school that it requires. Syllables are
 * counted as groups of vowels, without a silent e.
 */
export function readingGrade(text: string): number {
  const [words, sentences, syllables] = count(
    text,
    /[a-z’']+/g,
    (word) => word.replace(/(?<=[^aeiou])e(s|d)?$/, '').match(/[aeiouy]+/g)?.length ?? 1,
  );
  return (0.39 * words) / sentences + (11.8 * syllables) / words - 15.59;
}

/**
 * Ease of reading of a Spanish text by Szigriszt-Pazos (1993), 0 to 100: from 65 on it requires at most eight years of
 * school (INFLESZ scale, "fairly easy"). Two strong vowels side by side are two syllables.
 */
export function readingEaseInSpanish(text: string): number {
  const [words, sentences, syllables] = count(
    text,
    /[a-záéíóúüñ]+/g,
    (word) => word.replace(/([aeoáéó])(?=[aeoáéóíú])|([íú])(?=[aeo])/g, '$&-').match(/[aeiouáéíóúü]+/g)?.length ?? 1,
  );
  return 206.835 - (62.3 * syllables) / words - words / sentences;
}
