import type { ReactiveControllerHost } from 'lit';
import type { ReflectionPromptStrings } from '../locales/en.js';
import { HavenReflectionEvent, type ReflectionAction } from '../reflection-event.js';

/** Key of a string that is one sentence. */
export type Sentence = keyof {
  [Key in keyof ReflectionPromptStrings as ReflectionPromptStrings[Key] extends string ? Key : never]: true;
};

/** Sentences that are announced together. */
export type Announcement = readonly Sentence[];

/** What follows an action: an announcement in the status region, a file, the next focus, and an event for the page. */
export class Feedback {
  /** Text of the file that was offered to the browser, which may not have saved it. The next announcement removes it. */
  file: string | undefined;
  #announcement: Announcement = [];

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {}

  /** Whether there is an announcement. */
  get announced(): boolean {
    return this.#announcement.length > 0;
  }

  /** Text of the status region. */
  text(strings: ReflectionPromptStrings): string {
    return this.#announcement.map((sentence) => strings[sentence]).join(' ');
  }

  /** Replaces the announcement. */
  announce(...announcement: Announcement): void {
    this.#announcement = announcement;
    this.file = undefined;
    this.host.requestUpdate();
  }

  /** Removes the announcement, and moves the focus. */
  moveOn(...selectors: readonly string[]): void {
    this.announce();
    void this.moveFocus(...selectors);
  }

  /** Updates the host, and focuses the first element that exists then. @param selectors - CSS selectors, by preference */
  async moveFocus(...selectors: readonly string[]): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    const find = (selector: string): HTMLElement | null | undefined => this.host.shadowRoot?.querySelector(selector);
    selectors.map(find).find(Boolean)?.focus();
  }

  dispatch(action: ReflectionAction): void {
    this.host.dispatchEvent(new HavenReflectionEvent(action));
  }
}
