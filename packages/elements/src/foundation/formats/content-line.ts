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
