import { checkReflection } from '../model/check-reflection.js';
import type { Reflection } from '../model/reflection.js';
import type { Stored, StoredKey } from './database.js';
import { seal, unseal } from './vault.js';
import { toJson } from '../../foundation/formats/json.js';

/** The unwrapped key that encrypts the entries. */
export interface DataKey {
  readonly id: string;
  readonly key: CryptoKey;
}

/** Whether an unwrapped key is the stored one, or there is neither. A damaged stored key differs from no key. */
export const isSameKey = (unlocked: DataKey | undefined, stored: StoredKey | undefined): boolean =>
  unlocked ? unlocked.id === stored?.id : stored === undefined;

/** Number of entries encrypted or decrypted at once: enough to keep the processor busy, few enough for the page to respond. */
const chunk = 50;

/** `Promise.all` of a function of every item, a few at a time. */
export async function mapInChunks<Item, Result>(
  items: readonly Item[],
  map: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += chunk)
    results.push(...(await Promise.all(items.slice(start, start + chunk).map(map))));
  return results;
}

const placeOf = ({ id, version }: Stored): string => `${id} ${version}`;

/** Returns an entry for the database: encrypted with the key, or unencrypted without one. */
export async function encode(entry: Stored, unlocked: DataKey | undefined): Promise<Stored> {
  if (!unlocked) return entry;
  const { id, version } = entry;
  return { id, version, sealed: await seal(unlocked.key, toJson(entry), placeOf(entry)) };
}

/** Reads an entry of the database. @returns `undefined` when there is none, or it cannot be read */
export async function decode(
  entry: Stored | undefined,
  unlocked: DataKey | undefined,
): Promise<Reflection | undefined> {
  if (!entry || !('sealed' in entry)) return checkReflection(entry);
  try {
    return unlocked && checkReflection(JSON.parse(await unseal(unlocked.key, entry.sealed, placeOf(entry))));
  } catch {
    return undefined;
  }
}
