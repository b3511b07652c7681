import { expect } from '@open-wc/testing';
import { createChallenge, verifySolution, type CreateChallengeOptions, type Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import fc from 'fast-check';
import { solve, type Challenge } from '../model/proof-of-work.js';

const { subtle } = crypto;
const hmacSignatureSecret = 'of a test';
/** A challenge as a server makes it, with ALTCHA's own library. */
const challenge = (options: Partial<CreateChallengeOptions> = {}): Promise<Challenge> =>
  createChallenge({ algorithm: 'PBKDF2/SHA-256', cost: 5, counter: 3, deriveKey, hmacSignatureSecret, ...options });
const read = (value: string | undefined): Payload => JSON.parse(atob(value!)) as Payload;
const always = (): boolean => true;

describe('proof of work', () => {
  it('solves every challenge of ALTCHA with PBKDF2, as its own library checks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          algorithm: fc.constantFrom('PBKDF2/SHA-256', 'PBKDF2/SHA-384', 'PBKDF2/SHA-512'),
          counter: fc.integer({ min: 0, max: 20 }),
          cost: fc.integer({ min: 1, max: 20 }),
          keyLength: fc.constantFrom(16, 32, 48),
        }),
        async (options) => {
          const made = await challenge(options);
          const { challenge: sent, solution } = read(await solve(made, subtle, always));
          expect(sent).to.deep.equal(made);
          expect(solution.counter).to.equal(options.counter);
          const { verified } = await verifySolution({ challenge: sent, solution, deriveKey, hmacSignatureSecret });
          expect(verified).to.equal(true);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('solves one whose answer the server does not know either, and one without a signature', async () => {
    for (const keyPrefix of ['0', 'a', '00']) {
      const made = await createChallenge({ algorithm: 'PBKDF2/SHA-256', cost: 1, keyPrefix, deriveKey });
      expect(read(await solve(made, subtle, always)).solution.derivedKey.startsWith(keyPrefix)).to.equal(true);
    }
  });

  it('gives up as soon as it is told, having asked before every attempt', async () => {
    let asked = 0;
    const made = await challenge({ counter: 50 });
    expect(await solve(made, subtle, () => asked++ < 10)).to.equal(undefined);
    expect(asked).to.equal(11);
  });

  it('lets the page go on between attempts', async () => {
    let turns = 0;
    let going = true;
    const tick = (): void => {
      turns++;
      if (going) setTimeout(tick);
    };
    tick();
    await solve(await challenge({ counter: 300, cost: 500 }), subtle, always);
    going = false;
    expect(turns).to.be.at.least(5);
  });

  it('fails at what it cannot solve, and never guesses', async () => {
    const made = await challenge();
    const wrong: unknown[] = [
      undefined,
      {},
      { parameters: {} },
      { parameters: { ...made.parameters, algorithm: 'SHA-256' } },
      { parameters: { ...made.parameters, algorithm: 'ARGON2ID' } },
      { parameters: { ...made.parameters, cost: 0 } },
      { code: 'too-many' },
    ];
    for (const one of wrong) {
      const failed = await solve(one as Challenge, subtle, always).then(
        () => false,
        () => true,
      );
      expect(failed, JSON.stringify(one)).to.equal(true);
    }
    // A page without https has no Web Cryptography.
    const without = (crypto as { nothing?: SubtleCrypto }).nothing as SubtleCrypto;
    expect(await solve(made, without, always).catch(() => 'failed')).to.equal('failed');
  });
});
