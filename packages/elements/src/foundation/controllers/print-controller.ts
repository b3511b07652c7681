import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Renders its host for paper while the page is printed. The host must be updated before the `beforeprint` event ends. */
export class PrintController implements ReactiveController {
  #printing = false;
  #begin = (): void => this.#set(true);
  #end = (): void => this.#set(false);

  /** @param updateNow - updates the host synchronously */
  constructor(
    host: ReactiveControllerHost,
    private readonly updateNow: () => void,
  ) {
    host.addController(this);
  }

  /** Whether the host is rendered for paper. */
  get printing(): boolean {
    return this.#printing;
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#begin);
    addEventListener('afterprint', this.#end);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#begin);
    removeEventListener('afterprint', this.#end);
  }

  /** Renders the host for paper while `print` runs. */
  whilePrinting<Result>(print: () => Result): Result {
    this.#begin();
    try {
      return print();
    } finally {
      this.#end();
    }
  }

  #set(printing: boolean): void {
    this.#printing = printing;
    this.updateNow();
  }
}
