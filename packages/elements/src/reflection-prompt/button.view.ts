import { html, nothing, type TemplateResult } from 'lit';

/** A button. */
export const buttonView = (
  label: string,
  onClick: (event: Event) => void,
  options: {
    readonly id?: string;
    /** Id of what the button is about, where its label does not say it. */
    readonly describedBy?: string;
    /** Without border and background. */
    readonly quiet?: boolean;
  } = {},
): TemplateResult => {
  const { id = nothing, describedBy = nothing, quiet } = options;
  const kind = quiet ? 'quiet' : nothing;
  return html`<button type="button" class=${kind} id=${id} aria-describedby=${describedBy} @click=${onClick}>
    ${label}
  </button>`;
};
