import { atEnd } from '../../../test-support/index.js';
import type { Reflection, ReflectionDraft } from '../model/reflection.js';
import { ReflectionStore, type StoreEnvironment } from '../store/reflection-store.js';

/** Name of the current test's own database. */
export let name: string;

/** Time of the first save of a test, less a minute. */
export const start = Date.parse('2026-03-01T09:00:00.000Z');
let clock = start;

/** Gives every test a database of its own. Call it in the `describe`. */
export function useOwnDatabase(): void {
  beforeEach(() => {
    name = `reflections-test-${crypto.randomUUID()}`;
    clock = start;
  });
  afterEach(async () => {
    await new Promise((resolve) => (indexedDB.deleteDatabase(name).onsuccess = resolve));
  });
}

/** A store as one tab has it. Its clock advances by a minute whenever it is read. */
export function open(environment: Partial<StoreEnvironment> = {}): ReflectionStore {
  const store = new ReflectionStore({
    indexedDB,
    locks: navigator.locks,
    now: () => (clock += 60_000),
    name,
    iterations: 10,
    ...environment,
  });
  atEnd(() => store.close());
  return store;
}

/** Replaces the browser's encryption for one test; `undefined` as on a page without https. */
export function replaceSubtle(subtle: SubtleCrypto | undefined): void {
  Object.defineProperty(crypto, 'subtle', { configurable: true, value: subtle });
  atEnd(() => Reflect.deleteProperty(crypto, 'subtle'));
}

export const draft = (text: string, id: string = crypto.randomUUID()): ReflectionDraft => ({
  id,
  promptId: 'prompt-one',
  prompt: 'What did you notice?',
  text,
});

/** Saves a new reflection. @throws when that fails */
export async function keep(store: ReflectionStore, text: string): Promise<Reflection> {
  const result = await store.save(draft(text), 0);
  if (typeof result === 'string') throw new Error(`not saved: ${result}`);
  return result;
}

export const texts = async (store: ReflectionStore): Promise<string[]> =>
  (await store.list()).reflections.map(({ text }) => text);

/** Whether there is a database. WebKit lists an aborted one as version 0, which is none: opening it makes a new one. */
export const exists = async (): Promise<boolean> =>
  (await indexedDB.databases()).some((one) => one.name === name && one.version! > 0);

export const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });

/** Opens the database behind the store's back, for one transaction. */
export async function raw<T>(act: (entries: IDBObjectStore, meta: IDBObjectStore) => Promise<T>): Promise<T> {
  const database = await settled(indexedDB.open(name));
  try {
    const transaction = database.transaction(['entries', 'meta'], 'readwrite');
    return await act(transaction.objectStore('entries'), transaction.objectStore('meta'));
  } finally {
    database.close();
  }
}

/** Everything in the database, as text. */
export const dump = (): Promise<string> =>
  raw(async (entries, meta) => {
    return JSON.stringify(
      await Promise.all([
        settled(entries.getAll()),
        settled(entries.getAllKeys()),
        settled(meta.getAll()),
        settled(meta.getAllKeys()),
      ]),
    );
  });
