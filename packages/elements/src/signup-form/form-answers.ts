import type { Answers } from './validation.js';

/** Where a draft is kept: the tab's own storage, passed in. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Answers by field, a text for each choice; also those of fields that are not shown now. */
type Kept = Record<string, readonly string[]>;

/**
 * What somebody has answered, over every change of the form; where it is wanted also as a draft, in a store that may be full,
 * forbidden or absent: then nothing is kept there.
 */
export class FormAnswers {
  #kept: Kept = {};
  #key: string | undefined;

  constructor(private readonly store: () => DraftStore) {}

  /** Whether there is a draft. */
  get drafted(): boolean {
    return !!this.#key;
  }

  /**
   * Takes over what stands in a form. A field that is not shown keeps its answer.
   *
   * @returns what is answered in fields that are shown
   */
  takeFrom(form: HTMLFormElement): Answers {
    const data = new FormData(form);
    const answers: Record<string, string> = {};
    for (const { name } of form.elements as Iterable<HTMLInputElement>) {
      const values = (this.#kept[name] = data.getAll(name) as string[]);
      if (values.join('').trim()) answers[name] = values.join(', ');
    }
    return answers;
  }

  /** Writes answers into their fields: a choice follows its value, wherever in the form it stands now. */
  fillIn(form: HTMLFormElement): void {
    for (const input of form.elements as Iterable<HTMLInputElement>) {
      const { name, type, value } = input;
      const answer = name && this.#kept[name];
      if (!answer) continue;
      const [text = ''] = answer;
      if (/^(radio|checkbox)$/.test(type)) input.checked = answer.includes(value);
      else if (value !== text) input.value = text;
    }
  }

  /**
   * Begins a draft with what is in the store, or ends it.
   *
   * @param program - whose draft; none is wanted without
   * @returns id and sender of a sign-up that may have arrived, where the draft is of one
   */
  keepDraft(program: string | undefined): readonly string[] | undefined {
    const key = program && `havenkit-signup ${program}`;
    if (!key) this.forgetDraft();
    if (key === this.#key) return undefined;
    this.#key = key;
    const { submissionId, ...answers } =
      this.#stored((store, key) => JSON.parse(store.getItem(key) ?? '{}') as Kept) ?? {};
    for (const [name, values] of Object.entries(answers))
      if (!`${this.#kept[name] ?? ''}`) this.#kept[name] = [values].flat();
    return submissionId;
  }

  /**
   * Keeps the draft: without consent, which is given anew, and without the honeypot, which is nobody's answer.
   *
   * @param submissionId - with the sender, of a sign-up that may have arrived
   */
  saveDraft(submissionId: readonly string[] | undefined): void {
    this.#stored((store, key) =>
      store.setItem(key, JSON.stringify({ ...this.#kept, consent: undefined, website: undefined, submissionId })),
    );
  }

  forgetDraft(): void {
    this.#stored((store, key) => store.removeItem(key));
  }

  /** Forgets everything. */
  empty(): void {
    this.forgetDraft();
    this.#kept = {};
  }

  #stored<Result>(act: (store: DraftStore, key: string) => Result): Result | undefined {
    try {
      return this.#key ? act(this.store(), this.#key) : undefined;
    } catch {
      // Without a store there is no draft; the form itself keeps what was typed.
      return undefined;
    }
  }
}
