import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Updates its host after a while, unless something else updates or disconnects it before. */
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

  /** Requests an update in so many milliseconds. */
  requestUpdateIn(milliseconds: number): void {
    this.#timer = setTimeout(() => this.host.requestUpdate(), milliseconds);
  }
}
