import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The guided walk: goes to the next stop whenever there was time to read the current one. */
export class WalkController implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param advance - goes to the next stop; returns the milliseconds to stay there, or `undefined` at the end of the walk */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly advance: () => number | undefined,
  ) {
    host.addController(this);
  }

  /** Whether the walk is running. */
  get walking(): boolean {
    return this.#timer !== undefined;
  }

  /** Goes to the next stop at once, and on from there. */
  start = (): void => {
    const delay = this.advance();
    this.#timer = delay === undefined ? undefined : setTimeout(this.start, delay);
    this.host.requestUpdate();
  };

  /** Stays at the current stop. */
  stop = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.host.requestUpdate();
  };

  hostDisconnected(): void {
    this.stop();
  }
}
