import type { Submission } from '../model/submission.js';
import { fieldNames, type Answers, type FieldName } from '../model/validation.js';

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
  /** What a form held before anybody wrote in it. */
  #untouched: Kept = {};
  #key: string | undefined;
  /** Whether the store has refused something. */
  failed = false;

  constructor(private readonly store: () => DraftStore) {}

  /** Whether there is a draft. */
  get drafted(): boolean {
    return !!this.#key && !this.failed;
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
      if (!fieldNames.includes(name as FieldName)) continue;
      const values = (this.#kept[name] = data.getAll(name) as string[]);
      if (values.join('').trim()) answers[name] = values.join(', ');
    }
    return answers;
  }

  /** Takes over what stands in a form, and empties that: a browser would fill it in again for whoever comes back to the page. */
  takeOver(form: HTMLFormElement): void {
    this.takeFrom(form);
    const written = { ...this.#kept };
    // A form's own control may be called so, too.
    HTMLFormElement.prototype.reset.call(form);
    this.takeFrom(form);
    this.#untouched = this.#kept;
    this.#kept = written;
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
   * Begins a draft with what is in the store and what was written before it was wanted, or ends it.
   *
   * @param form - whose draft; none is wanted without
   * @param doubtful - a sign-up that may have arrived, from here
   * @returns one that may have arrived and is in the store, where there is none from here
   */
  keepDraft(form: string | undefined, doubtful: Submission | undefined): Submission | undefined {
    const key = form && `havenkit-signup ${form}`;
    if (key === this.#key) return undefined;
    this.forgetDraft();
    this.#key = key;
    const { submission, ...answers } =
      this.#stored((store, key) => JSON.parse(store.getItem(key) ?? '{}') as Kept & { submission?: Submission }) ?? {};
    const written = (name: string): boolean =>
      !!`${this.#kept[name] ?? ''}` && `${this.#kept[name]}` !== `${this.#untouched[name]}`;
    for (const [name, values] of Object.entries(answers)) if (!written(name)) this.#kept[name] = [values].flat();
    const stored = submission?.consent && submission;
    if (Object.keys(this.#kept).some(written)) this.saveDraft(doubtful ?? stored);
    return doubtful ? undefined : stored;
  }

  /**
   * Keeps the draft: without consent, which is given anew, and without the honeypot, which is nobody's answer.
   *
   * @param submission - one that may have arrived
   */
  saveDraft(submission: Submission | undefined): void {
    this.#stored((store, key) =>
      store.setItem(key, JSON.stringify({ ...this.#kept, consent: undefined, website: undefined, submission })),
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
      const result = this.#key ? act(this.store(), this.#key) : undefined;
      this.failed = false;
      return result;
    } catch {
      // Without a store there is no draft; the form itself keeps what was typed.
      this.failed = true;
      return undefined;
    }
  }
}
