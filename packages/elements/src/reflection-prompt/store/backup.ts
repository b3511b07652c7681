import { checkReflection } from '../model/check-reflection.js';
import type { Reflection } from '../model/reflection.js';
import { closeBox, openBox, type Cryptography } from './vault.js';

const format = 'havenkit-reflections';
const version = 1;

/** Additional data that a backup is sealed with. */
const place = `${format} ${version}`;

/** Writes reflections as one encrypted JSON text: a `Box`, with the name and the version of the format. */
export async function writeBackup(
  crypto: Cryptography,
  reflections: readonly Reflection[],
  passphrase: string,
  iterations: number,
): Promise<string> {
  // Reflections that could not be saved have no version yet; restored, they are in their first.
  const restorable = reflections.map((reflection) => ({ ...reflection, version: reflection.version || 1 }));
  const box = await closeBox(crypto, passphrase, JSON.stringify(restorable), place, iterations);
  return JSON.stringify({ format, version, ...box });
}

/**
 * Reads a backup to its end.
 *
 * @returns all its reflections, or `damaged` when it is no backup, was changed, or holds anything but reflections
 */
export async function readBackup(
  crypto: Cryptography,
  text: string,
  passphrase: string,
): Promise<readonly Reflection[] | 'wrong-passphrase' | 'damaged'> {
  try {
    const opened = await openBox(crypto, passphrase, JSON.parse(text), place);
    if (typeof opened === 'string') return opened;
    // Whoever sealed it knew the passphrase, but may have used another program.
    const reflections = (JSON.parse(opened.text) as unknown[]).map(checkReflection);
    return reflections.every((reflection) => !!reflection) ? reflections : 'damaged';
  } catch {
    return 'damaged';
  }
}
