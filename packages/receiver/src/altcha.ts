/**
 * Proof of work as ALTCHA has it (altcha.org; challenges of its widget's version 3, `altcha-lib` 2): the receiver gives out
 * signed challenges and keeps nothing of them until one is solved.
 */
import { createChallenge, type Payload, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { digest } from './canonical.js';

export interface AltchaOptions {
  /**
   * Signs challenges, so that only ours are accepted: 32 characters or more, random, the same in every process. Another
   * one makes the challenges that are out worthless; the form then asks for new ones.
   */
  secret: string;
  /** Rounds of PBKDF2 with SHA-256 in one attempt: a positive whole number. Default 5000. */
  cost?: number | undefined;
  /**
   * How many attempts it takes at most, a positive whole number; on average half as many. Default 500.
   */
  attempts?: number | undefined;
  /** Seconds for which a challenge is accepted, and its solution remembered. Default 600. */
  lifetime?: number | undefined;
}

/** A challenge of ours that was solved, and may still be used. */
export interface Proof {
  nonce: string;
  expires: Date;
}

/** Gives out challenges and looks at solutions. */
export interface Altcha {
  challenge: (now: Date) => Promise<object>;
  /** @returns `undefined` for a solution that is missing, wrong, too late, or of somebody else's challenge */
  verify: (solution: string | undefined, now: Date) => Promise<Proof | undefined>;
}

/** Shorter secrets could be found by trying: anybody who has a challenge can test guesses. */
const shortestSecret = 32;

/** @throws {RangeError} at a secret that is too short, or a number that is none of those allowed */
export function altcha({ secret, cost = 5000, attempts = 500, lifetime = 600 }: AltchaOptions): Altcha {
  if (secret.length < shortestSecret)
    throw new RangeError(`The secret of ALTCHA needs ${shortestSecret} characters or more.`);
  for (const [name, number] of Object.entries({ cost, attempts, lifetime }))
    if (!Number.isSafeInteger(number) || number < 1)
      throw new RangeError(`ALTCHA: ${name} has to be a whole number from 1, not ${number}.`);
  // One key for one purpose: the second signs the solution, which makes looking at it as cheap as a hash.
  const secrets = digest(['ALTCHA solution', secret]).then((hmacKeySignatureSecret) => ({
    hmacSignatureSecret: secret,
    hmacKeySignatureSecret,
  }));

  return {
    async challenge(now) {
      return createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost,
        // The lowest is known to everybody, so it is the first: whoever skipped attempts would have less work than a person.
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
        // From here on the parameters are our own: their signature is right.
        const { nonce, expiresAt = 0 } = challenge.parameters;
        const expires = new Date(expiresAt * 1000);
        return verified && expires > now ? { nonce, expires } : undefined;
      } catch {
        // Not the shape of a solution.
        return undefined;
      }
    },
  };
}
