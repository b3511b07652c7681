import { expect } from '@open-wc/testing';
import fc from 'fast-check';
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

  it('distinguishes a wrong passphrase from a damaged file', async () => {
    const text = await write([sample]);
    expect(await readBackup(text, 'q')).to.equal('wrong-passphrase');
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), async (at, letter) => {
        fc.pre(text[at] !== letter);
        const changed = await read(text.slice(0, at) + letter + text.slice(at + 1));
        // The name and the version of the format are outside the box.
        if (at > '{"format":"havenkit-reflections","version":1,'.length) expect(changed).to.equal('damaged');
        else expect(changed === 'damaged' || JSON.stringify(changed) === JSON.stringify([sample])).to.equal(true);
      }),
    );
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
      'wrong-passphrase',
    );
  });
});
