import type { Problem } from '@havenkit/embed/snippets';
import { html, nothing, type TemplateResult } from 'lit';
import { siteId } from '../site-field.view.js';
import type { State } from '../state.js';
import { inWords } from '../words/problem-words.js';
import { strings } from '../words/strings.js';
import { goToField } from './go-to-field.js';
import { placeOf } from './place-of.js';
import { siteProblems } from './site-problems.js';

/** A problem as the list has it. */
export interface ListedProblem {
  readonly text: string;
  /** Id of the field of its answer, or of a group of fields; none if no question is about it. */
  readonly id: string | undefined;
}

/**
 * What is wrong with the answers about the site and the widget. Before a person has answered anything about the widget, there is nothing
 * wrong with that.
 */
export function listedProblems(state: State, problems: readonly Problem[]): ListedProblem[] {
  const configuration = state.configurations[state.widget] ?? {};
  return [
    ...siteProblems(state).map(({ key, title, text }) => ({ id: siteId(key), text: `${title}: ${text}` })),
    ...(Object.keys(configuration).length ? problems : []).map((problem) => {
      const place = placeOf(state.widget, problem.path, configuration);
      return { id: place.id, text: problemText(problem, place) };
    }),
  ];
}

/** Id of the heading of the list. */
const listId = 'problems';

/**
 * How many answers are to be checked, beside what is copied: the list is out of sight there. It leads to the list.
 *
 * @param id - of the button
 */
export const toProblemsView = (id: string, count: number): TemplateResult | typeof nothing =>
  count
    ? html`<p class="notice on-screen">
        <button type="button" class="link" id=${id} @click=${() => goToField(listId)}>
          ${strings.toProblems(count)}
        </button>
      </p>`
    : nothing;

/** The list of problems. Each leads to its field. */
export function problemsView(state: State, problems: readonly Problem[]): TemplateResult | typeof nothing {
  const items = listedProblems(state, problems);
  return items.length
    ? html`<div class="notice">
        <h3 id=${listId} tabindex="-1">${strings.problems}</h3>
        <ul>
          ${items.map(({ id, text }) => html`<li>${id ? linkView(id, text) : text}</li>`)}
        </ul>
      </div>`
    : nothing;
}

const linkView = (id: string, text: string): TemplateResult =>
  html`<button type="button" class="link" @click=${() => goToField(id)}>${text}</button>`;

const ended = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`);

/** A problem by the titles of its questions. Only what has no question is called as in the code. */
function problemText(problem: Problem, { titles, rest }: ReturnType<typeof placeOf>): string {
  const names = [...titles, ...(rest ? [rest.replace(/^\./, '')] : [])];
  return [...(names.length ? [names.join(', ')] : []), ended(inWords(problem.text))].join(': ');
}
