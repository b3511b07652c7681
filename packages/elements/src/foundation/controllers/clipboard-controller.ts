import { html, nothing, type TemplateResult } from 'lit/html.js';

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
  #area = document.createElement('textarea');
  #label = '';
  #said: keyof CopyWords | '' = '';

  constructor(private readonly host: ClipboardHost) {}

  /**
   * A copy button with its spoken confirmation.
   *
   * @param text - what is copied
   * @param words - what is said afterwards
   * @param label - words on the button, different for every control of the host
   * @param pressed - called at once when the button is pressed
   */
  view(text: string, words: CopyWords, label: string, pressed: () => void): TemplateResult {
    const said = this.#label === label ? this.#said : '';
    return html`<button type="button" @click=${() => void this.#copy(text, label, pressed)}>${label}</button
      ><span role="status">${said && words[said]}</span>${
        said === 'notCopied'
          ? Object.assign(this.#area, {
              ariaLabel: label,
              readOnly: true,
              rows: text.split('\n').length,
              value: text,
            })
          : nothing
      }`;
  }

  async #copy(text: string, label: string, pressed: () => void): Promise<void> {
    pressed();
    this.#label = label;
    // Emptied first, so that the same words are announced again.
    this.#said = '';
    this.host.requestUpdate();
    try {
      await navigator.clipboard.writeText(text);
      this.#said = 'copied';
    } catch {
      // An insecure page, or a frame that was not given the permission.
      this.#said = 'notCopied';
    }
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.#area.focus();
    this.#area.select();
  }
}
