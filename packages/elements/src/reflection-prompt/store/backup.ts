import { toJson } from '../../foundation/formats/json.js';
import { checkReflection } from '../model/check-reflection.js';
import { extendLineage } from '../model/lineage.js';
import type { Reflection } from '../model/reflection.js';
import { closeBox, isNewerBox, minIterations, openBox, randomBase64 } from './vault.js';

const format = 'havenkit-reflections';
const version = 1;

/** Additional data that a backup is sealed with. */
const place = `${format} ${version}`;

/** In bytes: far larger than any backup, and small enough for the memory of a phone. */
export const maxBackupSize = 50e6;

/**
 * Returns reflections as one encrypted JSON text: a `Box`, with the name and the version of the format. The text has been read
 * back.
 *
 * @throws when the browser cannot encrypt, or the text could not be read again
 */
export async function writeBackup(
  reflections: readonly Reflection[],
  password: string,
  iterations = minIterations,
): Promise<string> {
  // Reflections that could not be saved have no version yet. Restored, they have their next one.
  const restorable = reflections.map((reflection) =>
    reflection.version
      ? reflection
      : { ...reflection, version: 1, lineage: extendLineage(reflection.lineage ?? [], randomBase64(9)) },
  );
  const content = restorable.map(checkReflection);
  const box = await closeBox(password, toJson(content), place, iterations);
  const text = toJson({ format, version, ...box });
  if (text.length > maxBackupSize) throw new Error('The backup is too large to be read again.');
  const restored = await readBackup(text, password);
  if (toJson(restored) !== toJson(content)) throw new Error('The backup cannot be read again.');
  return text;
}

/** Why a file could not be read. `newer`: a later version of this widget has written it. */
export type BackupFailure = 'wrong-password' | 'damaged' | 'newer';

/**
 * Reads a whole backup.
 *
 * @returns all reflections, or why they could not be read: see {@link BackupFailure}
 */
export async function readBackup(text: string, password: string): Promise<readonly Reflection[] | BackupFailure> {
  try {
    // Programs that text is copied through add line breaks or a byte order mark. A backup has no white space of its own.
    const file = JSON.parse(text.replace(/\s/g, '')) as Partial<Record<string, unknown>> | null;
    if (file?.['format'] !== format) return 'damaged';
    if (Number(file['version']) > version || isNewerBox(file)) return 'newer';
    const opened = await openBox(password, file, place);
    if (typeof opened === 'string') return opened;
    // Whoever sealed it knew the password, but may have used another program.
    const reflections = (JSON.parse(opened.text) as unknown[]).map(checkReflection);
    return reflections.every((reflection) => !!reflection) ? reflections : 'damaged';
  } catch {
    return 'damaged';
  }
}
