/**
 * Proof of work with ALTCHA (altcha.org; challenges of widget version 3, `altcha-lib` 2). The receiver issues signed
 * challenges and stores nothing until one is solved.
 */
import { createChallenge, type Payload, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { digest } from './digest.js';

export interface AltchaOptions {
  /**
   * Signs the challenges: 32 random characters or more, the same in every process. After a change, forms that hold an old
   * challenge have to request a new one.
   */
  secret: string;
  /** Rounds of PBKDF2 with SHA-256 per attempt: a positive integer. Default 5000. */
  cost?: number | undefined;
  /** The maximum number of attempts to solve a challenge: a positive integer. The average is half of it. Default 500. */
  attempts?: number | undefined;
  /** Seconds until a challenge expires. Default 600. */
  lifetime?: number | undefined;
}

/** A solved challenge that has not expired. */
export interface Proof {
  nonce: string;
  expires: Date;
}

/** Issues challenges and verifies solutions. */
export interface Altcha {
  challenge: (now: Date) => Promise<object>;
  /** @returns `undefined` if the solution is missing, wrong, expired, or for a challenge that was not issued here */
  verify: (solution: string | undefined, now: Date) => Promise<Proof | undefined>;
}

/** A shorter secret could be found by brute force: anyone with a challenge can test guesses. */
const minimumSecretLength = 32;

/** @throws {RangeError} if the secret is too short or a number is not a positive integer */
export function altcha({ secret, cost = 5000, attempts = 500, lifetime = 600 }: AltchaOptions): Altcha {
  if (secret.length < minimumSecretLength)
    throw new RangeError(`The ALTCHA secret must have at least ${minimumSecretLength} characters.`);
  for (const [name, value] of Object.entries({ cost, attempts, lifetime }))
    if (!Number.isSafeInteger(value) || value < 1)
      throw new RangeError(`The ALTCHA option ${name} must be a positive integer, not ${value}.`);
  // A separate key per purpose. The second one signs the solution, so that verifying it costs only a hash.
  const secrets = digest(['ALTCHA solution', secret]).then((hmacKeySignatureSecret) => ({
    hmacSignatureSecret: secret,
    hmacKeySignatureSecret,
  }));

  return {
    async challenge(now) {
      return createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost,
        // From 0: any higher minimum would be public, and a robot would skip the attempts below it.
        counter: randomInt(attempts - 1, 0),
        expiresAt: new Date(now.getTime() + lifetime * 1000),
        deriveKey,
        ...(await secrets),
      });
    },

    async verify(solution, now) {
      if (!solution) return undefined;
      try {
        const { challenge, solution: found } = JSON.parse(atob(solution)) as Payload;
        const { verified } = await verifySolution({ challenge, solution: found, deriveKey, ...(await secrets) });
        const { nonce, expiresAt = 0 } = challenge.parameters;
        const expires = new Date(expiresAt * 1000);
        return verified && expires > now ? { nonce, expires } : undefined;
      } catch {
        // Not in the format of a solution.
        return undefined;
      }
    },
  };
}
