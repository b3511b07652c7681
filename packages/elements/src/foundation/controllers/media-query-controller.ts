import type { ReactiveController } from 'lit';
import type { HydratingHost } from './hydrating-host.js';

/**
 * Updates its host when a media query starts or stops matching. Without `matchMedia` (on a server, in jsdom) nothing matches.
 * The first render of a server-rendered host assumes the same, so that it hydrates.
 */
export class MediaQueryController implements ReactiveController {
  #list: MediaQueryList | undefined;
  #changed = (): void => this.host.requestUpdate();

  constructor(
    private readonly host: HydratingHost,
    private readonly query: string,
  ) {
    host.addController(this);
  }

  /** Whether the query matches now. */
  get matches(): boolean {
    return !this.host.hydrating && !!this.#list?.matches;
  }

  hostConnected(): void {
    this.#list = (globalThis as { matchMedia?: Window['matchMedia'] }).matchMedia?.(this.query);
    this.#list?.addEventListener('change', this.#changed);
  }

  hostDisconnected(): void {
    this.#list?.removeEventListener('change', this.#changed);
  }
}
