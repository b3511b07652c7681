import { html, nothing, type TemplateResult } from 'lit';

/** A button. */
export const buttonView = (
  label: string,
  onClick: (event: Event) => void,
  options: {
    readonly id?: string;
    /** Id of the element that the button is for, where the label is ambiguous. */
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
