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
const one: Reflection = {
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
  it('gives back every reflection to the letter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(reflection, { maxLength: 20 }), async (reflections) => {
        expect(await read(await write(reflections))).to.deep.equal(reflections);
      }),
    );
  });

  it('is JSON that says what it is, and shows nothing of what was written', async () => {
    const text = await write([one]);
    const { format, version, kdf, iterations } = JSON.parse(text) as Record<string, unknown>;
    expect([format, version, kdf, iterations]).to.deep.equal(['havenkit-reflections', 1, 'PBKDF2-SHA-256', 2]);
    for (const told of [one.text, 'river', btoa(one.text).slice(4, 16), one.id, one.created, one.prompt])
      expect(text).not.to.contain(told);
  });

  it('tells a wrong passphrase from a damaged file', async () => {
    const text = await write([one]);
    expect(await readBackup(text, 'q')).to.equal('wrong-passphrase');
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), async (at, letter) => {
        fc.pre(text[at] !== letter);
        const changed = await read(text.slice(0, at) + letter + text.slice(at + 1));
        // The format's own name and version stand outside of the box.
        if (at > '{"format":"havenkit-reflections","version":1,'.length) expect(changed).to.equal('damaged');
        else expect(changed === 'damaged' || JSON.stringify(changed) === JSON.stringify([one])).to.equal(true);
      }),
    );
  });

  it('cut short anywhere is damaged', async () => {
    const text = await write([one]);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), async (length) => {
        expect(await read(text.slice(0, length))).to.equal('damaged');
      }),
    );
  });

  it('is damaged whatever else it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        expect(await read(text)).to.equal('damaged');
      }),
    );
  });

  it('with anything in it that is no reflection is damaged as a whole', async () => {
    const holding = async (text: string): Promise<unknown> => {
      const box = await closeBox('p', text, 'havenkit-reflections 1', 2);
      return read(JSON.stringify({ format: 'havenkit-reflections', version: 1, ...box }));
    };
    expect(await holding(JSON.stringify([one]))).to.deep.equal([one]);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (text) => {
        fc.pre(text.replace(/\s/g, '') !== '[]');
        expect(await holding(text)).to.equal('damaged');
        if (text.trim()) expect(await holding(`[${JSON.stringify(one)},${text}]`)).to.equal('damaged');
      }),
    );
  });

  it('sealed for another purpose is none', async () => {
    const box = await closeBox('p', JSON.stringify([one]), 'key', 2);
    expect(await read(JSON.stringify({ format: 'havenkit-reflections', version: 1, ...box }))).to.equal(
      'wrong-passphrase',
    );
  });
});
