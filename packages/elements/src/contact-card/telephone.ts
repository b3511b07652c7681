/** A telephone number. */
export interface Telephone {
  /** As its owner wrote it. */
  readonly text: string;
  /** `+` and digits, or digits only where no country code was given. */
  readonly number: string;
  /** Digits of the extension. */
  readonly extension?: string;
  /** `tel:` URI. */
  readonly href: string;
}

// Groups: the number with its visual separators (RFC 3966 section 3), the extension. Fewer than three digits is no
// number; more than fifteen is none that can be dialled (ITU-T E.164).
const pattern = /^(?:tel:)?(\+?[\d().\s/-]+?)(?:\s*[,;]?\s*(?:ext(?:ension)?[.:=]?|x|#)\s*(\d{1,7}))?$/i;

/**
 * Reads a telephone number as people write it, with separators and with an extension (`ext. 2`, `x2`, `#2`,
 * `;ext=2`). Letters, control characters, and fewer than 3 or more than 15 digits are refused.
 *
 * A number without a country code stays one: RFC 3966 asks for a `phone-context` there, which nobody knows and which
 * dialers ignore, so its link holds what would be dialled by hand.
 *
 * @param value - text such as `+1-919-555-0100`, `(919) 555-0100 ext. 2` or `988`
 * @returns the number, or `undefined` when it cannot be read
 */
export function parseTelephone(value: unknown): Telephone | undefined {
  if (typeof value !== 'string' || value.length > 60) return undefined;
  const text = value.trim();
  const [, written = '', extension] = pattern.exec(text) ?? [];
  const number = written.replace(/[^+\d]/g, '');
  if (!/^\+?\d{3,15}$/.test(number)) return undefined;
  const dialled = written.replace(/[\s/]+/g, '-').replace(/^-|-$/g, '');
  const href = `tel:${dialled}${extension ? `;ext=${extension}` : ''}`;
  return { text: text.replace(/^tel:/i, ''), number, href, ...(extension ? { extension } : undefined) };
}

/** `sms:` URI (RFC 5724) for a number that takes text messages; an extension cannot take any. */
export const smsHref = ({ number }: Telephone): string => `sms:${number}`;
