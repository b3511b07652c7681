import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  closeBox,
  fromBase64,
  importKey,
  isBox,
  minIterations,
  openBox,
  randomBase64,
  seal,
  toBase64,
  unseal,
} from '../store/vault.js';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });
const somePassword = fc.string({ unit: 'binary', minLength: 1, maxLength: 100 });
const newKey = (): Promise<CryptoKey> => importKey(randomBase64(32));

/** Resolves to whether a promise was rejected. */
const rejected = (promise: Promise<unknown>): Promise<boolean> =>
  promise.then(
    () => false,
    () => true,
  );

describe('base64', () => {
  it('round-trips, and equals the output of the browser', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect([...fromBase64(toBase64(bytes))]).to.deep.equal([...bytes]);
        expect(toBase64(bytes)).to.equal(btoa(String.fromCharCode(...bytes)));
      }),
    );
  });
});

describe('a sealed text', () => {
  it('opens with the same key in the same place', async () => {
    const key = await newKey();
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (text, place) => {
        expect(await unseal(key, await seal(key, text, place), place)).to.equal(text);
      }),
    );
  });

  it('does not open with another key, in another place, or with a changed byte', async () => {
    const [key, other] = [await newKey(), await newKey()];
    await fc.assert(
      fc.asyncProperty(anyText, fc.nat(), fc.integer({ min: 1, max: 255 }), async (text, at, change) => {
        const sealed = await seal(key, text, 'here');
        const bytes = fromBase64(sealed);
        bytes[at % bytes.length]! ^= change;
        expect(await rejected(unseal(other, sealed, 'here'))).to.equal(true);
        expect(await rejected(unseal(key, sealed, 'there'))).to.equal(true);
        expect(await rejected(unseal(key, toBase64(bytes), 'here'))).to.equal(true);
      }),
    );
  });

  it('differs each time: no IV is repeated', async () => {
    const key = await newKey();
    const sealed = await Promise.all(Array.from({ length: 500 }, () => seal(key, 'same', 'here')));
    expect(new Set(sealed.map((text) => text.slice(0, 16))).size).to.equal(500);
    expect(fromBase64(sealed[0]!).length).to.equal(12 + 4 + 16);
  });

  it('has a key that scripts cannot export', async () => {
    expect((await newKey()).extractable).to.equal(false);
    expect(await rejected(crypto.subtle.exportKey('raw', await newKey()))).to.equal(true);
  });
});

describe('a box', () => {
  it('opens only with its password', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, somePassword, anyText, async (text, password, other) => {
        // HMAC pads short keys with zeros (RFC 2104), so trailing zeros make no difference.
        const plain = (entered: string): string => entered.normalize('NFKC').replace(/\0+$/, '');
        fc.pre(!!plain(password) && plain(password) !== plain(other));
        const box = await closeBox(password, text, 'here', 2);
        expect(await openBox(password, box, 'here')).to.deep.equal({ text });
        expect(await openBox(other, box, 'here')).to.equal('wrong-password');
      }),
      { numRuns: 50 },
    );
  });

  it('accepts every Unicode composition of its password', async () => {
    const box = await closeBox('caf\u00e9 \ufb01n', 'text', 'here', 2);
    expect(await openBox('cafe\u0301 fin', box, 'here')).to.deep.equal({ text: 'text' });
  });

  it('survives JSON', async () => {
    const box = await closeBox('p', 'text', 'here', 2);
    const read: unknown = JSON.parse(JSON.stringify(box));
    expect(await openBox('p', read, 'here')).to.deep.equal({ text: 'text' });
  });

  it('is reported as damaged after any change, not as a wrong password', async () => {
    const box = await closeBox('p', 'text', 'here', 2);
    const keys = Object.keys(box) as (keyof typeof box)[];
    const value = fc.oneof(fc.anything(), fc.base64String(), fc.integer({ max: 3 }));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...keys), fc.jsonValue(), value, async (key, json, any) => {
        for (const changed of [json, any]) {
          fc.pre(JSON.stringify(changed) !== JSON.stringify(box[key]));
          expect(await openBox('p', structuredClone({ ...box, [key]: changed }), 'here')).to.equal('damaged');
        }
      }),
    );
    for (const key of keys) {
      const { [key]: _, ...rest } = box;
      expect(await openBox('p', rest, 'here')).to.equal('damaged');
    }
  });

  it('is reported as damaged when it is any other value', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect(await openBox('p', value, 'here')).to.equal('damaged');
      }),
    );
    expect(await isBox(undefined)).to.equal(false);
    expect(await isBox(null)).to.equal(false);
  });

  it('is reported as damaged when its number of iterations is out of range', async () => {
    const text = async (iterations: number): Promise<unknown> => {
      const box = { ...(await closeBox('p', 'text', 'here', 2)), iterations };
      const { kdf, salt, sealed } = box;
      const bytes = new TextEncoder().encode(JSON.stringify([kdf, iterations, salt, sealed]));
      return { ...box, check: toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))) };
    };
    for (const iterations of [0, -1, 1e9, Infinity, NaN])
      expect(await openBox('p', await text(iterations), 'here'), String(iterations)).to.equal('damaged');
    expect(await openBox('p', await text(3), 'here')).to.equal('wrong-password');
  });

  it('has a salt of its own of 16 bytes, and states how it was sealed', async () => {
    const boxes = await Promise.all([1, 2].map(() => closeBox('p', 'text', 'here', minIterations)));
    expect(boxes.map(({ kdf, iterations }) => [kdf, iterations])).to.deep.equal([
      ['PBKDF2-SHA-256', 600_000],
      ['PBKDF2-SHA-256', 600_000],
    ]);
    expect(boxes.map(({ salt }) => fromBase64(salt).length)).to.deep.equal([16, 16]);
    expect(boxes[0]!.salt).not.to.equal(boxes[1]!.salt);
    expect(await openBox('p', boxes[0], 'here')).to.deep.equal({ text: 'text' });
  });

  it('follows the standards: another implementation opens it', async () => {
    const box = await closeBox('password', 'The text.', 'here', 10);
    const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
    const typed = await crypto.subtle.importKey('raw', bytes('password'), 'PBKDF2', false, ['deriveBits']);
    const bits = await crypto.subtle.deriveBits(
      { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(box.salt), iterations: 10 },
      typed,
      256,
    );
    const key = await crypto.subtle.importKey('raw', bits, 'AES-GCM', false, ['decrypt']);
    const sealed = fromBase64(box.sealed);
    const algorithm = { name: 'AES-GCM', iv: sealed.slice(0, 12), additionalData: bytes('here'), tagLength: 128 };
    const text = await crypto.subtle.decrypt(algorithm, key, sealed.slice(12));
    expect(new TextDecoder().decode(text)).to.equal('The text.');
  });
});
