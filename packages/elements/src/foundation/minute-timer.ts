import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Renders its host again at every full minute while it is connected and `wanted`. */
export class MinuteTimer implements ReactiveController {
  /** Whether the host shows something that depends on the time. */
  wanted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostUpdated(): void {
    this.hostDisconnected();
    if (this.wanted && this.host.isConnected)
      this.#timer = setTimeout(() => this.host.requestUpdate(), 60_000 - (Date.now() % 60_000));
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
