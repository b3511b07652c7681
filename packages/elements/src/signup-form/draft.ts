import type { Answers } from './validation.js';

/** Where a draft is kept: the tab's own storage, passed in. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Never kept: consent is given anew, and the honeypot is nobody's answer. */
const left = ['consent', 'website'];

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
  read(): Answers {
    try {
      const kept: unknown = JSON.parse(this.store().getItem(this.#key) ?? '{}');
      return Object.fromEntries(
        Object.entries(kept ?? {}).filter(([name, value]) => typeof value === 'string' && !left.includes(name)),
      );
    } catch {
      return {};
    }
  }

  /** Keeps answers. */
  write(answers: Answers): void {
    const kept = Object.fromEntries(Object.entries(answers).filter(([name]) => !left.includes(name)));
    try {
      this.store().setItem(this.#key, JSON.stringify(kept));
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
