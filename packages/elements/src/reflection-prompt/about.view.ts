import { html, nothing, type TemplateResult } from 'lit';
import { crisisList, crisisReasonView } from '../foundation/crisis/crisis.view.js';
import type { PromptModel } from './view-context.js';

/**
 * What is private and what is not, and crisis help.
 *
 * @param linked - whether telephone numbers are links
 */
export function aboutView({ set: { privacyUrl, crisis }, strings }: PromptModel, linked: boolean): TemplateResult {
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
