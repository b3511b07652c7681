import { html, type TemplateResult } from 'lit';
import { smsHref, type Telephone } from '../formats/telephone.js';
import { textAround } from './text-around.js';

/** A telephone number as text, on one line and left to right in any language. By default it is as its owner wrote it. */
export const numberView = (telephone: Telephone, text = telephone.text): TemplateResult =>
  html`<bdi class="number" dir="ltr">${text}</bdi>`;

/** Returns the string for a key, or the key itself when there is no such string. */
export const stringOrKey = (strings: Readonly<Record<string, string>>, key: string): string =>
  (Object.hasOwn(strings, key) && strings[key]) || key;

/** What a link to a number opens. */
type NumberKind = 'telephone' | 'sms';

/** Options of `telephoneView`. */
interface TelephoneOptions {
  readonly telephone: Telephone;
  /** The number as it is shown; default: as its owner wrote it. */
  readonly text?: string | undefined;
  /** What the link opens. */
  readonly kind: NumberKind;
  /** Whether the number is a link or plain text. */
  readonly linked: boolean;
  /** Returns a listener for clicks on the link. */
  readonly listener: (kind: NumberKind) => (() => void) | undefined;
  /** Text of the link, as a function of the number; default: the number alone. */
  readonly label?: (number: string) => string;
  /** CSS classes of the link. */
  readonly className?: string;
}

/** A telephone number, as a link or as plain text. */
export function telephoneView({
  telephone,
  text,
  kind,
  linked,
  listener,
  label = String,
  className = '',
}: TelephoneOptions): TemplateResult {
  const number = numberView(telephone, text);
  if (!linked) return number;
  const href = kind === 'sms' ? smsHref(telephone) : telephone.href;
  return html`<a class=${className} href=${href} @click=${listener(kind)}>${textAround(label, number)}</a>`;
}
