import { html, nothing, type TemplateResult } from 'lit';

/** A button. */
export const buttonView = (
  label: string,
  onClick: (event: Event) => void,
  options: {
    readonly id?: string | undefined;
    /** `primary`: what most people do next. `quiet`: without border and background. `danger`: deletes. */
    readonly kind?: 'primary' | 'quiet' | 'danger' | undefined;
    /** Name for screen readers, which begins with the label, where several buttons have the same one. */
    readonly name?: string | undefined;
    /** Id of the text that is read after the name. */
    readonly describedBy?: string | undefined;
  } = {},
): TemplateResult => {
  const { id = nothing, kind = nothing, name = nothing, describedBy = nothing } = options;
  return html`<button
    type="button"
    class=${kind}
    id=${id}
    aria-label=${name}
    aria-describedby=${describedBy}
    @click=${onClick}
  >
    ${label}
  </button>`;
};

/** The quiet buttons of a view, below the others. */
export const quietView = (...buttons: readonly (readonly [label: string, onClick: () => void])[]): TemplateResult =>
  html`<div class="actions more">
    ${buttons.map(([label, onClick]) => buttonView(label, onClick, { kind: 'quiet' }))}
  </div>`;
