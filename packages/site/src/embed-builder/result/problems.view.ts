import type { Problem } from '@havenkit/embed/snippets';
import { html, nothing, type TemplateResult } from 'lit';
import { siteId } from '../site-field.view.js';
import type { State } from '../state.js';
import { inWords } from '../words/problem-words.js';
import { strings } from '../words/strings.js';
import { goToField } from './go-to-field.js';
import { placeOf } from './place-of.js';
import { siteProblems } from './site-problems.js';

/**
 * What is wrong with the answers about the site and the widget. Each problem leads to its field. Before a person has answered anything
 * about the widget, there is nothing wrong with that.
 */
export function problemsView(state: State, problems: readonly Problem[]): TemplateResult | typeof nothing {
  const configuration = state.configurations[state.widget] ?? {};
  const items = [
    ...siteProblems(state).map(({ key, title, text }) => linkView(siteId(key), `${title}: ${text}`)),
    ...(Object.keys(configuration).length ? problems : []).map((problem) =>
      problemView(problem, placeOf(state.widget, problem.path, configuration)),
    ),
  ];
  return items.length
    ? html`<div class="notice">
        <h3>${strings.problems}</h3>
        <ul>
          ${items.map((item) => html`<li>${item}</li>`)}
        </ul>
      </div>`
    : nothing;
}

const linkView = (id: string, text: string): TemplateResult =>
  html`<button type="button" class="link" @click=${() => goToField(id)}>${text}</button>`;

const ended = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`);

/** A problem by the titles of its questions. Only what has no question is called as in the code. */
function problemView(problem: Problem, { titles, rest, id }: ReturnType<typeof placeOf>): TemplateResult {
  const names = [...titles, ...(rest ? [rest.replace(/^\./, '')] : [])];
  const text = [...(names.length ? [names.join(', ')] : []), ended(inWords(problem.text))].join(': ');
  return id ? linkView(id, text) : html`${text}`;
}
