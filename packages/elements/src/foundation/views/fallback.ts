import type { TemplateResult } from 'lit';
import { html, unsafeStatic } from 'lit/static-html.js';
import type { RawConfiguration, Reading } from '../configuration/readers.js';

/** What a fallback is made for. */
export interface FallbackOptions {
  /** BCP 47 language of the page. */
  readonly language: string;
  /** Level of the widget's own heading, 1 to 6. */
  readonly level: number;
  readonly reading: Reading;
}

/**
 * Makes a widget's content as HTML that needs no script: fallback content between the widget's tags, or a form of the widget of its
 * own. It stands in the page, so it has no ids, and no classes of ours.
 *
 * @param raw - the widget's configuration
 * @returns the content, or `undefined` when the configuration has nothing to show
 */
export type Fallback = (raw: RawConfiguration, options: FallbackOptions) => TemplateResult | undefined;

/** A widget's own words in a language, as its configuration: a start for somebody who changes some of them. */
export type DefaultWords = (language: string) => RawConfiguration;

/** A heading of a fallback. @param level - 1 to 6; a higher number counts as 6 */
export function fallbackHeading(level: number, content: unknown): TemplateResult {
  const tag = unsafeStatic(`h${Math.min(level, 6)}`);
  // eslint-disable-next-line lit/binding-positions, lit/no-invalid-html -- the tag is part of the static template
  return html`<${tag}>${content}</${tag}>`;
}
