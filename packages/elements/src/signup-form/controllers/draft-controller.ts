import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { moveFocus } from '../../foundation/browser/move-focus.js';
import { toJson } from '../../foundation/formats/json.js';
import type { Submission } from '../model/submission.js';
import { fieldNames, type Answers, type FieldName } from '../model/validation.js';

/** Values by field, a text for each choice; also those of fields that are not shown at the moment. */
type FieldValues = Readonly<Record<string, readonly string[]>>;

/** A draft as it is stored. */
type StoredDraft = FieldValues & { readonly submission?: Submission };

/** The field of a control. One of a fallback form may have a service's name; then `data-field` names the field. */
const fieldOf = ({ name, dataset }: HTMLInputElement): FieldName | undefined =>
  fieldNames.find((field) => field === (dataset['field'] || name));

/**
 * Keeps what somebody types across every rendering of the form and, if configured, as a draft in the tab's storage, which may
 * be full, forbidden or absent.
 */
export class DraftController implements ReactiveController {
  /** The answers in the fields that are shown. */
  answers: Answers = {};
  /** Whether the last access to the storage failed. */
  failed = false;
  #values: FieldValues = {};
  /** Values of the fallback form before anybody typed in it. */
  #defaults: FieldValues | undefined;
  #key: string | undefined;

  /** @param inDoubt - the submission from this form that may have arrived */
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly inDoubt: () => Submission | undefined,
  ) {
    host.addController(this);
  }

  /** Whether the tab's storage has a draft. */
  get isStored(): boolean {
    return !!this.#key && !this.failed;
  }

  get #form(): HTMLFormElement | null | undefined {
    return this.host.shadowRoot?.querySelector('form');
  }

  /** Fields that are about to disappear keep their values. */
  hostUpdate(): void {
    this.collect();
  }

  /** Reads the form, and updates the host if the answers have changed: they decide what is asked and what will be sent. */
  collect(): Answers {
    if (this.#collect()) this.host.requestUpdate();
    return this.answers;
  }

  /**
   * Fills in the form after it was rendered.
   *
   * @param key - key of the draft; without one no draft is stored
   * @param removed - the draft of a form that this one continues
   * @returns a stored submission that may have arrived, unless there is one from this form
   */
  restore(key: string | undefined, removed?: DraftController): Submission | undefined {
    const form = this.#form;
    if (!form) return undefined;
    if (!this.#defaults) this.#takeOverFallback();
    if (removed) this.#values = removed.#values;
    const stored = key === this.#key ? undefined : this.#begin(key);
    for (const input of form.elements as Iterable<HTMLInputElement>) {
      const texts = this.#values[input.name];
      if (!texts) continue;
      // A choice follows its value, wherever it is now.
      if (input.type === 'radio' || input.type === 'checkbox') input.checked = texts.includes(input.value);
      else if (input.value !== texts[0]) input.value = texts[0] ?? '';
    }
    // The answers that were filled in may lead to other questions: after this update, which is not over yet.
    if (this.#collect() || removed) void this.host.updateComplete.then(() => this.host.requestUpdate());
    return stored;
  }

  /** Stores the draft, if configured: without the consent, which has to be given again, and without the honeypot. */
  save(): void {
    const draft = { ...this.#values, consent: undefined, website: undefined, submission: this.inDoubt() };
    this.#access((key) => sessionStorage.setItem(key, toJson(draft)));
  }

  /** Deletes the answers and the stored draft. */
  clear(): void {
    this.#remove();
    this.#form?.reset();
    this.#values = {};
    this.answers = {};
  }

  /** Reads the form. Returns whether the answers have changed. */
  #collect(): boolean {
    const form = this.#form;
    const before = toJson(this.answers);
    this.answers = form ? this.#read(form) : {};
    return toJson(this.answers) !== before;
  }

  /** Reads the fields of a form. A field that is not shown keeps its values. */
  #read(form: HTMLFormElement): Answers {
    const data = new FormData(form);
    const values = { ...this.#values };
    const answers: Partial<Record<FieldName, string>> = {};
    for (const input of form.elements as Iterable<HTMLInputElement>) {
      const field = fieldOf(input);
      if (!field) continue;
      const texts = (values[field] = data.getAll(input.name) as string[]);
      if (texts.join('').trim()) answers[field] = texts.join(', ');
    }
    this.#values = values;
    return answers;
  }

  /** Begins to use the draft of a key. What was already typed into the form wins over it. */
  #begin(key: string | undefined): Submission | undefined {
    this.#remove();
    this.#key = key;
    const { submission, ...values } =
      this.#access((key) => JSON.parse(sessionStorage.getItem(key) ?? '{}') as StoredDraft) ?? {};
    const typed = Object.entries(this.#values).filter(
      ([name, texts]) => `${texts}` && `${texts}` !== `${this.#defaults?.[name]}`,
    );
    this.#values = { ...this.#values, ...values, ...Object.fromEntries(typed) };
    if (typed.length) this.save();
    return this.inDoubt() ? undefined : submission?.consent && submission;
  }

  #remove(): void {
    this.#access((key) => sessionStorage.removeItem(key));
  }

  /** Uses the storage, which may throw. The form itself keeps what was typed all the same. */
  #access<Result>(act: (key: string) => Result): Result | undefined {
    let result: Result | undefined;
    let failed = false;
    try {
      if (this.#key) result = act(this.#key);
    } catch {
      failed = true;
    }
    if (failed !== this.failed) this.host.requestUpdate();
    this.failed = failed;
    return result;
  }

  /** Continues with what was typed into the fallback form before the script had loaded. */
  #takeOverFallback(): void {
    this.#defaults = {};
    const fallback = this.host.querySelector('form');
    if (!fallback) return;
    this.#read(fallback);
    const typed = this.#values;
    // A browser would restore what was typed for the next visitor. A control of the page's form may be named `reset`.
    HTMLFormElement.prototype.reset.call(fallback);
    this.#read(fallback);
    this.#defaults = this.#values;
    this.#values = typed;
    const focused = fallback.querySelector<HTMLInputElement>(':focus');
    const name = focused && fieldOf(focused);
    if (!name) return;
    // Other answers may bring the field up.
    const field = `[name=${name}]`;
    // At once, since the person may be typing.
    void this.host.updateComplete.then(() => moveFocus(this.host, [`${field}:checked`, field], 0));
  }
}
