import { similarName } from '../similar-name.js';
import { attributesOf } from '../widgets.js';
import type { EmbeddedWidget } from './embeds.js';

/** An attribute that a widget does not have. */
export interface UnknownAttribute {
  /** As on the page. */
  readonly name: string;
  /** The attribute that was probably meant, as it would be on the page. */
  readonly similar: string | undefined;
}

/** Attributes that every element has, or that hosts and builders add. */
const ordinary =
  /^(?:id|class|style|lang|dir|hidden|slot|part|tabindex|translate|inert|is|nonce|role|data-.*|aria-.*|on.*|x-.*|v-.*|_ng.*|:.*|@.*)$/;

/** An attribute as it is written on the page, also on a placeholder. */
export const nameOnPage = (name: string, placeholder: boolean): string => (placeholder ? `data-${name}` : name);

/** The attributes of a widget on a page that it ignores. */
export function unknownAttributes({ widget, attributes, placeholder }: EmbeddedWidget): UnknownAttribute[] {
  const known = [...attributesOf(widget).values()];
  return [...attributes.keys()].flatMap((name) => {
    // Every element may have a title, but one that stands for the name is meant to be seen.
    const isOrdinary = name === 'title' ? !known.includes('name') || attributes.has('name') : ordinary.test(name);
    if (known.includes(name) || isOrdinary) return [];
    const similar = similarName(name, known);
    return { name: nameOnPage(name, placeholder), similar: similar && nameOnPage(similar, placeholder) };
  });
}
