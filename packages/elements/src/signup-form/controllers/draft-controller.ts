import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Submission } from '../model/submission.js';
import type { Answers } from '../model/validation.js';
import type { Services } from './browser-services.js';
import { FormAnswers, type FieldValues } from './form-answers.js';

/** What decides which questions are asked, and which fields are listed as being sent. */
const questionsKey = ({ format, preferredContact, session, ...others }: Answers): string =>
  JSON.stringify([format, preferredContact, session, Object.keys(others)]);

/** A draft as it is stored. */
type StoredDraft = FieldValues & { readonly submission?: Submission };

/**
 * Keeps what somebody types: over every rendering of the form, and, if wanted, as a draft in the tab's storage, which may be
 * full, forbidden or absent.
 */
export class DraftController implements ReactiveController {
  /** What is answered in the fields that are shown. */
  answers: Answers = {};
  /** Whether the storage refused something. */
  failed = false;
  #fields = new FormAnswers();
  #key: string | undefined;
  #hasTakenOver = false;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly storage: Services['sessionStorage'],
  ) {
    host.addController(this);
  }

  /** Whether there is a draft in the tab. */
  get isStored(): boolean {
    return !!this.#key && !this.failed;
  }

  get #form(): HTMLFormElement | undefined {
    return this.host.shadowRoot?.querySelector('form') ?? undefined;
  }

  /** Fields that are about to disappear keep their values. */
  hostUpdate(): void {
    this.collect();
  }

  /** Reads the form, and updates the host if other questions follow from the answers. */
  collect(): Answers {
    const form = this.#form;
    const before = questionsKey(this.answers);
    this.answers = form ? this.#fields.readFrom(form) : {};
    if (questionsKey(this.answers) !== before) this.host.requestUpdate();
    return this.answers;
  }

  /**
   * Fills in the form after it was rendered.
   *
   * @param key - names the draft; without one none is kept
   * @param inDoubt - a sign-up from this form that may have arrived
   * @returns a stored sign-up that may have arrived, if there is none from this form
   */
  restore(key: string | undefined, inDoubt: Submission | undefined): Submission | undefined {
    const form = this.#form;
    if (!form) return undefined;
    if (!this.#hasTakenOver) this.#takeOverFallback();
    const storageKey = key && `havenkit-signup ${key}`;
    const stored = storageKey === this.#key ? undefined : this.#begin(storageKey, inDoubt);
    this.#fields.writeTo(form);
    this.collect();
    return stored;
  }

  /**
   * Stores the draft, if one is wanted: without consent, which has to be given again, and without the honeypot.
   *
   * @param inDoubt - a sign-up that may have arrived
   */
  save(inDoubt: Submission | undefined): void {
    const draft = { ...this.#fields.values, consent: undefined, website: undefined, submission: inDoubt };
    this.#access((storage, key) => storage.setItem(key, JSON.stringify(draft)));
  }

  /** Forgets everything. */
  clear(): void {
    this.#remove();
    this.#form?.reset();
    this.#fields.values = {};
    this.answers = {};
  }

  #begin(key: string | undefined, inDoubt: Submission | undefined): Submission | undefined {
    this.#remove();
    this.#key = key;
    const fields = this.#fields;
    const { submission, ...values } =
      this.#access((storage, key) => JSON.parse(storage.getItem(key) ?? '{}') as StoredDraft) ?? {};
    const texts = Object.entries(values).map(([name, texts]): [string, string[]] => [name, [texts].flat()]);
    fields.values = { ...fields.values, ...Object.fromEntries(texts), ...fields.typed };
    const stored = submission?.consent && submission;
    if (Object.keys(fields.typed).length > 0) this.save(inDoubt ?? stored);
    return inDoubt ? undefined : stored;
  }

  #remove(): void {
    this.#access((storage, key) => storage.removeItem(key));
  }

  #access<Result>(act: (storage: ReturnType<Services['sessionStorage']>, key: string) => Result): Result | undefined {
    const { failed } = this;
    try {
      const result = this.#key ? act(this.storage(), this.#key) : undefined;
      this.failed = false;
      return result;
    } catch {
      // Without storage there is no draft; the form itself keeps what was typed.
      this.failed = true;
      return undefined;
    } finally {
      if (failed !== this.failed) this.host.requestUpdate();
    }
  }

  /** Continues with what was typed into the fallback form before the script had loaded. */
  #takeOverFallback(): void {
    this.#hasTakenOver = true;
    const fallback = this.host.querySelector('form');
    if (!fallback) return;
    this.#fields.takeOver(fallback);
    const { activeElement } = this.host.getRootNode() as Document;
    const name = fallback.contains(activeElement) && (activeElement as HTMLInputElement).name;
    if (name) void this.#moveFocus(name);
  }

  /** Moves the focus to the field of a name, which other answers may bring up. */
  async #moveFocus(name: string): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    const field = `[name=${CSS.escape(name)}]`;
    const { shadowRoot } = this.host;
    (
      shadowRoot?.querySelector<HTMLElement>(`${field}:checked`) ?? shadowRoot?.querySelector<HTMLElement>(field)
    )?.focus();
  }
}
