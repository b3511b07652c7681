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
  readonly prompt: string;
  readonly hint?: string | undefined;
  text: string;
  /** What of it is kept. */
  saved: string;
  /** Of what is kept; 0 when nothing is. */
  version: number;
  moment: Moment;
}

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
    if (found) return found;
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

  /** Whether there are words that are not kept. */
  get unkept(): boolean {
    return [...this.#all.values()].some(({ text, saved }) => text.trim() && text !== saved);
  }

  /** Forgets what was written, where it is kept or deleted. */
  forget(id: string): void {
    for (const [key, one] of this.#all)
      if (one.id === id) {
        this.#all.delete(key);
        // It has another id than its key when it was kept beside what another tab made of it.
        if (this.changing === key) this.changing = undefined;
      }
  }

  /** Leaves a prompt, or a change: what is written to the prompt next is not a change of what was kept or let go of this. */
  leave(prompt: Prompt): void {
    const writing = this.at(prompt);
    if (this.changing ?? writing.moment === 'gone') this.#all.delete(this.changing ?? prompt.id);
    writing.moment = 'write';
    this.changing = undefined;
  }

  /**
   * Changes something.
   *
   * @returns id of the prompt in whose field it is still, because it could not be kept: it may have been written on there
   */
  change({ id, promptId, prompt, text, version }: Reflection): string | undefined {
    const [key, writing] = [...this.#all].find(([, one]) => one.id === id) ?? [id];
    this.changing = key === id ? id : undefined;
    if (!writing) this.#all.set(id, { id, promptId, prompt, text, saved: text, version, moment: 'write' });
    else if (key !== id) {
      writing.moment = 'write';
      return key;
    }
    return undefined;
  }

  /** Forgets what is kept; what is not stays. */
  lock(): void {
    for (const [key, { version, text, saved }] of this.#all) if (version && text === saved) this.#all.delete(key);
    if (!this.#all.has(this.changing ?? '')) this.changing = undefined;
  }
}
