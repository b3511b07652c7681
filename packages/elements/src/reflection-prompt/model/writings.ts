import { lineageOf } from './lineage.js';
import type { Prompt } from './prompts.js';
import type { Reflection } from './reflection.js';

/**
 * The step that a person is at with a prompt. `asking`: the first save has to be confirmed. `cleared`: the text can still be
 * restored.
 */
export type WritingPhase = 'writing' | 'finished' | 'asking' | 'cleared';

/** A text in progress: an answer to a prompt, or an edit of a saved reflection. */
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

/** Whether a writing has a text that is neither saved nor cleared. */
const isUnsaved = ({ text, saved, phase }: Writing): boolean => !!text.trim() && text !== saved && phase !== 'cleared';

/** All texts in progress: answers by prompt, and edits by reflection. Switching between them loses nothing. */
export class Writings {
  #writings = new Map<string, Writing>();
  /** Key of the saved reflection that is being edited. */
  #editing: string | undefined;

  constructor(private readonly uuid: () => string) {}

  /** Whether a saved reflection is being edited. */
  get editing(): boolean {
    return this.#editing !== undefined;
  }

  /** Whether any text is neither saved nor cleared. */
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

  /** The current text: the edit in progress, or else the answer to the prompt. */
  at({ id: promptId, text: prompt, hint }: Prompt): Writing {
    const key = this.#editing ?? promptId;
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
        if (this.#editing === key) this.#editing = undefined;
      }
  }

  /**
   * Leaves a prompt, or an edit. The next answer to the prompt does not change what was saved or cleared here. An edit that
   * could not be saved stays.
   */
  leave(prompt: Prompt): void {
    const left = this.at(prompt);
    if (left.phase === 'cleared' || (this.editing && !left.refusedAt)) this.forget((writing) => writing === left);
    left.phase = 'writing';
    this.#editing = undefined;
  }

  /**
   * Starts to edit a reflection.
   *
   * @returns id of the prompt to return to when the text could not be saved there, and may have been continued since
   */
  edit(reflection: Reflection): string | undefined {
    const { id, text } = reflection;
    const [key, writing] = [...this.#writings].find(([, writing]) => writing.id === id) ?? [id];
    this.#editing = key === id ? id : undefined;
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
