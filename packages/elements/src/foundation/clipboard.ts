import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';

/** How long a success stays on show, in milliseconds. */
const shownFor = 5000;

/** What a copy control says. */
export interface CopyWords {
  readonly copied: string;
  readonly notCopied: string;
}

/** Copies text for its host, says aloud what became of it, and where the browser refuses shows the text selected. */
export class Clipboard implements ReactiveController {
  #result: { readonly label: string; readonly done: boolean } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #select = false;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

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
    const result = this.#result?.label === name ? this.#result : undefined;
    return html`<button
        type="button"
        aria-label=${name === label ? nothing : name}
        @click=${() => {
          pressed();
          void this.#copy(text, name);
        }}
      >
        ${label}</button
      ><span role="status">${result && (result.done ? words.copied : words.notCopied)}</span>${result?.done === false
        ? html`<textarea readonly rows=${text.split('\n').length} aria-label=${name} .value=${text}></textarea>`
        : nothing}`;
  }

  hostUpdated(): void {
    if (!this.#select) return;
    this.#select = false;
    const area = this.host.renderRoot.querySelector('textarea');
    area?.focus();
    area?.select();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#result = undefined;
  }

  async #copy(text: string, label: string): Promise<void> {
    this.#show();
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      done = copyByCommand(text);
    }
    this.#select = !done;
    this.#show({ label, done });
    if (done) this.#timer = setTimeout(() => this.#show(), shownFor);
  }

  #show(result?: { label: string; done: boolean }): void {
    clearTimeout(this.#timer);
    this.#result = result;
    this.host.requestUpdate();
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
