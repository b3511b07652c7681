/** What the page sends to the page around it whenever the answers or its height change. */
export interface AnswersMessage {
  readonly type: 'havenkit-answers';
  /** Such as `contact-card`. */
  readonly widget: string;
  /** The answers: a configuration. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The same as schema.org has it; empty if the answers do not describe a practice. */
  readonly jsonLd: Readonly<Record<string, unknown>>;
  /** Height of the page, in px. */
  readonly height: number;
}
