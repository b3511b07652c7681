import { toHex } from '../../foundation/formats/hex.js';
import { toJson } from '../../foundation/formats/json.js';

/**
 * A challenge in the format of ALTCHA since version 3 of its widget (altcha-lib 2, types.d.ts). It comes from the network and
 * is not trusted.
 */
export interface Challenge {
  readonly parameters: {
    /** `PBKDF2/SHA-256`, `PBKDF2/SHA-384` or `PBKDF2/SHA-512`. Others (`SHA-256`, `ARGON2ID`, `SCRYPT`) are not supported. */
    readonly algorithm: string;
    /** Hexadecimal. The password of an attempt is the nonce followed by a counter. */
    readonly nonce: string;
    /** Hexadecimal. */
    readonly salt: string;
    /** Iterations of one attempt. */
    readonly cost: number;
    /** In bytes. */
    readonly keyLength: number;
    /** The required start of the key, in lowercase hexadecimal. */
    readonly keyPrefix: string;
  };
  readonly signature?: string;
}

const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/**
 * Solves a challenge: increments a counter until the key that PBKDF2 derives from nonce and counter has the required prefix.
 * The browser derives keys off the main thread (Web Cryptography API, "in parallel"), so the page stays responsive.
 *
 * @param subtle - `crypto.subtle`, which browsers have only in secure contexts
 * @param isWanted - called before every attempt; `false` stops the search
 * @returns the value of the field `altcha`: base64 of `{ challenge, solution }`; `undefined` if the search was stopped
 * @throws if the challenge is not supported
 */
export async function solve(
  { parameters, signature }: Challenge,
  subtle: SubtleCrypto,
  isWanted: () => boolean,
): Promise<string | undefined> {
  const { algorithm, nonce, salt, cost, keyLength, keyPrefix } = parameters;
  for (let counter = 0; isWanted(); counter++) {
    const password = fromHex(nonce + counter.toString(16).padStart(8, '0'));
    const key = await subtle.deriveBits(
      { name: 'PBKDF2', hash: algorithm.slice(7), salt: fromHex(salt), iterations: cost },
      await subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']),
      keyLength * 8,
    );
    const derivedKey = toHex(new Uint8Array(key));
    if (derivedKey.startsWith(keyPrefix))
      return btoa(toJson({ challenge: { parameters, signature }, solution: { counter, derivedKey } }));
  }
  return undefined;
}
