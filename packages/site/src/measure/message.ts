import type { PageFont, Room } from '@havenkit/embed/snippets';
import type { RawConfiguration } from '@havenkit/elements/foundation';

/** What the embed builder asks to have measured. */
export interface MeasureRequest {
  /** Names the request. */
  readonly key: string;
  /** Such as `contact-card`. */
  readonly widget: string;
  readonly configuration: RawConfiguration;
  /** BCP 47. */
  readonly language: string;
  readonly font: PageFont | undefined;
}

/** What was measured; before it, that requests can be sent, and the share that is done. */
export type MeasureResponse =
  | { readonly isReady: true }
  | { readonly key: string; readonly hasFailed: true }
  | { readonly key: string; readonly progress: number }
  | { readonly key: string; readonly room: Room };
