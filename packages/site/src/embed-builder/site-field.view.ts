import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { withScheme } from './questions/tidy.js';
import { siteProblem, type SiteAnswer } from './result/site-problems.js';
import type { State } from './state.js';
import { strings } from './words/strings.js';

/** Id of the field of an answer about the site. */
export const siteId = (key: SiteAnswer): string => `site-${key}`;

/** An answer as it is used, from what people write. */
const tidied = (key: SiteAnswer, text: string): string =>
  key === 'page' || key === 'files' ? withScheme(text) : text.trim();

/**
 * A text about the site, with its hint, or with what is wrong with it.
 *
 * @param isOptional - whether to say that it may stay empty
 */
export function siteField(
  key: SiteAnswer,
  state: State,
  hint: string,
  set: (changes: Partial<State>) => void,
  isOptional = true,
): TemplateResult {
  const id = siteId(key);
  const problem = siteProblem(key, state[key]);
  const leave = ({ target }: Event): void => {
    const { value } = target as HTMLInputElement;
    const next = tidied(key, value);
    if (next !== value) set({ [key]: next });
  };
  return html`<p>
      <label for=${id}
        >${strings[key]} ${isOptional ? html`<span class="hint">${strings.optional}</span>` : nothing}</label
      >
      <input
        id=${id}
        autocomplete="off"
        spellcheck="false"
        aria-describedby="${id}-hint"
        aria-invalid=${problem ? 'true' : nothing}
        .value=${live(state[key])}
        @input=${({ target }: Event) => set({ [key]: (target as HTMLInputElement).value })}
        @change=${leave}
      />
    </p>
    <p class=${problem ? 'error' : 'hint'} id="${id}-hint">${problem ?? hint}</p>`;
}
