import { builders, languages, texts, type BuilderId } from '@havenkit/embed/builder';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { brandContrast } from './result/brand-contrast.js';
import { addressOf, fontOf } from './result/result.js';
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
export function siteView(
  { builder, page, language, brand, font }: State,
  set: (changes: Partial<State>) => void,
): TemplateResult {
  const isUnknown = Boolean(brand) && !CSS.supports('color', brand);
  const isNoAddress = page !== '' && !addressOf(page);
  const isNoFont = font !== '' && !fontOf({ font });
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
    <p>
      <label for="site-page">${strings.page} <span class="hint">${strings.optional}</span></label>
      <input
        id="site-page"
        autocomplete="off"
        aria-describedby="site-page-hint"
        aria-invalid=${isNoAddress ? 'true' : nothing}
        .value=${live(page)}
        @input=${({ target }: Event) => set({ page: (target as HTMLInputElement).value.trim() })}
      />
    </p>
    ${
      isNoAddress
        ? html`<p class="error" id="site-page-hint">${strings.noAddress}</p>`
        : html`<p class="hint" id="site-page-hint">${strings.pageHint}</p>`
    }
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
        : html`<p class="hint" id="site-brand-hint">${strings.brandHint} ${strings.example('#2f6f5e')}</p>
            ${contrastView(brand)}`
    }
    <p>
      <label for="site-font">${strings.font} <span class="hint">${strings.optional}</span></label>
      <input
        id="site-font"
        autocomplete="off"
        spellcheck="false"
        aria-describedby="site-font-hint"
        aria-invalid=${isNoFont ? 'true' : nothing}
        .value=${live(font)}
        @input=${({ target }: Event) => set({ font: (target as HTMLInputElement).value.trim() })}
      />
    </p>
    ${
      isNoFont
        ? html`<p class="error" id="site-font-hint">${strings.noFont}</p>`
        : html`<p class="hint" id="site-font-hint">${strings.fontHint} ${strings.example('18px Georgia, serif')}</p>`
    }
  </section>`;
}
