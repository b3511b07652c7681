import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** How long a person has to pause before something is announced, in milliseconds. */
const pause = 700;

/** A message as a live region announces it: the same one twice only if its text changes. */
export const again = (last: string | undefined, message: string): string =>
  message && message === last ? `${message}\u00a0` : message;

/**
 * Says to screen readers what is shown away from where a person types, when she pauses. Of several messages she hears only the last one.
 */
export class Announcer implements ReactiveController {
  #text = '';
  #next = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** An empty text takes back what waits. */
  readonly announce = (text: string): void => {
    clearTimeout(this.#timer);
    this.#next = text;
    this.#timer = setTimeout(() => {
      this.#text = again(this.#text, text);
      this.#next = '';
      this.host.requestUpdate();
    }, pause);
  };

  /** Announces a text after what waits. */
  readonly announceToo = (text: string): void => this.announce([this.#next, text].filter(Boolean).join(' '));

  view(): TemplateResult {
    return html`<p class="aloud" aria-live="polite">${this.#text}</p>`;
  }
}
