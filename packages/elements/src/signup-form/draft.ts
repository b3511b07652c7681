import type { Kept } from './form-answers.js';

/** Where a draft is kept: the tab's own storage, passed in. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Never kept: consent is given anew, and the honeypot is nobody's answer. */
const left = ['consent', 'website'];

/** A draft of a program's form, in a store that may be full, forbidden or absent: then nothing is kept. */
export class Draft {
  constructor(
    private readonly store: () => DraftStore,
    private readonly program: string,
  ) {}

  /** What was kept; nothing where it cannot be read. */
  read(): Kept {
    const found = this.#try((store, key) => JSON.parse(store.getItem(key) ?? '{}') as Kept) ?? {};
    return Object.fromEntries(Object.entries(found).filter(([, values]) => Array.isArray(values)));
  }

  /** Keeps answers. */
  write(answers: Kept): void {
    const kept = Object.entries(answers).filter(([name]) => !left.includes(name));
    this.#try((store, key) => store.setItem(key, JSON.stringify(Object.fromEntries(kept))));
  }

  /** Forgets them. */
  clear(): void {
    this.#try((store, key) => store.removeItem(key));
  }

  #try<Result>(act: (store: DraftStore, key: string) => Result): Result | undefined {
    try {
      return act(this.store(), `havenkit-signup ${this.program}`);
    } catch {
      // Without a store there is no draft; the form itself keeps what was typed.
      return undefined;
    }
  }
}
