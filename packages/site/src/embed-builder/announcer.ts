import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** How long a person has to pause before something is announced, in milliseconds. */
const pause = 700;

/**
 * Says to screen readers what is shown away from where a person types, when she pauses. Of several messages she hears only the last one.
 */
export class Announcer implements ReactiveController {
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  readonly announce = (text: string): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#text = text;
      this.host.requestUpdate();
    }, pause);
  };

  view(): TemplateResult {
    return html`<p class="aloud" aria-live="polite">${this.#text}</p>`;
  }
}
