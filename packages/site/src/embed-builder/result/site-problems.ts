import { formOf, type State } from '../state.js';
import { strings } from '../words/strings.js';
import { addressOf, fontOf } from './result.js';

/** An answer about the site that cannot be used. */
export interface SiteProblem {
  readonly title: string;
  readonly text: string;
}

/** What is wrong with the answers about the site, in the words of the page. */
export function siteProblems(state: State): readonly SiteProblem[] {
  const { page, brand, font, files } = state;
  return [
    { title: strings.page, text: strings.noAddress, isWrong: page !== '' && !addressOf(page) },
    { title: strings.brand, text: strings.noColor, isWrong: brand !== '' && !CSS.supports('color', brand) },
    { title: strings.font, text: strings.noFont, isWrong: font !== '' && !fontOf({ font }) },
    {
      title: strings.files,
      text: strings.noAddress,
      isWrong: formOf(state) !== 'html' && files !== '' && !addressOf(files),
    },
  ].filter(({ isWrong }) => isWrong);
}
