import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Keeps the page's `#fragment` and a chosen id of the host in step. */
export class FragmentController implements ReactiveController {
  /**
   * @param ids - returns the ids that the fragment may name; empty while the host does not use the fragment
   * @param onChange - called with the id that the fragment names, when the visitor follows a link
   */
  constructor(
    host: ReactiveControllerHost,
    private readonly ids: () => readonly string[],
    private readonly onChange: (id: string) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.read);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.read);
  }

  /** Passes on the id that the fragment names, if any. */
  read = (): void => {
    const id = this.#current;
    if (id !== undefined) this.onChange(id);
  };

  /** Writes an id into the fragment. `null` removes one of the host's ids and leaves any other fragment alone. */
  write(id: string | null): void {
    if (id === null && this.#current === undefined) return;
    // A relative URL would start from the page's <base>.
    const [page = ''] = location.href.split('#');
    try {
      history.replaceState(history.state, '', id === null ? page : `${page}#${id}`);
    } catch {
      // A frame without a URL of its own.
    }
  }

  get #current(): string | undefined {
    return this.ids().find((id) => new URL(`#${id}`, location.href).hash === location.hash);
  }
}
