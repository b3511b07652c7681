import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Updates its host when a media query begins or ceases to match. Without `matchMedia` (jsdom) nothing matches. */
export class MediaQueryController implements ReactiveController {
  #list: MediaQueryList | undefined;
  #changed = (): void => this.host.requestUpdate();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly query: string,
  ) {
    host.addController(this);
  }

  /** Whether the query matches now. */
  get matches(): boolean {
    return this.#list?.matches ?? false;
  }

  hostConnected(): void {
    this.#list = (globalThis as { matchMedia?: Window['matchMedia'] }).matchMedia?.(this.query);
    this.#list?.addEventListener('change', this.#changed);
  }

  hostDisconnected(): void {
    this.#list?.removeEventListener('change', this.#changed);
  }
}
