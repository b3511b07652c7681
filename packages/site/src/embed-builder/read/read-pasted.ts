import { pageFacts } from './page-facts.js';
import { questionsAbout, titleOf } from '../questions/schema.js';
import { readSnippet } from './snippet-reader.js';
import type { State } from '../state.js';
import { strings } from '../words/strings.js';

const card = 'contact-card';

/**
 * Reads what a person pasted: snippets, or else a page that says something about the practice. What a page says is used only where
 * there is no answer yet.
 *
 * @returns the answers, unchanged if nothing was found, and a sentence about what was found
 */
export function readPasted(html: string, state: State): { state: State; message: string } {
  const { state: read, found } = readSnippet(html, state);
  if (found.length) return { state: read, message: strings.readDone(found.map(titleOf).join(', ')) };
  const facts = pageFacts(html);
  if (!Object.keys(facts).length) return { state, message: strings.readNothing };
  const known = state.configurations[card] ?? {};
  const isNew = (key: string): boolean => key in facts && !(key in known);
  const titles = questionsAbout(card).filter(
    ({ key }) => isNew(key) || (key === 'openingHours' && isNew('openingHoursSpecification')),
  );
  if (!titles.length) return { state, message: strings.readKnown };
  return {
    state: {
      ...state,
      widget: card,
      configurations: { ...state.configurations, [card]: { ...facts, ...known } },
    },
    message: strings.readFacts(titles.map(({ title }) => title.toLowerCase()).join(', ')),
  };
}
