import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ListedProblem } from './result/problems.view.js';
import { strings } from './words/strings.js';

const textOf = (element: Element | null | undefined): string => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

/** What is wrong with the answer of a field, with its label; empty if nothing is. */
function problemOf(field: Element): string {
  const error = document.getElementById(`${field.id}-problem`) ?? document.getElementById(`${field.id}-hint`);
  if (field.ariaInvalid !== 'true' || !error?.matches('.error')) return '';
  return `${textOf((field as HTMLInputElement).labels?.[0])}: ${textOf(error)}`;
}

/**
 * Says to screen readers what became of an answer when a person leaves its field: what is wrong with it, which is behind her now, or that
 * it is right now.
 */
export class LeftField implements ReactiveController {
  #wasWrong = false;
  /** What the field said when it was entered, which she has heard. */
  #heard = '';

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly problems: () => readonly ListedProblem[],
    private readonly announce: (text: string) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('focusin', this.#entered);
    this.host.addEventListener('focusout', this.#left);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('focusin', this.#entered);
    this.host.removeEventListener('focusout', this.#left);
  }

  #isWrong(field: Element): boolean {
    return this.problems().some(({ id }) => id && field.closest(`#${CSS.escape(id)}`));
  }

  readonly #entered = ({ target }: FocusEvent): void => {
    this.#wasWrong = this.#isWrong(target as Element);
    this.#heard = problemOf(target as Element);
  };

  readonly #left = ({ target }: FocusEvent): void => void this.#say(target as Element, this.#wasWrong, this.#heard);

  async #say(field: Element, wasWrong: boolean, heard: string): Promise<void> {
    // Only then the field says what is wrong.
    this.host.requestUpdate();
    await this.host.updateComplete;
    const text = wasWrong && !this.#isWrong(field) ? strings.mended(this.problems().length) : problemOf(field);
    if (text && text !== heard && field.isConnected) this.announce(text);
  }
}
