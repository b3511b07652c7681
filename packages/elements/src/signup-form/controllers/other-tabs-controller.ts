import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells forms in other tabs, and on the same page, that a sign-up was sent. Nothing but the program's name is shared. */
export class OtherTabsController implements ReactiveController {
  #channel: BroadcastChannel | undefined;
  #sentProgram: string | undefined;

  /** @param program - name of the program that the host shows */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly program: () => string | undefined,
  ) {
    host.addController(this);
  }

  /** Whether another form has sent a sign-up for the program that the host shows. */
  get sent(): boolean {
    return this.#sentProgram !== undefined && this.#sentProgram === this.program();
  }

  hostConnected(): void {
    // jsdom has none.
    if (typeof BroadcastChannel === 'undefined') return;
    this.#channel = new BroadcastChannel('havenkit-signup');
    this.#channel.onmessage = ({ data }) => {
      if (data !== this.program()) return;
      this.#sentProgram = data as string;
      this.host.requestUpdate();
    };
  }

  hostDisconnected(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }

  /** Announces that the host has sent a sign-up. */
  announce(): void {
    this.#channel?.postMessage(this.program());
  }
}
