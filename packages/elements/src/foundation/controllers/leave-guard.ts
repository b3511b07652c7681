import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Makes the browser ask before somebody leaves the page and loses what the host holds. */
export class LeaveGuard implements ReactiveController {
  /** @param needed - whether something would be lost; asked after every update */
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
