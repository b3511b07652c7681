import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Follows the circle diagram whose id is the host's `for`, in the host's own tree. */
export class CircleController implements ReactiveController {
  #root: Document | ShadowRoot | undefined;

  /** @param onStep - called when another stop of the circle was chosen */
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement & { readonly for: string | null | undefined },
    private readonly onStep: () => unknown,
  ) {
    host.addController(this);
  }

  /** Id of the chosen stop, while there is a circle. */
  get stop(): string | null | undefined {
    return this.#circle?.getAttribute('step');
  }

  hostConnected(): void {
    this.#root = this.host.getRootNode() as Document | ShadowRoot;
    this.#root.addEventListener('haven-step', this.#follow);
    this.#root.addEventListener('haven-ready', this.#follow);
  }

  hostDisconnected(): void {
    this.#root?.removeEventListener('haven-step', this.#follow);
    this.#root?.removeEventListener('haven-ready', this.#follow);
  }

  get #circle(): Element | null | undefined {
    return this.#root?.getElementById(this.host.for ?? '');
  }

  #follow = ({ type, target }: Event): void => {
    if (target !== this.#circle) return;
    if (type === 'haven-step') this.onStep();
    this.host.requestUpdate();
  };
}
