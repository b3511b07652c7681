import type { Kept } from './form-answers.js';

/** Where a draft is kept: the tab's own storage, passed in. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Never kept: consent is given anew, and the honeypot is nobody's answer. */
const left = ['consent', 'website'];

/** What is kept of anything. */
const texts = (answers: object): Kept =>
  Object.fromEntries(
    Object.entries(answers as Kept).filter(([name, values]) => Array.isArray(values) && !left.includes(name)),
  );

/** A draft of a program's form, in a store that may be full, forbidden or absent: then nothing is kept. */
export class Draft {
  readonly #key: string;

  constructor(
    private readonly store: () => DraftStore,
    program: string,
  ) {
    this.#key = `havenkit-signup ${program}`;
  }

  /** What was kept; nothing where it cannot be read. */
  read(): Kept {
    try {
      return texts(JSON.parse(this.store().getItem(this.#key) ?? '{}') as object);
    } catch {
      return {};
    }
  }

  /** Keeps answers. */
  write(answers: Kept): void {
    try {
      this.store().setItem(this.#key, JSON.stringify(texts(answers)));
    } catch {
      // Without a store there is no draft; the form itself keeps what was typed.
    }
  }

  /** Forgets them. */
  clear(): void {
    try {
      this.store().removeItem(this.#key);
    } catch {
      // Nothing was kept.
    }
  }
}
