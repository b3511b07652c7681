import { html, nothing, type TemplateResult } from 'lit';
import { crisisList, crisisReasonView } from '../foundation/crisis/crisis.view.js';
import type { Localized } from '../foundation/localization/strings.js';
import type { ReflectionPromptStrings } from './locales/en.js';
import type { PromptSet } from './model/prompts.js';

/** What is private here and what is not, and where crisis help is. */
export const aboutView = (
  { privacyUrl, crisis }: PromptSet,
  words: Localized<ReflectionPromptStrings>,
  linked: boolean,
): TemplateResult =>
  html`<details>
      <summary>${words.limits}</summary>
      <ul>
        ${words.limitsText.map((line) => html`<li>${line}</li>`)}
      </ul>
      ${privacyUrl ? html`<p><a href=${privacyUrl}>${words.limitsMore}</a></p>` : nothing}
    </details>
    ${
      typeof crisis === 'string'
        ? crisisReasonView(crisis)
        : html`<details class="crisis" part="crisis">
            <summary>${words.help.crisis}</summary>
            ${crisisList(crisis, words.help, linked)}
          </details>`
    }`;
