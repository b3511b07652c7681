import type { StoreResult } from '../model/reflection.js';
import type { DataKey } from './data-key.js';
import type { Content, Stored, StoredKey } from './database.js';
import { decode, encode, mapInChunks } from './entries.js';
import type { Decision } from './persist.js';
import { closeBox, importKey, openBox, randomBase64, type Box, type Cryptography } from './vault.js';

/** Opens the box with the data key, and closes it with another passphrase if that is wanted. */
export class PassphraseChange {
  /** The data key, once the current passphrase has opened its box. */
  opened: DataKey | undefined;
  #box: Box | undefined;

  /**
   * @param current - empty when no passphrase is set
   * @param next - `undefined` keeps the passphrase, an empty one removes it
   */
  constructor(
    private readonly crypto: Cryptography,
    private readonly iterations: number,
    private readonly current: string,
    private readonly next: string | undefined,
  ) {}

  async plan({ key, entries }: Content): Promise<Decision<StoreResult>> {
    const { crypto, iterations, current, next } = this;
    // It was written, and another tab has changed something else since.
    if (this.#box && key?.check === this.#box.check) return { result: 'done' };
    this.opened = undefined;
    if (!key && !next) return { result: 'done' };
    const found = key ? await this.#open(key) : { text: randomBase64(crypto, 32) };
    if (typeof found === 'string') return { result: found };
    const dataKey = await importKey(crypto, found.text);
    const id = key?.id ?? randomBase64(crypto, 16);
    this.opened = { id, key: dataKey };
    if (next === '') return this.#decrypt(entries, dataKey);
    if (key && next === undefined && key.iterations >= iterations) return { result: 'done' };
    const box = await closeBox(crypto, next ?? current, found.text, 'key', iterations);
    this.#box = box;
    return {
      content: {
        key: { id, ...box },
        entries: key ? entries : await mapInChunks(entries, (entry) => encode(crypto, entry, dataKey)),
      },
      result: 'done',
    };
  }

  async #open(key: StoredKey): Promise<{ readonly text: string } | StoreResult> {
    return this.current ? openBox(this.crypto, this.current, key, 'key') : 'locked';
  }

  async #decrypt(entries: readonly Stored[], key: CryptoKey): Promise<Decision<StoreResult>> {
    const decoded = await mapInChunks(entries, (entry) => decode(this.crypto, entry, key));
    // An unreadable entry would be lost with the key.
    return decoded.every((entry) => !!entry)
      ? { content: { key: undefined, entries: decoded }, result: 'done' }
      : { result: 'damaged' };
  }
}
