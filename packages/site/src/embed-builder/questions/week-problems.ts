import type { Problem } from '@havenkit/embed/snippets';
import type { RawConfiguration } from '@havenkit/elements/foundation';
import { strings } from '../words/strings.js';
import { timesInWords } from './times-in-words.js';
import { weekOf } from './week.js';

/**
 * What is wrong with opening hours, by the day and in the words that a person wrote. The card reads hours word by word, and quotes only
 * the first word that it does not know.
 */
export function weekProblems(problems: readonly Problem[], { openingHours }: RawConfiguration): readonly Problem[] {
  const week = typeof openingHours === 'string' ? (weekOf(openingHours) ?? []) : [];
  const index = week.findIndex((times) => times && !timesInWords(times));
  if (index < 0) return problems;
  const found = `found ${strings.days[index]}: ${week[index]}`;
  return problems.map((each) =>
    each.path === 'openingHours' ? { ...each, text: each.text.replace(/found .*/s, found) } : each,
  );
}
