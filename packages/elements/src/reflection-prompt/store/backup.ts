import { checkReflection } from '../model/check-reflection.js';
import type { Reflection } from '../model/reflection.js';
import { closeBox, openBox, type Cryptography } from './vault.js';

const [format, version] = ['havenkit-reflections', 1];

/** What a backup is bound to when it is sealed. */
const place = `${format} ${version}`;

/** Writes reflections as one encrypted JSON text: {@link Box} with the name and the version of the format. */
export async function writeBackup(
  crypto: Cryptography,
  reflections: readonly Reflection[],
  passphrase: string,
  iterations: number,
): Promise<string> {
  // Read back, what could not be kept is in its first version.
  const kept = reflections.map((one) => ({ ...one, version: one.version || 1 }));
  const box = await closeBox(crypto, passphrase, JSON.stringify(kept), place, iterations);
  return JSON.stringify({ format, version, ...box });
}

/**
 * Reads a backup to its end.
 *
 * @returns all its reflections; `damaged` when it is no backup, was changed, or when one of them is none
 */
export async function readBackup(
  crypto: Cryptography,
  text: string,
  passphrase: string,
): Promise<readonly Reflection[] | 'wrong-passphrase' | 'damaged'> {
  try {
    const opened = await openBox(crypto, passphrase, JSON.parse(text), place);
    if (typeof opened === 'string') return opened;
    // Sealed by somebody who knew the passphrase; by which program is not known.
    const reflections = (JSON.parse(opened.text) as unknown[]).map(checkReflection);
    return reflections.every((one) => !!one) ? reflections : 'damaged';
  } catch {
    return 'damaged';
  }
}
