import { describe, type Problem } from '@havenkit/embed/builder';
import { html, nothing, type TemplateResult } from 'lit';
import { questionsAbout } from '../questions/schema.js';
import { strings } from '../words/strings.js';

/** What is wrong with the answers about a widget. The details are in English, as in the console of a browser. */
export function problemsView(widget: string, problems: readonly Problem[]): TemplateResult | typeof nothing {
  if (!problems.length) return nothing;
  const titles = new Map(questionsAbout(widget).map(({ key, title }) => [key, title]));
  const titleOf = ({ path }: Problem): string | undefined => titles.get(/^\w*/.exec(path)?.[0] ?? '');
  return html`<div class="notice">
    <p>${strings.problems}</p>
    <ul>
      ${problems.map((problem) => {
        const title = titleOf(problem);
        return html`<li>${title ? html`${title}. ` : nothing}<span lang="en">${describe(problem)}</span></li>`;
      })}
    </ul>
  </div>`;
}
