import type { ReactiveControllerHost } from 'lit';
import { suggestEmail } from '../model/suggest-email.js';
import type { DraftController } from './draft-controller.js';

/**
 * Suggests another email address if the typed one has a likely typo: after the person has finished typing it, and never
 * during a click. With the keyboard, the suggestion is there before the focus moves, so it is next.
 */
export class EmailSuggestion implements EventListenerObject {
  value: string | undefined;
  #isPressed = false;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly draft: DraftController,
  ) {
    host.addEventListener('pointerdown', this);
    host.addEventListener('keydown', this);
  }

  /** Checks the address after an `input`, `change`, `pointerdown` or `click`, and before the Tab key leaves the field. */
  handleEvent(event: Event): void {
    // Only a keyboard event has a key.
    const { type, key } = event as KeyboardEvent;
    if (key && key !== 'Tab') return;
    if (type !== 'change') this.#isPressed = type === 'pointerdown';
    // During a click, the pressed element must not move. A listener on the host would make a screen reader call every text in it
    // clickable.
    if (this.#isPressed) return addEventListener('click', this, { once: true });
    const { email = '' } = this.draft.collect();
    const isDone = type === 'change' || key === 'Tab';
    const isTyping = !isDone && this.host.shadowRoot?.activeElement?.id === 'email';
    this.#set(isTyping ? undefined : suggestEmail(email));
  }

  /** Writes the suggestion into the field. */
  use(): void {
    const input = this.host.shadowRoot?.querySelector<HTMLInputElement>('#email');
    if (!input || !this.value) return;
    input.value = this.value;
    input.focus();
    this.draft.collect();
    this.draft.save();
    this.clear();
  }

  clear(): void {
    this.#set(undefined);
  }

  #set(value: string | undefined): void {
    if (value === this.value) return;
    this.value = value;
    this.host.requestUpdate();
  }
}
