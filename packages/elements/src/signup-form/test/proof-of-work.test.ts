import { expect } from '@open-wc/testing';
import { createChallenge, verifySolution, type CreateChallengeOptions, type Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import fc from 'fast-check';
import { solve, type Challenge } from '../model/proof-of-work.js';

const { subtle } = crypto;
const hmacSignatureSecret = 'of a test';
/** A challenge made by ALTCHA's own library, as on a server. */
const challenge = (options: Partial<CreateChallengeOptions> = {}): Promise<Challenge> =>
  createChallenge({ algorithm: 'PBKDF2/SHA-256', cost: 5, counter: 3, deriveKey, hmacSignatureSecret, ...options });
const read = (value: string | undefined): Payload => JSON.parse(atob(value!)) as Payload;
const always = (): boolean => true;

describe('proof of work', () => {
  it('solves every PBKDF2 challenge of ALTCHA, as its own library verifies', async () => {
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

  it('solves a challenge without a known counter, and without a signature', async () => {
    for (const keyPrefix of ['0', 'a', '00']) {
      const made = await createChallenge({ algorithm: 'PBKDF2/SHA-256', cost: 1, keyPrefix, deriveKey });
      expect(read(await solve(made, subtle, always)).solution.derivedKey.startsWith(keyPrefix)).to.equal(true);
    }
  });

  it('checks before every attempt whether to continue', async () => {
    let calls = 0;
    const made = await challenge({ counter: 50 });
    expect(await solve(made, subtle, () => calls++ < 10)).to.equal(undefined);
    expect(calls).to.equal(11);
  });

  it('does not block the page between attempts', async () => {
    let turns = 0;
    let isSolving = true;
    const tick = (): void => {
      turns++;
      if (isSolving) setTimeout(tick);
    };
    tick();
    await solve(await challenge({ counter: 1000, cost: 500 }), subtle, always);
    isSolving = false;
    expect(turns).to.be.at.least(5);
  });

  it('rejects a challenge that it does not support', async () => {
    const made = await challenge();
    const unsupported: unknown[] = [
      undefined,
      {},
      { parameters: {} },
      { parameters: { ...made.parameters, algorithm: 'SHA-256' } },
      { parameters: { ...made.parameters, algorithm: 'ARGON2ID' } },
      { parameters: { ...made.parameters, cost: 0 } },
      { code: 'too-many' },
    ];
    for (const candidate of unsupported) {
      const failed = await solve(candidate as Challenge, subtle, always).then(
        () => false,
        () => true,
      );
      expect(failed, JSON.stringify(candidate)).to.equal(true);
    }
    // A page without https has no Web Cryptography API.
    const missing = (crypto as { missing?: SubtleCrypto }).missing as SubtleCrypto;
    expect(await solve(made, missing, always).catch(() => 'failed')).to.equal('failed');
  });
});
