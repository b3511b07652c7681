import type { ReactiveControllerHost } from 'lit';
import type { ReflectionPromptStrings } from '../locales/en.js';

/** Key of a string that is one sentence. */
export type Sentence = keyof {
  [Key in keyof ReflectionPromptStrings as ReflectionPromptStrings[Key] extends string ? Key : never]: true;
};

/** Sentences that are announced together. */
export type Announcement = readonly Sentence[];

/** Owns the text of the widget's status region. */
export class Announcer {
  #announcement: Announcement = [];
  #waiting = false;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Text of the status region. */
  text(strings: ReflectionPromptStrings): string {
    return this.#waiting ? strings.wait : this.#announcement.map((sentence) => strings[sentence]).join(' ');
  }

  /** Replaces the announcement. While an operation runs, only its result will be announced. */
  announce(...announcement: Announcement): void {
    this.#announcement = announcement;
    this.host.requestUpdate();
  }

  /** Removes the announcement. @returns whether there was one */
  clear(): boolean {
    if (!this.#announcement.length) return false;
    this.announce();
    return true;
  }

  /** Announces that an operation takes a moment, until `finish`. */
  wait(): void {
    this.#waiting = true;
    this.host.requestUpdate();
  }

  /** Announces the result of the operation. */
  finish(announcement: Announcement): void {
    this.#waiting = false;
    this.announce(...announcement);
  }
}
