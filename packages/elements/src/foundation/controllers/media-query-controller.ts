import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Updates its host when a media query starts or stops matching. Without `matchMedia` (on a server, in jsdom) nothing matches.
 * The first render of a server-rendered host assumes the same, so that it hydrates.
 */
export class MediaQueryController implements ReactiveController {
  #list: MediaQueryList | undefined;
  #hydrating: boolean;
  #changed = (): void => this.host.requestUpdate();

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly query: string,
  ) {
    this.#hydrating = !!host.shadowRoot;
    host.addController(this);
  }

  /** Whether the query matches now. */
  get matches(): boolean {
    return !this.#hydrating && !!this.#list?.matches;
  }

  hostConnected(): void {
    this.#list = (globalThis as { matchMedia?: Window['matchMedia'] }).matchMedia?.(this.query);
    this.#list?.addEventListener('change', this.#changed);
  }

  hostUpdated(): void {
    if (!this.#hydrating) return;
    this.#hydrating = false;
    void this.host.updateComplete.then(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#list?.removeEventListener('change', this.#changed);
  }
}
