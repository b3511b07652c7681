/**
 * Ends a line of a vCard or a calendar, and folds it before it is longer than 75 octets, never within a character (RFC
 * 6350, section 3.2; RFC 5545, section 3.1). Without control characters, so that no value can begin a line of its own.
 */
export function fold(line: string): string {
  const utf8 = new TextEncoder();
  let folded = '';
  let length = 0;
  for (const character of line.replace(/\p{Cc}/gu, '')) {
    const octets = utf8.encode(character).length;
    if (length + octets > 75) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += octets;
  }
  return folded + '\r\n';
}
