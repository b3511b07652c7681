/**
 * Encryption of saved reflections with Web Cryptography, which exists only on https pages.
 *
 * A sealed text is base64 of a fresh 12-byte IV followed by the AES-GCM ciphertext (256 bits). A random IV for each message is
 * safe for 2^32 messages under one key (NIST SP 800-38D, 8.3). The place that a sealed text belongs to is bound to it as
 * additional data: moved to another place it does not open.
 */

import { toJson } from '../../foundation/formats/json.js';

/** Bytes that Web Cryptography accepts. */
type Bytes = Uint8Array<ArrayBuffer>;

/** Text sealed with a password, as plain JSON; all bytes are base64. */
export interface Box {
  /** How the key is derived from the password, so that a later version can do it in another way. */
  readonly kdf: typeof kdf;
  readonly iterations: number;
  readonly salt: string;
  readonly sealed: string;
  /** SHA-256 of everything else: distinguishes a wrong password from a damaged box. */
  readonly check: string;
}

/** PBKDF2-HMAC-SHA-256 iterations (OWASP Password Storage Cheat Sheet, 2023 and later: at least 600,000). */
export const minIterations = 600_000;

/** A higher number would keep a browser busy for minutes. */
const maxIterations = 20_000_000;

const kdf = 'PBKDF2-SHA-256';
const cipher = 'AES-GCM';
const toBytes = (text: string): Bytes => new TextEncoder().encode(text);

/** Encodes bytes as base64 (RFC 4648). */
export function toBase64(bytes: Uint8Array | ArrayBuffer): string {
  let text = '';
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return btoa(text);
}

/** Decodes base64. @throws when the text is not base64 */
export const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/** Random bytes, as base64. */
export const randomBase64 = (length: number): string => toBase64(crypto.getRandomValues(new Uint8Array(length)));

/** Imports a key of 32 bytes (base64). It cannot be exported again. */
export const importKey = (key: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', fromBase64(key), cipher, false, ['encrypt', 'decrypt']);

const algorithm = (iv: Bytes, place: string): AesGcmParams => ({ name: cipher, iv, additionalData: toBytes(place) });

/**
 * Encrypts a text.
 *
 * @param place - where the text belongs; it opens only with the same place
 */
export async function seal(key: CryptoKey, text: string, place: string): Promise<string> {
  const iv = randomBase64(12);
  // 12 bytes are 16 characters without padding, so the rest can simply follow.
  return iv + toBase64(await crypto.subtle.encrypt(algorithm(fromBase64(iv), place), key, toBytes(text)));
}

/** Decrypts a sealed text. @throws when the key or the place is another one, or a bit has changed */
export async function unseal(key: CryptoKey, sealed: string, place: string): Promise<string> {
  const bytes = fromBase64(sealed);
  const decrypted = crypto.subtle.decrypt(algorithm(bytes.subarray(0, 12), place), key, bytes.subarray(12));
  return new TextDecoder().decode(await decrypted);
}

/** A password gives the same key however a keyboard composes its letters (NFKC: NIST SP 800-63B, 5.1.1.2). */
async function derive(password: string, salt: string, iterations: number): Promise<CryptoKey> {
  const { subtle } = crypto;
  const typed = await subtle.importKey('raw', toBytes(password.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  return subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt), iterations },
    typed,
    { name: cipher, length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

const checksum = async ({ kdf, iterations, salt, sealed }: Omit<Box, 'check'>): Promise<string> =>
  toBase64(await crypto.subtle.digest('SHA-256', toBytes(toJson([kdf, iterations, salt, sealed]))));

/**
 * Seals a text with a password, under a salt of its own (16 bytes: NIST SP 800-132, 5.1).
 *
 * @param place - where the text belongs, as for {@link seal}
 */
export async function closeBox(password: string, text: string, place: string, iterations: number): Promise<Box> {
  const salt = randomBase64(16);
  const sealed = await seal(await derive(password, salt, iterations), text, place);
  const box = { kdf, iterations, salt, sealed } as const;
  return { ...box, check: await checksum(box) };
}

/** Whether only a later version may be able to open a box. */
export const isNewerBox = (box: Partial<Record<keyof Box, unknown>>): boolean =>
  (typeof box.kdf === 'string' && box.kdf !== kdf) || Number(box.iterations) > maxIterations;

/** Whether a value is an undamaged box; further properties do not matter. */
export async function isBox(value: unknown): Promise<boolean> {
  const box = (value ?? {}) as Box;
  return (
    box.kdf === kdf &&
    typeof box.iterations === 'number' &&
    box.iterations > 0 &&
    box.iterations <= maxIterations &&
    box.check === (await checksum(box))
  );
}

/** Opens a box. */
export async function openBox(
  password: string,
  value: unknown,
  place: string,
): Promise<{ readonly text: string } | 'wrong-password' | 'damaged'> {
  if (!(await isBox(value))) return 'damaged';
  const { salt, iterations, sealed } = value as Box;
  // WebKit derives no key from an empty password.
  let failure: 'damaged' | 'wrong-password' = password ? 'damaged' : 'wrong-password';
  try {
    const key = await derive(password, salt, iterations);
    failure = 'wrong-password';
    return { text: await unseal(key, sealed, place) };
  } catch {
    return failure;
  }
}
