import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { State } from './state.js';
import { strings } from './strings.js';

/** Questions about the site, which are the same for every widget. */
export function siteView({ language, brand }: State, set: (changes: Partial<State>) => void): TemplateResult {
  const isUnknown = Boolean(brand) && !CSS.supports('color', brand);
  return html`<section>
    <h2>${strings.site}</h2>
    <p>
      <label for="site-language">${strings.language}</label>
      <select
        id="site-language"
        @change=${({ target }: Event) => set({ language: (target as HTMLSelectElement).value })}
      >
        ${Object.entries({ [language]: language, ...strings.languages }).map(
          ([code, name]) => html`<option value=${code} .selected=${live(code === language)}>${name}</option>`,
        )}
      </select>
    </p>
    <p>
      <label for="site-brand">${strings.brand} <span class="hint">${strings.optional}</span></label>
      <input
        id="site-brand"
        autocomplete="off"
        spellcheck="false"
        aria-describedby="site-brand-hint"
        aria-invalid=${isUnknown ? 'true' : nothing}
        .value=${live(brand)}
        @input=${({ target }: Event) => set({ brand: (target as HTMLInputElement).value.trim() })}
      />
    </p>
    ${
      isUnknown
        ? html`<p class="error" id="site-brand-hint">${strings.noColor}</p>`
        : html`<p class="hint" id="site-brand-hint">${strings.brandHint} ${strings.example('#2f6f5e')}</p>`
    }
  </section>`;
}
