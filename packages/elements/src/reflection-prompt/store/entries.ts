import { checkReflection } from '../model/check-reflection.js';
import type { Reflection } from '../model/reflection.js';
import type { Stored } from './database.js';
import { seal, unseal, type Cryptography } from './vault.js';

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

/** An entry for the database: sealed with the key, or in clear without one. */
export async function encode(crypto: Cryptography, entry: Stored, key: CryptoKey | undefined): Promise<Stored> {
  if (!key) return entry;
  const { id, version } = entry;
  return { id, version, sealed: await seal(crypto, key, JSON.stringify(entry), placeOf(entry)) };
}

/** Reads an entry of the database. @returns `undefined` when there is none, or it cannot be read */
export async function decode(
  crypto: Cryptography,
  entry: Stored | undefined,
  key: CryptoKey | undefined,
): Promise<Reflection | undefined> {
  if (!entry || !('sealed' in entry)) return checkReflection(entry);
  try {
    return key && checkReflection(JSON.parse(await unseal(crypto, key, entry.sealed, placeOf(entry))));
  } catch {
    return undefined;
  }
}
