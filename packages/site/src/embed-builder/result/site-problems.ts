import { filesFolder } from '@havenkit/embed/snippets';
import { formOf, type State } from '../state.js';
import { strings } from '../words/strings.js';
import { addressOf, fontOf } from './result.js';

/** The answers about the site that a person types. */
export type SiteAnswer = 'page' | 'brand' | 'font' | 'files';

const canBeUsed: Readonly<Record<SiteAnswer, (text: string) => boolean>> = {
  page: (page) => addressOf(page) !== undefined,
  brand: (brand) => CSS.supports('color', brand),
  font: (font) => fontOf({ font }) !== undefined,
  files: (files) => filesFolder(files) !== undefined,
};

const sentences: Readonly<Record<SiteAnswer, string>> = {
  page: strings.noAddress,
  brand: strings.noColor,
  font: strings.noFont,
  files: strings.noFiles,
};

/** What is wrong with an answer about the site, in the words of the page. Each may stay empty. */
export const siteProblem = (key: SiteAnswer, text: string): string | undefined =>
  text === '' || canBeUsed[key](text) ? undefined : sentences[key];

/** An answer about the site that cannot be used. */
export interface SiteProblem {
  readonly key: SiteAnswer;
  readonly title: string;
  readonly text: string;
}

/** The answers about the site that cannot be used. */
export function siteProblems(state: State): readonly SiteProblem[] {
  const keys = (Object.keys(canBeUsed) as SiteAnswer[]).filter((key) => key !== 'files' || formOf(state) !== 'html');
  return keys.flatMap((key) => {
    const text = siteProblem(key, state[key]);
    return text ? [{ key, title: strings[key], text }] : [];
  });
}
