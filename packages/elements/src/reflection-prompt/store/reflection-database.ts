import type { Reflection } from '../model/reflection.js';
import type { Box } from './vault.js';

/** An entry as it is stored: in clear, or sealed. */
export type Stored = Reflection | { readonly id: string; readonly version: number; readonly sealed: string };

/** The data key, in a box. It has an id of its own, since a passphrase may be taken away and another one set. */
export type StoredKey = Box & { readonly id: string };

/** What is stored: all, or what there is under one id. What is read need not be what was written. */
export interface Content {
  /** Whether there is a database. */
  readonly exists?: boolean;
  readonly key: StoredKey | undefined;
  readonly entries: readonly Stored[];
}

/** A database that is there only when something was written. What it cannot do, it throws, and may be asked again. */
export interface ReflectionDatabase {
  /** Whether it is to go as soon as another page lets it go. Until then whoever opened it would wait. */
  readonly deleting: boolean;
  /** Reads all, or the entry of one id. Creates nothing. */
  read(id?: string): Promise<Content>;
  /**
   * Puts other content in the place of what was read, in one transaction which is on the disk when this ends; unless what is
   * stored is not that any more, then it does nothing. Creates the database where there was none.
   */
  replace(before: Content, after: Content, id?: string): Promise<void>;
  /** Lets the connection go; the next one who needs it opens it anew. */
  disconnect(): void;
  /** Deletes the database. @returns `true` while another page still has it */
  destroy(): Promise<boolean>;
}

/** The same for the same content, in whatever order. */
export const fingerprint = ({ key, entries }: Content): string =>
  JSON.stringify([key, entries.map((entry) => JSON.stringify(entry)).sort()]);

/** The first without those that are in the second. */
const without = <Item>(items: readonly Item[], others: readonly Item[]): Item[] => {
  const excluded = new Set(others);
  return items.filter((item) => !excluded.has(item));
};

/** What a request to the database gives. */
const resultOf = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? Error());
  });

/** All that is stored, or the entry of one id. */
const readFrom = async (transaction: IDBTransaction, id?: string): Promise<Content> => ({
  exists: true,
  key: (await resultOf(transaction.objectStore('meta').get('key'))) as StoredKey | undefined,
  entries: (await resultOf(transaction.objectStore('entries').getAll(id))) as Stored[],
});

/**
 * Stands for a database of IndexedDB. A transaction ends by itself while something else is waited for, so none of these
 * does anything else meanwhile.
 */
export function reflectionDatabase(indexedDB: IDBFactory | undefined, name: string): ReflectionDatabase {
  let database: IDBDatabase | undefined;
  let deleting = false;

  const disconnect = (): void => {
    database?.close();
    database = undefined;
  };

  /** The database; `undefined` when there is none and none is to be created. */
  async function connect(create: boolean): Promise<IDBDatabase | undefined> {
    if (database) return database;
    if (!indexedDB || (deleting && create)) throw new Error('unavailable');
    if (deleting) return undefined;
    if (!create)
      try {
        if (!(await indexedDB.databases()).some((one) => one.name === name)) return undefined;
      } catch {
        // Older browsers have no list, and Firefox none after a crash that left some database of the site half made.
      }
    const request = indexedDB.open(name);
    let absent = false;
    // Only for a database that is new.
    request.onupgradeneeded = () => {
      absent = !create;
      if (absent) request.transaction?.abort();
      else {
        request.result.createObjectStore('entries', { keyPath: 'id' });
        request.result.createObjectStore('meta');
      }
    };
    try {
      const opened = await resultOf(request);
      // Another tab deletes the database, or the browser has ended the connection.
      opened.onversionchange = opened.onclose = disconnect;
      return (database = opened);
    } catch (error) {
      if (absent) return undefined;
      throw error;
    }
  }

  /** Does something in one transaction, which is on the disk when this ends. `undefined` without a database. */
  async function transact<Result>(
    mode: 'readonly' | 'readwrite',
    act: (transaction: IDBTransaction) => Promise<Result>,
    create = false,
  ): Promise<Result | undefined> {
    const transaction = (await connect(create))?.transaction(['entries', 'meta'], mode, {
      durability: 'strict',
    });
    if (!transaction) return undefined;
    const acting = act(transaction).catch((error: unknown) => {
      // What throws before it becomes a request would leave a half that is committed.
      try {
        transaction.abort();
      } catch {
        // It has ended by itself.
      }
      throw error;
    });
    const committed = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error ?? Error());
    });
    return (await Promise.all([acting, committed]))[0];
  }

  return {
    get deleting() {
      return deleting;
    },
    read: async (id) =>
      (await transact('readonly', (transaction) => readFrom(transaction, id))) ?? { key: undefined, entries: [] },
    async replace(before, { key, entries }, id) {
      await transact(
        'readwrite',
        async (transaction) => {
          if (fingerprint(await readFrom(transaction, id)) !== fingerprint(before)) return;
          const [stored, meta] = [transaction.objectStore('entries'), transaction.objectStore('meta')];
          await Promise.all<unknown>([
            key === before.key || (key ? resultOf(meta.put(key, 'key')) : resultOf(meta.delete('key'))),
            // What throws at once shall not leave the others without somebody who hears of their end.
            ...without(before.entries, entries).map(async (entry) => resultOf(stored.delete(entry.id))),
            ...without(entries, before.entries).map(async (entry) => resultOf(stored.put(entry))),
          ]);
        },
        !before.exists,
      );
    },
    disconnect,
    async destroy() {
      disconnect();
      const request = (indexedDB as IDBFactory).deleteDatabase(name);
      deleting = true;
      const blocked = new Promise<true>((resolve) => (request.onblocked = () => resolve(true)));
      const deleted = resultOf(request).finally(() => (deleting = false));
      return !!(await Promise.race([deleted, blocked]));
    },
  };
}
