import { sentence, type Problem } from '@havenkit/embed/builder';
import { html, nothing, type TemplateResult } from 'lit';
import type { State } from '../state.js';
import { strings } from '../words/strings.js';
import { placeOf } from './place-of.js';
import { siteProblems } from './site-problems.js';

/**
 * What is wrong with the answers about the site and the widget. The details are in English, as in the console of a browser. Before a
 * person has answered anything about the widget, there is nothing wrong with that.
 */
export function problemsView(state: State, problems: readonly Problem[]): TemplateResult | typeof nothing {
  const configuration = state.configurations[state.widget] ?? {};
  const items = [
    ...siteProblems(state).map(({ title, text }) => html`<li>${title}: ${text}</li>`),
    ...(Object.keys(configuration).length ? problems : []).map((problem) =>
      problemView(problem, placeOf(state.widget, problem.path, configuration)),
    ),
  ];
  return items.length
    ? html`<div class="notice">
        <p>${strings.problems}</p>
        <ul>
          ${items}
        </ul>
      </div>`
    : nothing;
}

const ended = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`);

/** A problem by the titles of its questions. Only what has no question is called as in the code. */
function problemView(problem: Problem, { titles, rest }: ReturnType<typeof placeOf>): TemplateResult {
  if (!titles.length) return html`<li lang="en">${sentence(problem)}</li>`;
  const detail = rest ? sentence({ ...problem, path: rest.replace(/^\./, '') }) : ended(problem.text);
  return html`<li>${titles.join(', ')}: <span lang="en">${detail}</span></li>`;
}
