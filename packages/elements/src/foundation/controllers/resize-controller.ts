import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls back when an observed element changes size. Does nothing without `ResizeObserver` (jsdom). */
export class ResizeController implements ReactiveController {
  #observer: ResizeObserver | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly onResize: () => void,
  ) {
    host.addController(this);
  }

  /** Observes an element until the host is disconnected. */
  observe(element: Element): void {
    if (typeof ResizeObserver === 'undefined') return;
    this.#observer ??= new ResizeObserver(() => this.onResize());
    this.#observer.observe(element);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
