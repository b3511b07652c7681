import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** Strings of a copy control. */
export interface CopyStrings {
  readonly copied: string;
  readonly notCopied: string;
}

/** Copies text for its host and announces the result. Where the browser refuses, it shows the text, selected. */
export class ClipboardController implements ReactiveController {
  /** Label of the button that was pressed last. */
  #pressed = '';
  #outcome: keyof CopyStrings | undefined;
  #selectText = false;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#selectText) return;
    this.#selectText = false;
    const area = this.host.shadowRoot?.querySelector<HTMLTextAreaElement>('textarea.copy');
    area?.focus();
    area?.select();
  }

  /**
   * A copy button with its announcement.
   *
   * @param text - what is copied
   * @param label - text of the button, different for every control of the host
   * @param onPress - called at once when the button is pressed
   */
  render(text: string, strings: CopyStrings, label: string, onPress: () => void): TemplateResult {
    const outcome = this.#pressed === label ? this.#outcome : undefined;
    return html`<button type="button" @click=${() => void this.#copy(text, label, onPress)}>${label}</button
      ><span role="status">${outcome && strings[outcome]}</span>${
        outcome === 'notCopied'
          ? html`<textarea
              class="copy"
              aria-label=${label}
              readonly
              rows=${text.split('\n').length}
              .value=${text}
            ></textarea>`
          : nothing
      }`;
  }

  async #copy(text: string, label: string, onPress: () => void): Promise<void> {
    onPress();
    this.#pressed = label;
    // Emptied first, so that the same text is announced again.
    this.#outcome = undefined;
    this.host.requestUpdate();
    try {
      await navigator.clipboard.writeText(text);
      this.#outcome = 'copied';
    } catch {
      // An insecure page, or a frame without the permission.
      this.#outcome = 'notCopied';
      this.#selectText = true;
    }
    this.host.requestUpdate();
  }
}
