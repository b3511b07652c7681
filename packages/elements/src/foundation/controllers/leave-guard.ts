import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Makes the browser ask for confirmation before a person leaves the page and loses unsaved changes. */
export class LeaveGuard implements ReactiveController {
  /** @param needed - returns whether something would be lost; called after every update */
  constructor(
    host: ReactiveControllerHost,
    private readonly needed: () => boolean,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.needed()) addEventListener('beforeunload', this.#ask);
    else this.hostDisconnected();
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#ask);
  }

  #ask = (event: Event): void => event.preventDefault();
}
