import { textAs } from '../configuration/readers.js';

/** A telephone number. */
export interface Telephone {
  /** As its owner wrote it. */
  readonly text: string;
  /** `+` and digits, or digits only where no country code was given. */
  readonly number: string;
  /** Digits of the extension. */
  readonly extension?: string;
  /** `tel:` URI (RFC 3966). */
  readonly href: string;
}

// Groups: the number, whose separators are those that people use (spaces also as no-break, hyphens also as dashes),
// and its extension.
const pattern =
  /^(\(?\+?[\d(). ·\xa0\u202f\u2010-\u2015\u2212-]+?)(?:[ \xa0,;(]*(?:ext(?:ension)?[.:=]?|x|#)[ \xa0]*(\d{1,7})\)?)?$/i;

// Marks of direction, in pairs, which address books copy along.
const marked = /^[\u202a\u202d\u2066\u2068](.*)[\u202c\u2069]$/;

/**
 * Reads a telephone number as people write it, with separators and with an extension (`ext. 2`, `x2`, `#2`,
 * `;ext=2`). Letters, slashes (they part two numbers), control characters, digits of other scripts, and
 * fewer than 3 or more than 15 digits (ITU-T E.164) are refused.
 *
 * The `(0)` of `+44 (0)20 …` is left out of what is dialled, as its writers mean it. A number without a country code
 * stays one: RFC 3966 asks for a `phone-context` there, which nobody knows and which dialers ignore, so its link
 * holds what would be dialled by hand.
 *
 * @param value - text such as `+1-919-555-0100`, `(919) 555-0100 ext. 2` or `988`; anything else gives `undefined`
 * @returns the number, or `undefined` when it cannot be read
 */
export function parseTelephone(value: unknown): Telephone | undefined {
  if (typeof value !== 'string' || value.length > 60) return undefined;
  const text = value
    .trim()
    .replace(marked, '$1')
    .replace(/^tel: */i, '');
  const [, written = '', extension] = pattern.exec(text) ?? [];
  const plus = written.includes('+') ? '+' : '';
  const groups = (plus ? written.replace('(0)', ' ') : written).match(/\d+/g) ?? [];
  const digits = groups.join('');
  if (!/^\d{3,15}$/.test(digits)) return undefined;
  return {
    text,
    number: plus + digits,
    href: `tel:${plus}${groups.join('-')}${extension ? `;ext=${extension}` : ''}`,
    ...(extension && { extension }),
  };
}

/** Reads a telephone number from a configuration. */
export const telephone = textAs('a telephone number', parseTelephone);

/** `sms:` URI (RFC 5724) for a number that takes text messages; an extension cannot take any. */
export const smsHref = ({ number }: Telephone): string => `sms:${number}`;
