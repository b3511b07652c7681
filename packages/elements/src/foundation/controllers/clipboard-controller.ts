import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** What announces the result of copying: a host uses it for other news, too. */
interface CopyStatus {
  readonly current: string | undefined;
  clear(): void;
  announce(outcome: 'copied' | 'notCopied'): Promise<void>;
}

/** Copies text for its host and announces the result. Where the browser refuses, it shows the text, selected. */
export class ClipboardController implements ReactiveController {
  /** The text that was copied last, and the label of its button. */
  #last = { text: '', label: '' };
  #selectText = false;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly status: CopyStatus,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const area = this.#selectText && this.host.shadowRoot?.querySelector<HTMLTextAreaElement>('textarea.copy');
    if (!area) return;
    this.#selectText = false;
    area.focus();
    area.select();
  }

  /**
   * A copy button.
   *
   * @param text - what is copied
   * @param label - its name, different for every control of the host
   * @param onPress - called at once when the button is pressed; by default nothing is
   * @param shown - what is shown of the name; default: all of it
   */
  button(text: string, label: string, onPress?: () => void, shown = label): TemplateResult {
    return html`<button
      type="button"
      aria-label=${shown === label ? nothing : label}
      @click=${() => void this.#copy(text, label, onPress)}
    >
      ${shown}
    </button>`;
  }

  /** The text to copy by hand, after the browser refused to copy it. */
  get fallback(): TemplateResult | typeof nothing {
    const { text, label } = this.#last;
    return this.status.current === 'notCopied'
      ? html`<textarea
          class="copy"
          aria-label=${label}
          readonly
          rows=${text.split('\n').length}
          .value=${text}
        ></textarea>`
      : nothing;
  }

  async #copy(text: string, label: string, onPress?: () => void): Promise<void> {
    onPress?.();
    this.#last = { text, label };
    this.status.clear();
    try {
      await navigator.clipboard.writeText(text);
      await this.status.announce('copied');
    } catch {
      // An insecure page, or a frame without the permission.
      this.#selectText = true;
      await this.status.announce('notCopied');
    }
  }
}
