/**
 * Characters of a reference: no 0 O 1 I L, which are taken for one another, and no vowels, so that none spells a word.
 */
const alphabet = '23456789BCDFGHJKMNPQRSTVWXYZ';

const length = 8;

/**
 * A new reference such as `K7QX-3MTD`: what a caregiver reads out on the telephone. It is random and nothing else, so
 * it tells nothing about the person and nothing about the references before or after it (28^8, about 4 x 10^11).
 *
 * @param fill - fills bytes with randomness; default the platform's cryptographic generator
 */
export function newReference(
  fill: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): string {
  // The largest multiple of 28 below 256: bytes above it would make the first characters likelier than the last.
  const limit = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length)
    for (const byte of fill(new Uint8Array(length)))
      if (byte < limit && text.length < length) text += alphabet[byte % alphabet.length] ?? '';
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** A reference as someone types it (small letters, spaces, no hyphen), as it is stored. */
export function normalizeReference(typed: string): string {
  const text = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}
