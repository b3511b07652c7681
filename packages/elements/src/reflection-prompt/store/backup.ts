import { checkReflection } from '../model/check-reflection.js';
import type { Reflection } from '../model/reflection.js';
import { closeBox, minIterations, openBox } from './vault.js';
import { toJson } from '../../foundation/formats/json.js';

const format = 'havenkit-reflections';
const version = 1;

/** Additional data that a backup is sealed with. */
const place = `${format} ${version}`;

/** Returns reflections as one encrypted JSON text: a `Box`, with the name and the version of the format. */
export async function writeBackup(
  reflections: readonly Reflection[],
  passphrase: string,
  iterations = minIterations,
): Promise<string> {
  // Reflections that could not be saved have no version yet. Restored, they have their first.
  const restorable = reflections.map((reflection) => ({ ...reflection, version: reflection.version || 1 }));
  const box = await closeBox(passphrase, toJson(restorable), place, iterations);
  return toJson({ format, version, ...box });
}

/**
 * Reads a whole backup.
 *
 * @returns all its reflections, or `damaged` when it is not a backup, was changed, or contains anything but reflections
 */
export async function readBackup(
  text: string,
  passphrase: string,
): Promise<readonly Reflection[] | 'wrong-passphrase' | 'damaged'> {
  try {
    const opened = await openBox(passphrase, JSON.parse(text), place);
    if (typeof opened === 'string') return opened;
    // Whoever sealed it knew the passphrase, but may have used another program.
    const reflections = (JSON.parse(opened.text) as unknown[]).map(checkReflection);
    return reflections.every((reflection) => !!reflection) ? reflections : 'damaged';
  } catch {
    return 'damaged';
  }
}
