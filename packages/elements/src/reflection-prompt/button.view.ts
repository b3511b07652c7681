import { html, nothing, type TemplateResult } from 'lit';

/**
 * A button.
 *
 * @param look - its class
 * @param describedBy - id of what it is about, where its words do not say it
 */
export const buttonView = (
  label: string,
  act: (event: Event) => void,
  look: string | typeof nothing = nothing,
  id: string | typeof nothing = nothing,
  describedBy: string | typeof nothing = nothing,
): TemplateResult =>
  html`<button type="button" class=${look} id=${id} aria-describedby=${describedBy} @click=${act}>${label}</button>`;
