/** No 0, O, 1, I or L, which are easily confused, and no vowels, so that no reference spells a word. */
const alphabet = '23456789BCDFGHJKMNPQRSTVWXYZ';

const length = 8;

/** Four characters, a hyphen, four characters. */
const hyphenate = (text: string): string => `${text.slice(0, 4)}-${text.slice(4)}`;

/**
 * A new reference such as `K7QX-3MTD`, which a caregiver can read out on the telephone. It is random, so it says nothing about
 * the person or about other references. There are 28^8 of them, about 4 x 10^11.
 *
 * @param fill - fills bytes with random values. Default the platform's cryptographic generator.
 */
export function newReference(
  fill: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): string {
  // The largest multiple of 28 below 256. Higher bytes would make the first characters of the alphabet more likely.
  const limit = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length)
    for (const byte of fill(new Uint8Array(length)))
      if (byte < limit && text.length < length) text += alphabet[byte % alphabet.length] ?? '';
  return hyphenate(text);
}

/** The stored form of a reference that somebody typed in lowercase, with spaces or without the hyphen. */
export const normalizeReference = (typed: string): string => hyphenate(typed.toUpperCase().replace(/[^0-9A-Z]/g, ''));
