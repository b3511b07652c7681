import { lineageOf } from './lineage.js';
import type { Prompt } from './prompts.js';
import type { Reflection } from './reflection.js';

/**
 * The step that a person is at with a prompt. `asking`: the first save has to be confirmed. `discarded`: the text can still be
 * restored.
 */
export type WritingPhase = 'writing' | 'finished' | 'asking' | 'skipped' | 'discarded';

/** A text in progress: an answer to a prompt, or a change of a saved reflection. */
export interface Writing {
  id: string;
  readonly promptId: string;
  /** The prompt as the person read it. */
  prompt: string;
  hint?: string | undefined;
  text: string;
  /** The text that is saved. */
  saved: string;
  /** Version that is saved; 0 when nothing is. */
  version: number;
  /** Lineage of what is saved. */
  lineage?: readonly string[] | undefined;
  /** ISO 8601 instant of the first save. */
  created?: string;
  /** ISO 8601 instant of the first save that failed. */
  refusedAt?: string | undefined;
  phase: WritingPhase;
}

/** Whether a writing has a text that is neither saved nor discarded. */
const isUnsaved = ({ text, saved, phase }: Writing): boolean =>
  !!text.trim() && text !== saved && phase !== 'discarded';

/** All texts in progress: answers by prompt, and changes by reflection. Switching between them loses nothing. */
export class Writings {
  #writings = new Map<string, Writing>();
  /** Key of the saved reflection that is being changed. */
  #changing: string | undefined;

  constructor(private readonly uuid: () => string) {}

  /** Whether a saved reflection is being changed. */
  get changing(): boolean {
    return this.#changing !== undefined;
  }

  /** Whether any text is neither saved nor discarded. */
  get unsaved(): boolean {
    return [...this.#writings.values()].some(isUnsaved);
  }

  /** The prompts that have an answer in progress. */
  get answered(): Prompt[] {
    return [...this.#writings]
      .filter(([key, { promptId, text }]) => key === promptId && text.trim())
      .map(([id, { prompt, hint }]) => ({ id, text: prompt, hint }));
  }

  /** The texts that could not be saved, as reflections of version 0, newest first. They last until the page is left. */
  get refused(): Reflection[] {
    return [...this.#writings.values()]
      .filter(isUnsaved)
      .flatMap(({ id, promptId, prompt, text, lineage, refusedAt: changed, created = changed }) =>
        changed && created ? { id, promptId, prompt, text, created, changed, version: 0, lineage } : [],
      )
      .reverse();
  }

  /** The current text: the change in progress, or else the answer to the prompt. */
  at({ id: promptId, text: prompt, hint }: Prompt): Writing {
    const key = this.#changing ?? promptId;
    const found = this.#writings.get(key);
    if (found) {
      // The prompt may be loaded later, or change with the language.
      if (!found.text && key === promptId) Object.assign(found, { prompt, hint });
      return found;
    }
    const id = this.uuid();
    const writing: Writing = { id, promptId, prompt, hint, text: '', saved: '', version: 0, phase: 'writing' };
    this.#writings.set(key, writing);
    return writing;
  }

  /** Forgets writings that are saved or deleted. */
  forget(isGone: (writing: Writing) => unknown): void {
    for (const [key, writing] of this.#writings)
      if (isGone(writing)) {
        this.#writings.delete(key);
        // Not the id, which changes when the text is saved beside a change of another tab.
        if (this.#changing === key) this.#changing = undefined;
      }
  }

  /**
   * Leaves a prompt, or a change. The next answer to the prompt does not change what was saved or discarded here. A change that
   * could not be saved stays.
   */
  leave(prompt: Prompt): void {
    const left = this.at(prompt);
    if (left.phase === 'discarded' || (this.changing && !left.refusedAt)) this.forget((writing) => writing === left);
    left.phase = 'writing';
    this.#changing = undefined;
  }

  /**
   * Starts to change a reflection.
   *
   * @returns id of the prompt to return to when the text could not be saved there, and may have been continued since
   */
  change(reflection: Reflection): string | undefined {
    const { id, text } = reflection;
    const [key, writing] = [...this.#writings].find(([, writing]) => writing.id === id) ?? [id];
    this.#changing = key === id ? id : undefined;
    if (!writing)
      this.#writings.set(id, { ...reflection, lineage: lineageOf(reflection), saved: text, phase: 'writing' });
    else if (key !== id) {
      writing.phase = 'writing';
      return key;
    }
    return undefined;
  }

  /** Forgets what is saved; unsaved texts stay. */
  lock(): void {
    this.forget(({ version, text, saved }) => version && text === saved);
  }
}
