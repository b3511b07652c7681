import { html, type TemplateResult } from 'lit/html.js';
import { smsHref, type Telephone } from './telephone.js';

/** A telephone number as text, kept on one line and left to right in any language. */
export const numberView = (telephone: Telephone): TemplateResult =>
  html`<bdi class="number" dir="ltr">${telephone.text}</bdi>`;

/** Words around a number that is set by `numberView`. */
export function wordsWithNumber(words: (number: string) => string, telephone: Telephone): TemplateResult {
  const [before, after] = words('\0').split('\0');
  return html`${before}${numberView(telephone)}${after}`;
}

/** The words for a key; what is no key stands for itself. */
export const knownWord = (words: Readonly<Record<string, string>>, key: string): string =>
  (Object.hasOwn(words, key) && words[key]) || key;

/**
 * A number, as a link where links are wanted.
 *
 * @param kind - what the link starts
 * @param used - called when the link is followed
 * @param words - what a link says around its number
 */
export function telephoneView(
  telephone: Telephone,
  kind: 'telephone' | 'sms',
  linked: boolean,
  used: () => void,
  words: (number: string) => string = String,
  look = '',
): unknown {
  const href = kind === 'sms' ? smsHref(telephone) : telephone.href;
  return linked
    ? html`<a class=${look} href=${href} @click=${used}>${wordsWithNumber(words, telephone)}</a>`
    : numberView(telephone);
}
