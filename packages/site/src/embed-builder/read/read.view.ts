import { html, type TemplateResult } from 'lit';
import { strings } from '../words/strings.js';

/** @param read - reads what was pasted, and returns whether something was found */
export function readView(read: (text: string) => boolean): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    // What could not be read stays, to be corrected.
    if (read(form.querySelector('textarea')?.value ?? '')) form.reset();
  };
  return html`<details>
    <summary>${strings.read}</summary>
    <form @submit=${submit}>
      <p>
        <label for="snippet-to-read">${strings.readLabel}</label>
        <textarea
          id="snippet-to-read"
          name="snippet"
          rows="4"
          required
          aria-describedby="snippet-to-read-hint"
        ></textarea>
      </p>
      <p class="hint" id="snippet-to-read-hint">${strings.readHint}</p>
      <p><button>${strings.readButton}</button></p>
    </form>
  </details>`;
}
