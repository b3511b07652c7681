import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Nothing may move below a pressed pointer: a message that appears when a person leaves a field by pressing a button would push the button
 * away before she releases it, and nothing would be clicked.
 */
export class SteadyPointer implements ReactiveController {
  /** Resolves when the pointer that is pressed has been released, and its click has been handled. */
  released: Promise<void> | undefined;
  #release: (() => void) | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('pointerdown', this.#onPress);
    for (const type of releases) window.addEventListener(type, this.#onRelease, true);
    window.addEventListener('click', this.#onClick);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('pointerdown', this.#onPress);
    for (const type of releases) window.removeEventListener(type, this.#onRelease, true);
    window.removeEventListener('click', this.#onClick);
    this.#end();
  }

  readonly #onPress = (): void => {
    this.released ??= new Promise((resolve) => (this.#release = resolve));
  };

  /** A click follows, or nothing. */
  readonly #onRelease = (): void => void setTimeout(this.#end);

  /** What a button does goes on at once. A choice changes only after its click. */
  readonly #onClick = ({ target }: Event): void => {
    if ((target as Element).closest('button')) this.#end();
  };

  readonly #end = (): void => {
    this.#release?.();
    this.released = this.#release = undefined;
  };
}

/** A key shows that a release was missed. */
const releases = ['pointerup', 'pointercancel', 'keydown'] as const;
