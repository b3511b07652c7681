import type { ReactiveControllerHost } from 'lit';

/** Elements that take the focus after an action, each with its selector. */
const selectors = {
  showButton: '#show',
  textArea: '#text',
  afterWriting: '#after',
  savedList: '.kept summary',
  unlockField: '.kept input',
  panel: '#panel',
  panelField: '#panel input',
  invalidField: '[aria-invalid]',
  question: '#sure',
} as const;

/** An element that can take the focus: by its role in the widget, or by its id. */
export type FocusTarget = keyof typeof selectors | { readonly id: string };

/** Moves the focus once its host has rendered. */
export class FocusController {
  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {}

  /** Whether the focus is inside the host. */
  get isInside(): boolean {
    return !!this.host.shadowRoot?.activeElement;
  }

  /** Updates the host, and focuses the first of the targets that exists then. */
  async move(...targets: readonly FocusTarget[]): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    const root = this.host.shadowRoot;
    for (const target of targets) {
      const element =
        typeof target === 'string'
          ? root?.querySelector<HTMLElement>(selectors[target])
          : root?.getElementById(target.id);
      if (element) return element.focus();
    }
  }
}
