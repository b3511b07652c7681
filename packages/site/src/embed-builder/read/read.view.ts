import { html, type TemplateResult } from 'lit';
import { strings } from '../words/strings.js';

/** @param read - reads what was pasted, and returns whether all of it was read */
export function readView(read: (text: string) => Promise<boolean>): TemplateResult {
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const field = form.querySelector('textarea');
    const text = field?.value ?? '';
    // What could not be read stays, to be corrected, and so does what was pasted since.
    if ((await read(text)) && field?.value === text) form.reset();
  };
  return html`<details>
    <summary>${strings.read}</summary>
    <form @submit=${submit}>
      <p>
        <label for="snippet-to-read">${strings.readLabel}</label>
        <textarea id="snippet-to-read" name="snippet" rows="4" aria-describedby="snippet-to-read-hint"></textarea>
      </p>
      <p class="hint" id="snippet-to-read-hint">${strings.readHint}</p>
      <p><button>${strings.readButton}</button></p>
    </form>
  </details>`;
}
