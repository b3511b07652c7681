import { html, type TemplateResult } from 'lit';

/** Strings for a file that may not have been saved. */
export interface InsteadOfFileStrings {
  /** Summary: if the file is not there. */
  readonly notThere: string;
  readonly copyInstead: string;
}

const selectAll = ({ target }: Event): void => (target as HTMLTextAreaElement).select();

/** The content of a file as text to copy, since the browser may not have saved the file. In a frame it is open at once. */
export const insteadOfFileView = (content: string, { notThere, copyInstead }: InsteadOfFileStrings): TemplateResult =>
  html`<details ?open=${self !== top}>
    <summary>${notThere}</summary>
    <p id="copy-instead">${copyInstead}</p>
    <textarea aria-labelledby="copy-instead" readonly rows="4" .value=${content} @focus=${selectAll}></textarea>
  </details>`;
