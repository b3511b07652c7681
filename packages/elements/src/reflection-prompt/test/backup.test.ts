import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { atEnd } from '../../../test-support/index.js';
import { mergeReflections } from '../model/lineage.js';
import { readBackup, writeBackup } from '../store/backup.js';
import type { Reflection } from '../model/reflection.js';
import { closeBox } from '../store/vault.js';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const instant = fc
  .date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2100-01-01') })
  .map((date) => date.toISOString());
const reflection: fc.Arbitrary<Reflection> = fc.record({
  id: fc.uuid(),
  promptId: anyText,
  prompt: anyText,
  text: anyText,
  created: instant,
  changed: instant,
  version: fc.integer({ min: 1 }),
});
const sample: Reflection = {
  id: '8f3f0b6e-0000-4000-8000-000000000000',
  promptId: 'p',
  prompt: 'What did you notice?',
  text: 'A quiet hour by the river.',
  created: '2026-01-01T00:00:00.000Z',
  changed: '2026-01-01T00:00:00.000Z',
  version: 1,
};
const header = '{"format":"havenkit-reflections","version":1,';
const keyDerivation = '"kdf":"PBKDF2-SHA-256","iterations":2,';
const write = (reflections: readonly Reflection[]): Promise<string> => writeBackup(reflections, 'p', 2);
const read = (text: string): Promise<unknown> => readBackup(text, 'p');

describe('a backup', () => {
  it('returns every reflection unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(reflection, { maxLength: 20 }), async (reflections) => {
        expect(await read(await write(reflections))).to.deep.equal(reflections);
      }),
    );
  });

  it('is JSON with its format and version, and reveals no content', async () => {
    const text = await write([sample]);
    const { format, version, kdf, iterations } = JSON.parse(text) as Record<string, unknown>;
    expect([format, version, kdf, iterations]).to.deep.equal(['havenkit-reflections', 1, 'PBKDF2-SHA-256', 2]);
    for (const secret of [
      sample.text,
      'river',
      btoa(sample.text).slice(4, 16),
      sample.id,
      sample.created,
      sample.prompt,
    ])
      expect(text).not.to.contain(secret);
  });

  it('distinguishes a wrong password from a damaged file', async () => {
    const text = await write([sample]);
    expect(await readBackup(text, 'q')).to.equal('wrong-password');
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), async (at, letter) => {
        fc.pre(text[at] !== letter);
        const changed = await read(text.slice(0, at) + letter + text.slice(at + 1));
        // The name and the version of the format are outside the box.
        if (at <= header.length)
          expect([JSON.stringify([sample]), '"damaged"', '"newer"']).to.include(JSON.stringify(changed));
        else if (at <= (header + keyDerivation).length) expect(['damaged', 'newer']).to.include(changed);
        else expect(changed).to.equal('damaged');
      }),
    );
  });

  it('of a newer version is not called damaged, and no password is called wrong', async () => {
    const backup = JSON.parse(await write([sample])) as object;
    for (const newer of [
      { version: 2 },
      { version: 2, kdf: undefined, sealed: undefined, parts: ['?'] },
      { kdf: 'Argon2id' },
      { iterations: 20_000_001 },
    ])
      expect(await read(JSON.stringify({ ...backup, ...newer })), JSON.stringify(newer)).to.equal('newer');
    for (const damaged of [{ version: 2, format: 'another-program' }, { kdf: undefined }, { iterations: -1 }])
      expect(await read(JSON.stringify({ ...backup, ...damaged })), JSON.stringify(damaged)).to.equal('damaged');
  });

  it('is readable after it was copied through programs that change white space', async () => {
    const text = await write([sample]);
    const wrapped = text.replace(/.{76}/g, '$&\r\n');
    for (const copy of [`\uFEFF${text}`, `${text}\n`, JSON.stringify(JSON.parse(text), null, 2), wrapped])
      expect(await read(copy)).to.deep.equal([sample]);
  });

  it('is read back before it is returned', async () => {
    const { encrypt } = crypto.subtle;
    atEnd(() => Reflect.deleteProperty(crypto.subtle, 'encrypt'));
    Object.defineProperty(crypto.subtle, 'encrypt', {
      configurable: true,
      value: async (...args: Parameters<SubtleCrypto['encrypt']>) => {
        const bytes = new Uint8Array(await encrypt.apply(crypto.subtle, args));
        bytes[0]! ^= 1;
        return bytes.buffer;
      },
    });
    expect(await write([sample]).catch(() => 'not written')).to.equal('not written');
  });

  it('contains texts that could not be saved as later states of what they change', async () => {
    const saved: Reflection = { ...sample, lineage: ['saved'] };
    const refused: Reflection = { ...saved, text: 'changed', version: 0 };
    const [first, second] = (await Promise.all(
      [refused, { ...refused, text: 'changed again' }].map(async (reflection) => read(await write([reflection]))),
    )) as [Reflection[], Reflection[]];
    expect(mergeReflections([saved], first, () => 'new-id').map(({ text }) => text)).to.deep.equal(['changed']);
    const both = mergeReflections(first, second, () => 'new-id');
    expect(both.map(({ text }) => text)).to.deep.equal(['changed', 'changed again']);
  });

  it('is damaged when it is truncated anywhere', async () => {
    const text = await write([sample]);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), async (length) => {
        expect(await read(text.slice(0, length))).to.equal('damaged');
      }),
    );
  });

  it('is damaged when it is any other text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        expect(await read(text)).to.equal('damaged');
      }),
    );
  });

  it('is damaged as a whole when it contains anything but reflections', async () => {
    const holding = async (text: string): Promise<unknown> => {
      const box = await closeBox('p', text, 'havenkit-reflections 1', 2);
      return read(JSON.stringify({ format: 'havenkit-reflections', version: 1, ...box }));
    };
    expect(await holding(JSON.stringify([sample]))).to.deep.equal([sample]);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (text) => {
        fc.pre(text.replace(/\s/g, '') !== '[]');
        expect(await holding(text)).to.equal('damaged');
        if (text.trim()) expect(await holding(`[${JSON.stringify(sample)},${text}]`)).to.equal('damaged');
      }),
    );
  });

  it('does not open when it was sealed for another purpose', async () => {
    const box = await closeBox('p', JSON.stringify([sample]), 'key', 2);
    expect(await read(JSON.stringify({ format: 'havenkit-reflections', version: 1, ...box }))).to.equal(
      'wrong-password',
    );
  });
});
