import type { ReactiveControllerHost } from 'lit';
import { suggestEmail } from '../model/suggest-email.js';

/** Suggests another email address where the typed one has a likely slip: once it is written, and never during a click. */
export class EmailSuggestion implements EventListenerObject {
  suggestion: string | undefined;
  #isPressed = false;

  /** @param email - the address that is typed now */
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly email: () => string | undefined,
  ) {}

  /** Checks the address after an `input`, `change`, `pointerdown` or `click`. */
  handleEvent({ type }: Event): void {
    if (type !== 'change') this.#isPressed = type === 'pointerdown';
    // Between the two halves of a click, what is pressed would move away.
    if (this.#isPressed) return;
    const isTyping = this.host.shadowRoot?.activeElement?.id === 'email';
    this.#set(isTyping ? undefined : suggestEmail(this.email() ?? ''));
  }

  clear(): void {
    this.#set(undefined);
  }

  #set(suggestion: string | undefined): void {
    if (suggestion === this.suggestion) return;
    this.suggestion = suggestion;
    this.host.requestUpdate();
  }
}
