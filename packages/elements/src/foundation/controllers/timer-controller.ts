import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Updates its host after a delay, unless it is updated or disconnected first. */
export class TimerController implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostUpdate(): void {
    clearTimeout(this.#timer);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Requests an update after a delay. */
  requestUpdateIn(milliseconds: number): void {
    this.#timer = setTimeout(() => this.host.requestUpdate(), milliseconds);
  }
}
