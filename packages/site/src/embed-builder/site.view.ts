import { builders, languages, texts, type BuilderId } from '@havenkit/embed/snippets';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { brandContrast } from './result/brand-contrast.js';
import { siteProblem } from './result/site-problems.js';
import { siteField } from './site-field.view.js';
import type { State } from './state.js';
import { strings } from './words/strings.js';

const languageNames = new Intl.DisplayNames(strings.code, { type: 'language' });

/** A language by its name, or by its code if the code cannot be read. */
function languageName(code: string): string {
  try {
    return languageNames.of(code) ?? code;
  } catch {
    return code;
  }
}

const ratio = new Intl.NumberFormat(strings.code, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A button in the brand's colors, light and dark, with its contrast. WCAG 1.4.3 asks for 4.5. */
const contrastView = (brand: string): TemplateResult =>
  html`<div class="swatches">
    ${(['light', 'dark'] as const).map((scheme) => {
      const { text, button } = brandContrast(brand, scheme);
      return html`<p class="haven-native swatch ${scheme}" .style=${brand ? `--haven-brand: ${brand}` : ''}>
        <span class="text">${strings[scheme]}: ${ratio.format(text)}</span>
        <span class="fill">${strings.filledButton}: ${ratio.format(button)}</span>
      </p>`;
    })}
    <p class="hint">${strings.contrastHint}</p>
  </div>`;

/** Questions about the site, which are the same for every widget. */
export function siteView(state: State, set: (changes: Partial<State>) => void): TemplateResult {
  const { builder, language, brand } = state;
  return html`<section>
    <h2>${strings.site}</h2>
    <p>
      <label for="site-builder">${strings.builder}</label>
      <select
        id="site-builder"
        @change=${({ target }: Event) => set({ builder: (target as HTMLSelectElement).value as BuilderId })}
      >
        ${builders.map(
          ({ id }) =>
            html`<option value=${id} .selected=${live(id === builder)}>
              ${texts[strings.code].builders[id].name}
            </option>`,
        )}
      </select>
    </p>
    ${siteField('page', state, strings.pageHint, set)}
    <p>
      <label for="site-language">${strings.language}</label>
      <select
        id="site-language"
        @change=${({ target }: Event) => set({ language: (target as HTMLSelectElement).value })}
      >
        ${[...new Set(['en', ...languages, language])].map(
          (code) => html`<option value=${code} .selected=${live(code === language)}>${languageName(code)}</option>`,
        )}
      </select>
    </p>
    ${siteField('brand', state, `${strings.brandHint} ${strings.example('#2f6f5e')}`, set)}
    ${siteProblem('brand', brand) ? nothing : contrastView(brand)}
    ${siteField('font', state, `${strings.fontHint} ${strings.example('18px Georgia, serif')}`, set)}
  </section>`;
}
