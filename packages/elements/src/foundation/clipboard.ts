import { html, nothing, type TemplateResult } from 'lit/html.js';

/** How long a success stays on show, in milliseconds. */
const shownFor = 5000;

/** What a copy control says. */
export interface CopyWords {
  readonly copied: string;
  readonly notCopied: string;
}

/** What a clipboard needs of the element that shows it. */
interface ClipboardHost extends HTMLElement {
  readonly updateComplete: Promise<void>;
  requestUpdate(): void;
}

/** Copies text for its host, says aloud what became of it, and where the browser refuses shows the text selected. */
export class Clipboard {
  #result: { readonly name: string; readonly done: boolean } | undefined;

  constructor(private readonly host: ClipboardHost) {}

  /**
   * A copy button with its spoken confirmation.
   *
   * @param text - what is copied
   * @param words - what is said afterwards
   * @param label - words on the button
   * @param name - accessible name, different for every control of the host; has to begin with `label` (WCAG 2.5.3)
   * @param pressed - called at once when the button is pressed
   */
  view(text: string, words: CopyWords, label: string, name: string, pressed: () => void): TemplateResult {
    const done = this.#result?.name === name ? this.#result.done : undefined;
    return html`<button
        type="button"
        aria-label=${name}
        @click=${() => {
          pressed();
          void this.#copy(text, name);
        }}
      >
        ${label}</button
      ><span role="status">${done ? words.copied : done === false ? words.notCopied : nothing}</span>${done === false
        ? html`<textarea readonly rows=${text.split('\n').length} aria-label=${name} .value=${text}></textarea>`
        : nothing}`;
  }

  async #copy(text: string, name: string): Promise<void> {
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      done = copyByCommand(text);
    }
    const result = (this.#result = { name, done });
    this.host.requestUpdate();
    await this.host.updateComplete;
    if (done)
      setTimeout(() => {
        if (this.#result === result) this.#result = undefined;
        this.host.requestUpdate();
      }, shownFor);
    const area = this.host.shadowRoot?.querySelector('textarea');
    area?.focus();
    area?.select();
  }
}

/** The older way, which browsers still allow in frames that were not given the clipboard permission. */
function copyByCommand(text: string): boolean {
  let done = false;
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  addEventListener('copy', fill, true);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else copies where the permission is missing
  document.execCommand('copy');
  removeEventListener('copy', fill, true);
  return done;
}
