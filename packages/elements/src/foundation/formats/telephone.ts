import { textAs } from '../configuration/readers.js';

/** A telephone number. */
export interface Telephone {
  /** As its owner wrote it. */
  readonly text: string;
  /** `+` and digits, or digits only when there is no country code. */
  readonly number: string;
  /** Digits of the extension. */
  readonly extension?: string;
  /** `tel:` URI (RFC 3966). */
  readonly href: string;
}

// Group 1 is the number with the separators that people use (spaces, also no-break ones; hyphens, also dashes). Group 2 is
// the extension.
const pattern =
  /^(\(?\+?[\d(). ·\xa0\u202f\u2010-\u2015\u2212-]+?)(?:[ \xa0,;(]*(?:ext(?:ension)?[.:=]?|x|#)[ \xa0]*(\d{1,7})\)?)?$/i;

// Pairs of direction marks, which address books add to a copied number.
const betweenDirectionMarks = /^[\u202a\u202d\u2066\u2068](.*)[\u202c\u2069]$/;

/**
 * Parses a telephone number as people write it: `+1-919-555-0100`, `(919) 555-0100 ext. 2` (also `x2`, `#2`, `;ext=2`) or
 * `988`. Rejects letters, slashes (they separate two numbers), control characters, digits of other scripts, and
 * fewer than 3 or more than 15 digits (ITU-T E.164).
 *
 * The `(0)` of `+44 (0)20 …` is not dialed from abroad and is left out. A number without a country code stays without one:
 * RFC 3966 requires a `phone-context` there, but it is unknown, and dialers ignore it. The link contains what a person would dial.
 *
 * @returns the number, or `undefined` when the value cannot be parsed
 */
export function parseTelephone(value: unknown): Telephone | undefined {
  if (typeof value !== 'string' || value.length > 60) return undefined;
  const text = value
    .trim()
    .replace(betweenDirectionMarks, '$1')
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

/** Returns the `sms:` URI (RFC 5724) of a number. Text messages cannot go to an extension, so it is left out. */
export const smsHref = ({ number }: Telephone): string => `sms:${number}`;
