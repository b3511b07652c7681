import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells forms in other tabs, and on the same page, that a sign-up was sent. Only the program's name is shared. */
export class OtherTabsController implements ReactiveController {
  #channel: BroadcastChannel | undefined;
  #programs = new Set<unknown>();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    try {
      this.#channel = new BroadcastChannel('havenkit-signup');
    } catch {
      // It is forbidden where cookies are, and in some sandboxed frames. jsdom has none.
      return;
    }
    this.#channel.onmessage = ({ data }) => {
      this.#programs.add(data);
      this.host.requestUpdate();
    };
  }

  hostDisconnected(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }

  /** Whether another form has sent a sign-up for a program. */
  hasSent(program: string): boolean {
    return this.#programs.has(program);
  }

  /** Announces that the host has sent a sign-up for a program. */
  announce(program: string): void {
    this.#channel?.postMessage(program);
  }
}
