import { html, nothing, type TemplateResult } from 'lit';
import { crisisList, crisisReasonView, crisisWays } from '../foundation/crisis/crisis.view.js';
import type { PromptModel } from './view-context.js';

/**
 * Crisis help: a line with one service that is always there, and a list of all.
 *
 * @param linked - whether telephone numbers are links
 */
export function helpView({ set: { crisis }, strings }: PromptModel, linked: boolean): TemplateResult {
  if (typeof crisis === 'string') return crisisReasonView(crisis);
  const { entries } = crisis;
  // In the United States it is the lifeline, not the emergency number.
  const first = entries.find(({ sms }) => sms) ?? entries[0];
  return html`<div class="crisis" part="crisis">
    <p>${strings.helpNow} ${first && crisisWays(first, strings.help, linked)}</p>
    <details>
      <summary>${strings.helpAll}</summary>
      ${crisisList(crisis, strings.help, linked)}
    </details>
  </div>`;
}

/** What is private and what is not. */
export const privacyView = ({ set: { privacyUrl }, strings }: PromptModel): TemplateResult =>
  html`<details>
    <summary>${strings.limits}</summary>
    <ul>
      ${strings.limitsText.map((line) => html`<li>${line}</li>`)}
    </ul>
    ${privacyUrl ? html`<p><a href=${privacyUrl}>${strings.limitsMore}</a></p>` : nothing}
  </details>`;
