import type { Reflection } from '../model/reflection.js';
import type { Box } from './vault.js';
import { toJson } from '../../foundation/formats/json.js';

/** An entry as it is stored: unencrypted or encrypted. */
export type Stored = Reflection | { readonly id: string; readonly version: number; readonly sealed: string };

/** The data key, in a box. It has an id of its own, since a password may be removed and another one set. */
export type StoredKey = Box & { readonly id: string };

/** Everything that is stored, or the entry of one id. It may be damaged: it need not be what was written. */
export interface Content {
  /** Whether there is a database. */
  readonly exists?: boolean;
  readonly key: StoredKey | undefined;
  readonly entries: readonly Stored[];
}

/** The content of an empty database. */
export const empty: Content = { key: undefined, entries: [] };

/** How the browser may fail. */
export type Failure = 'quota' | 'failed';

/** One attempt to write, one to read back, and some for lost connections and other tabs. The last one only reads. */
const maxAttempts = 6;

/** Text that is the same for the same content, in any order. */
export const fingerprint = ({ key, entries }: Content): string =>
  toJson([key, entries.map((entry) => toJson(entry)).sort()]);

/** The items that are not in `others`. */
const without = <Item>(items: readonly Item[], others: readonly Item[]): Item[] =>
  items.filter((item) => !others.includes(item));

const resultOf = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? Error());
  });

const readFrom = async (transaction: IDBTransaction, id?: string): Promise<Content> => ({
  exists: true,
  key: (await resultOf(transaction.objectStore('meta').get('key'))) as StoredKey | undefined,
  entries: (await resultOf(transaction.objectStore('entries').getAll(id))) as Stored[],
});

/**
 * An IndexedDB database that exists only once something was written. Every failure is thrown, and the call may be repeated
 * (see `retry`).
 *
 * A transaction ends by itself while it waits for anything but its own requests, so nothing else is awaited in one.
 */
export class ReflectionDatabase {
  /** Whether the database will be deleted as soon as another page closes it. Until then it cannot be opened. */
  deleting = false;
  #connection: IDBDatabase | undefined;

  constructor(
    private readonly indexedDB: IDBFactory | undefined,
    private readonly name: string,
  ) {}

  /** Repeats an attempt until it has a result, with a new connection after every error. */
  async retry<Result>(attempt: (attemptsLeft: number) => Promise<Result | undefined>): Promise<Result | Failure> {
    for (let attemptsLeft = maxAttempts; attemptsLeft--;)
      try {
        const result = await attempt(attemptsLeft);
        if (result !== undefined) return result;
      } catch (error) {
        this.disconnect();
        if ((error as Error | null)?.name === 'QuotaExceededError') return 'quota';
      }
    return 'failed';
  }

  /** Reads everything, or the entry of one id. Creates nothing. */
  async read(id?: string): Promise<Content> {
    return (await this.#transact('readonly', (transaction) => readFrom(transaction, id))) ?? empty;
  }

  /**
   * Replaces what was read, in one transaction that is on disk when the promise resolves. Does nothing when the stored
   * content has changed since. Creates the database where there was none.
   */
  async replace(before: Content, { key, entries }: Content, id?: string): Promise<void> {
    await this.#transact(
      'readwrite',
      async (transaction) => {
        if (fingerprint(await readFrom(transaction, id)) !== fingerprint(before)) return;
        const stored = transaction.objectStore('entries');
        const meta = transaction.objectStore('meta');
        await Promise.all<unknown>([
          key === before.key || (key ? resultOf(meta.put(key, 'key')) : resultOf(meta.delete('key'))),
          // Async functions: one that throws at once must not leave the promises of the others unhandled.
          ...without(before.entries, entries).map(async (entry) => resultOf(stored.delete(entry.id))),
          ...without(entries, before.entries).map(async (entry) => resultOf(stored.put(entry))),
        ]);
      },
      !before.exists,
    );
  }

  /** Closes the connection; the next call opens a new one. */
  disconnect(): void {
    this.#connection?.close();
    this.#connection = undefined;
  }

  /** Deletes the database. @returns `true` while another page still has it open */
  async destroy(): Promise<unknown> {
    this.disconnect();
    const request = (this.indexedDB as IDBFactory).deleteDatabase(this.name);
    this.deleting = true;
    const blocked = new Promise<true>((resolve) => (request.onblocked = () => resolve(true)));
    const deleted = resultOf(request).finally(() => (this.deleting = false));
    return Promise.race([deleted, blocked]);
  }

  /** Opens the database. @returns `undefined` when there is none and `create` is false */
  async #connect(create: boolean): Promise<IDBDatabase | undefined> {
    if (this.#connection) return this.#connection;
    const { indexedDB, name } = this;
    if (!indexedDB || (this.deleting && create)) throw Error();
    if (this.deleting || (!create && !(await this.#mayExist(indexedDB)))) return undefined;
    const request = indexedDB.open(name);
    let absent = false;
    // Fired only for a new database.
    request.onupgradeneeded = () => {
      absent = !create;
      if (absent) request.transaction?.abort();
      else {
        request.result.createObjectStore('entries', { keyPath: 'id' });
        request.result.createObjectStore('meta');
      }
    };
    try {
      const connection = await resultOf(request);
      // Another tab deletes the database, or the browser has closed the connection.
      connection.onversionchange = connection.onclose = () => this.disconnect();
      return (this.#connection = connection);
    } catch (error) {
      if (absent) return undefined;
      throw error;
    }
  }

  async #mayExist(indexedDB: IDBFactory): Promise<boolean> {
    try {
      return (await indexedDB.databases()).some(({ name }) => name === this.name);
    } catch {
      // Older browsers cannot list databases. Firefox fails to after a crash that left an incomplete database.
      return true;
    }
  }

  /**
   * Runs one transaction, which is on disk when the promise resolves.
   *
   * @param create - whether to create the database
   * @returns `undefined` without a database
   */
  async #transact<Result>(
    mode: 'readonly' | 'readwrite',
    act: (transaction: IDBTransaction) => Promise<Result>,
    create = false,
  ): Promise<Result | undefined> {
    const connection = await this.#connect(create);
    if (!connection) return undefined;
    const transaction = connection.transaction(['entries', 'meta'], mode, { durability: 'strict' });
    const acting = act(transaction).catch((error: unknown) => {
      // An error that is not from a request does not abort the transaction, and half of the changes would be committed.
      try {
        transaction.abort();
      } catch {
        // It has already ended.
      }
      throw error;
    });
    const committed = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error ?? Error());
    });
    return (await Promise.all([acting, committed]))[0];
  }
}
