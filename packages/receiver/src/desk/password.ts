/** The desk's password. Everybody who works at the desk knows it. */

/** NIST SP 800-63B-4 asks for 15 characters where a password is all that protects. Four random words are longer. */
const minimumLength = 15;

const encoder = new TextEncoder();

/** A password as it is compared. Telephones add a space after a word, and systems write `é` in two ways. */
const normalize = (password: string): string => password.normalize('NFC').trim();

/**
 * Reads the password of the settings.
 *
 * @throws {RangeError} if it is too short, or more than one line
 */
export function readPassword(text: string): string {
  const password = normalize(text);
  // A browser sends a password without line breaks, so nobody could sign in.
  if (/[\r\n]/.test(password)) throw new RangeError("The desk's password must be on one line.");
  if (Array.from(password).length < minimumLength)
    throw new RangeError(
      `The desk's password must have at least ${minimumLength} characters. Use four or five random words.`,
    );
  return password;
}

const hmac = { name: 'HMAC', hash: 'SHA-256' } as const;

/** A key for HMAC from a text. */
export const keyFrom = (text: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', encoder.encode(text), hmac, false, ['sign']);

/** HMAC with SHA-256, as 64 hexadecimal digits. */
export async function sign(key: CryptoKey, text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Returns a function that compares what somebody typed with the password. Both are signed with a random key and the platform
 * compares the signatures, so the time says nothing about the password, not even its length. The password is a setting like
 * the other secrets, and nothing derived from it is stored: a slow hash would protect nothing here. What stops guessing is the
 * rate limit and the minimum length.
 */
export function passwordCheck(password: string): (typed: string) => Promise<boolean> {
  // Made on the first use: a Worker may not use random values before a request.
  let expected: Promise<{ key: CryptoKey; signature: ArrayBuffer }> | undefined;
  const prepare = async () => {
    const random = crypto.getRandomValues(new Uint8Array(32));
    const key = await crypto.subtle.importKey('raw', random, hmac, false, ['sign', 'verify']);
    return { key, signature: await crypto.subtle.sign('HMAC', key, encoder.encode(password)) };
  };
  return async (typed) => {
    const { key, signature } = await (expected ??= prepare());
    return crypto.subtle.verify('HMAC', key, signature, encoder.encode(normalize(typed)));
  };
}
