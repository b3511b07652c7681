import { isoInstant } from './iso-instant.js';

/** Escapes a text value of a vCard (RFC 2426 section 4, RFC 6350 section 3.4) or a calendar (RFC 5545, section 3.3.11). */
export const escapeText = (text = ''): string =>
  text.replace(/[\\,;]/g, '\\$&').replace(/\r\n?|[\n\u2028\u2029]/g, '\\n');

/** An instant in UTC as a vCard and a calendar write it: `20270115T140000Z`. */
export const utcTime = (instant: Date | number): string => isoInstant(instant).replace(/[-:]|\.\d+/g, '');

/** Longest line of a vCard or a calendar, in octets (RFC 6350, section 3.2; RFC 5545, section 3.1). */
const maxOctets = 75;

/**
 * Ends a line of a vCard or a calendar and folds it where it is too long, never within a character. Control characters are
 * removed, so that no value can start a new line.
 */
export function fold(line: string): string {
  const utf8 = new TextEncoder();
  let folded = '';
  let length = 0;
  for (const character of line.replace(/\p{Cc}/gu, '')) {
    const octets = utf8.encode(character).length;
    if (length + octets > maxOctets) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += octets;
  }
  return folded + '\r\n';
}
