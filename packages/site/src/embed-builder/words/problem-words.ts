import { translate } from './phrases.js';
import { strings } from './strings.js';

/** A problem of a configuration in the words of the page. */
export const inWords = (text: string): string =>
  translate(text, strings.problemPhrases) ?? (strings.otherProblem || text);
