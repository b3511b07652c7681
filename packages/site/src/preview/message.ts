import type { PageFont } from '@havenkit/embed/snippets';

/** What the embed builder asks its preview to show. */
export interface PreviewMessage {
  /** Such as `contact-card`. */
  readonly widget: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Everything of the configuration that is no attribute. */
  readonly config: Readonly<Record<string, unknown>>;
  /** BCP 47. */
  readonly language: string;
  readonly colorScheme: 'light' | 'dark';
  /** The page's, if it is known. */
  readonly font: PageFont | undefined;
}
