import { readingEaseInSpanish, readingGrade } from '@havenkit/elements/reading-grade';
import { strings } from '../words/strings.js';

/** Fewer words have no grade that says anything. */
const fewestWords = 8;
/** Years of school, and ease of reading, of a text for tired parents. */
const highestGrade = 8;
const leastEase = 65;

/** From this share of the limit on, a person needs to know it. */
const nearlyFull = 0.75;

/**
 * What helps a person who writes for parents: how long a text may be, and how easy it is to read.
 *
 * @param language - of the text; the reading grade is known in English and Spanish
 */
export function writingNotes(
  text: string,
  { maxLength, long }: { readonly maxLength: number; readonly long: boolean },
  language: string,
): string[] {
  const notes: string[] = [];
  const { length } = [...text];
  if (length > maxLength * nearlyFull) notes.push(strings.length(length, maxLength));
  if (!long || text.split(/\s+/).length < fewestWords) return notes;
  if (/^en\b/i.test(language)) {
    const grade = Math.max(1, Math.round(readingGrade(text)));
    notes.push(strings.grade(grade), ...(grade > highestGrade ? [strings.hardToRead] : []));
  }
  if (/^es\b/i.test(language))
    notes.push(readingEaseInSpanish(text) < leastEase ? strings.hardToRead : strings.easyToRead);
  return notes;
}
