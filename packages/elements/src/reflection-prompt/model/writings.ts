import type { Prompt } from './prompts.js';
import type { Reflection } from './reflection.js';

/**
 * Where a person is with a prompt: writing, done with it, asked before the first save, having skipped it, or having let go
 * what was written.
 */
export type Moment = 'write' | 'done' | 'ask' | 'skipped' | 'gone';

/** Something that is being written: an answer to a prompt, or a change of something kept. */
export interface Writing {
  id: string;
  readonly promptId: string;
  /** The prompt as it was read. */
  prompt: string;
  hint?: string | undefined;
  text: string;
  /** What of it is kept. */
  saved: string;
  /** Of what is kept; 0 when nothing is. */
  version: number;
  /** Of what is kept: ISO 8601 instant of the first save. */
  created?: string;
  /** ISO 8601 instant at which it could not be kept. */
  refusedAt?: string | undefined;
  moment: Moment;
}

/** Whether there are words that are not kept and were not let go. */
const isUnkept = ({ text, saved, moment }: Writing): boolean => !!text.trim() && text !== saved && moment !== 'gone';

/** Unfinished and finished writing by prompt, and what is being changed by id: going from one to another loses nothing. */
export class Writings {
  #all = new Map<string, Writing>();
  /** Key of what is being changed. */
  changing: string | undefined;

  constructor(private readonly uuid: () => string) {}

  /** What is being written now: a change, or the answer to a prompt. */
  at({ id: promptId, text: prompt, hint }: Prompt): Writing {
    const key = this.changing ?? promptId;
    const found = this.#all.get(key);
    // Its words may come late, or in another language.
    if (found) return found.text ? found : Object.assign(found, key === promptId && { prompt, hint });
    const writing: Writing = {
      id: this.uuid(),
      promptId,
      prompt,
      hint,
      text: '',
      saved: '',
      version: 0,
      moment: 'write',
    };
    this.#all.set(key, writing);
    return writing;
  }

  get #unkept(): Writing[] {
    return [...this.#all.values()].filter(isUnkept);
  }

  /** Whether there are words that are not kept. */
  get unkept(): boolean {
    return !!this.#unkept[0];
  }

  /** Prompts to which there are words. */
  get answered(): Prompt[] {
    return [...this.#all].flatMap(([id, one]) =>
      id === one.promptId && one.text.trim() ? { id, text: one.prompt, hint: one.hint } : [],
    );
  }

  /** What could not be kept, as it would be: here until the page is left. Newest first; the version is 0. */
  get inMemory(): Reflection[] {
    return this.#unkept
      .flatMap(({ id, promptId, prompt, text, refusedAt: changed, created = changed }) =>
        changed && created ? { id, promptId, prompt, text, created, changed, version: 0 } : [],
      )
      .reverse();
  }

  /** Forgets what was written, where it is kept or deleted. */
  forget(isGone: (writing: Writing) => unknown): void {
    for (const [key, one] of this.#all)
      if (isGone(one)) {
        this.#all.delete(key);
        // It has another id than its key when it was kept beside what another tab made of it.
        if (this.changing === key) this.changing = undefined;
      }
  }

  /**
   * Leaves a prompt, or a change: what is written to the prompt next is not a change of what was kept or let go of this. A
   * change that could not be kept stays.
   */
  leave(prompt: Prompt): void {
    const writing = this.at(prompt);
    if (writing.moment === 'gone' || (this.changing && !writing.refusedAt)) this.forget((one) => one === writing);
    writing.moment = 'write';
    this.changing = undefined;
  }

  /**
   * Changes something.
   *
   * @returns id of the prompt in whose field it is still, because it could not be kept: it may have been written on there
   */
  change({ id, promptId, prompt, text, version, created }: Reflection): string | undefined {
    const [key, writing] = [...this.#all].find(([, one]) => one.id === id) ?? [id];
    this.changing = key === id ? id : undefined;
    if (!writing) this.#all.set(id, { id, promptId, prompt, text, saved: text, version, created, moment: 'write' });
    else if (key !== id) {
      writing.moment = 'write';
      return key;
    }
    return undefined;
  }

  /** Forgets what is kept; what is not stays. */
  lock(): void {
    this.forget(({ version, text, saved }) => version && text === saved);
  }
}
