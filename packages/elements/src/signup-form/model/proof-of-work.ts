/**
 * A challenge as ALTCHA writes it since version 3 of its widget (altcha-lib 2, types.d.ts). It comes from the network, so that
 * nothing about it is certain; what cannot be solved throws.
 */
export interface Challenge {
  readonly parameters: {
    /** `PBKDF2/SHA-256`, `PBKDF2/SHA-384` or `PBKDF2/SHA-512`. Others (`SHA-256`, `ARGON2ID`, `SCRYPT`) are not solved here. */
    readonly algorithm: string;
    /** What is tried is derived from this and a counter. Both are hexadecimal. */
    readonly nonce: string;
    readonly salt: string;
    /** Rounds in one attempt. */
    readonly cost: number;
    /** In bytes. */
    readonly keyLength: number;
    /** What the key has to begin with, hexadecimal in small letters. */
    readonly keyPrefix: string;
  };
  readonly signature?: string;
}

const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

const toHex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Solves a challenge: counts up until the key that PBKDF2 derives from nonce and counter begins as asked for. Every attempt
 * is the browser's own work, beside the page and not in it (Web Cryptography API, "in parallel"), so that the page goes on.
 *
 * @param subtle - does the work: `crypto.subtle`, which browsers have in secure contexts alone
 * @param going - asked before every attempt; `false` gives up
 * @returns the value of the field `altcha`: base64 of `{ challenge, solution }`; `undefined` when it was given up
 * @throws at a challenge that cannot be solved here
 */
export async function solve(
  { parameters, signature }: Challenge,
  subtle: SubtleCrypto,
  going: () => boolean,
): Promise<string | undefined> {
  const { algorithm, nonce, salt, cost, keyLength, keyPrefix } = parameters;
  for (let counter = 0; going(); counter++) {
    const password = fromHex(nonce + counter.toString(16).padStart(8, '0'));
    const derivedKey = toHex(
      await subtle.deriveBits(
        { name: 'PBKDF2', hash: algorithm.slice(7), salt: fromHex(salt), iterations: cost },
        await subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']),
        keyLength * 8,
      ),
    );
    if (derivedKey.startsWith(keyPrefix))
      return btoa(JSON.stringify({ challenge: { parameters, signature }, solution: { counter, derivedKey } }));
  }
  return undefined;
}
