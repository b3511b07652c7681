import { snippetForms } from '@havenkit/embed/builder';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Result } from './result.js';
import type { State } from './state.js';
import { strings } from './strings.js';

async function copy(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return strings.copied;
  } catch {
    return strings.copyByHand;
  }
}

/** The kind of snippet, the snippet, and what is wrong with the answers. */
export function snippetView(
  { form, files }: State,
  { html: code, problems }: Result,
  set: (changes: Partial<State>) => void,
  report: (message: string) => void,
): TemplateResult {
  return html`<section>
    <h2>${strings.snippet}</h2>
    <fieldset class="choices">
      <legend>${strings.form}</legend>
      ${snippetForms.map(
        (name) =>
          html`<label
            ><input type="radio" name="form" .checked=${live(name === form)} @change=${() => set({ form: name })} />
            ${strings.forms[name]}</label
          >`,
      )}
    </fieldset>
    ${
      form === 'frame'
        ? html`<p>
              <label for="site-files">${strings.files}</label>
              <input
                id="site-files"
                autocomplete="off"
                aria-describedby="site-files-hint"
                .value=${live(files)}
                @input=${({ target }: Event) => set({ files: (target as HTMLInputElement).value.trim() })}
              />
            </p>
            <p class="hint" id="site-files-hint">${strings.filesHint}</p>`
        : nothing
    }
    ${
      problems.length
        ? html`<div class="notice">
            <p>${strings.problems}</p>
            <ul>
              ${problems.map((problem) => html`<li>${problem}</li>`)}
            </ul>
          </div>`
        : nothing
    }
    ${
      code
        ? html`<p>
              <label for="snippet">${strings.snippetLabel}</label>
              <textarea id="snippet" class="code" rows="8" readonly spellcheck="false" .value=${live(code)}></textarea>
            </p>
            <p>
              <button type="button" class="primary" @click=${async () => report(await copy(code))}>
                ${strings.copy}
              </button>
            </p>`
        : html`<p>${strings.noSnippet}</p>`
    }
    <p class="hint">${strings.later}</p>
  </section>`;
}
