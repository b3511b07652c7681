import type { ReactiveControllerHost } from 'lit';
import { moveFocus } from '../../foundation/browser/move-focus.js';
import { AnnouncementController } from '../../foundation/controllers/announcement-controller.js';
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
  #announcements: AnnouncementController<Announcement>;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    this.#announcements = new AnnouncementController(host);
  }

  /** Whether there is an announcement. */
  get announced(): boolean {
    return !!this.#announcements.current?.length;
  }

  /** Text of the status region. */
  text(strings: ReflectionPromptStrings): string {
    return (this.#announcements.current ?? []).map((sentence) => strings[sentence]).join(' ');
  }

  /** Replaces the announcement. */
  announce(...announcement: Announcement): void {
    this.file = undefined;
    void this.#announcements.announce(announcement);
  }

  /** Shows the text of a file beside the announcement that was just made. */
  showFile(text: string | undefined): void {
    this.file = text;
    this.host.requestUpdate();
  }

  /** Removes the announcement. */
  clear(): void {
    this.file = undefined;
    this.#announcements.clear();
  }

  /** Removes the announcement, and moves the focus. */
  moveOn(...selectors: readonly string[]): void {
    this.clear();
    void this.moveFocus(...selectors);
  }

  /** Updates the host, and focuses the first element that exists then. @param selectors - CSS selectors, by preference */
  async moveFocus(...selectors: readonly string[]): Promise<void> {
    await moveFocus(this.host, selectors);
    // What is typed next replaces a password that did not work.
    this.host.shadowRoot?.querySelector<HTMLInputElement>('#current:focus')?.select();
  }

  dispatch(action: ReflectionAction): void {
    this.host.dispatchEvent(new HavenReflectionEvent(action));
  }
}
