import { html, nothing, type TemplateResult } from 'lit';
import { crisisList, crisisReasonView } from '../foundation/crisis/crisis.view.js';
import type { Localized } from '../foundation/localization/strings.js';
import type { ReflectionPromptStrings } from './locales/en.js';
import type { PromptSet } from './model/prompts.js';

/** What is private and what is not, and crisis help. */
export function aboutView({
  prompts: { privacyUrl, crisis },
  strings,
  linked,
}: {
  readonly prompts: PromptSet;
  readonly strings: Localized<ReflectionPromptStrings>;
  /** Whether telephone numbers are links. */
  readonly linked: boolean;
}): TemplateResult {
  return html`<details>
      <summary>${strings.limits}</summary>
      <ul>
        ${strings.limitsText.map((line) => html`<li>${line}</li>`)}
      </ul>
      ${privacyUrl ? html`<p><a href=${privacyUrl}>${strings.limitsMore}</a></p>` : nothing}
    </details>
    ${
      typeof crisis === 'string'
        ? crisisReasonView(crisis)
        : html`<details class="crisis" part="crisis">
            <summary>${strings.help.crisis}</summary>
            ${crisisList(crisis, strings.help, linked)}
          </details>`
    }`;
}
