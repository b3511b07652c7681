import { html, type TemplateResult } from 'lit';
import { textAround } from './text-around.js';
import { smsHref, type Telephone } from '../formats/telephone.js';

/** A telephone number as text, kept on one line and left to right in any language. */
export const numberView = (telephone: Telephone): TemplateResult =>
  html`<bdi class="number" dir="ltr">${telephone.text}</bdi>`;

/** The words for a key; what is no key stands for itself. */
export const knownWord = (words: Readonly<Record<string, string>>, key: string): string =>
  (Object.hasOwn(words, key) && words[key]) || key;

/** What a link to a number starts. */
type NumberKind = 'telephone' | 'sms';

/**
 * A number, as a link where links are wanted.
 *
 * @param kind - what the link starts
 * @param used - gives what is called when the link is followed
 * @param words - what a link says around its number
 */
export function telephoneView(
  telephone: Telephone,
  kind: NumberKind,
  linked: boolean,
  used: (kind: NumberKind) => (() => void) | undefined,
  words: (number: string) => string = String,
  look = '',
): unknown {
  const href = kind === 'sms' ? smsHref(telephone) : telephone.href;
  return linked
    ? html`<a class=${look} href=${href} @click=${used(kind)}>${textAround(words, numberView(telephone))}</a>`
    : numberView(telephone);
}
