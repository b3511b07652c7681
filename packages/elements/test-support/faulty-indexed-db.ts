/** A step of a database operation that can fail. */
export type Step = 'open' | 'transaction' | 'put' | 'delete' | 'deleteDatabase' | 'databases';

/**
 * The browser's IndexedDB with a hook before each step: the step throws what the hook throws. The hook also receives the
 * connection, where there is one.
 */
export function faulty(beforeStep: (step: Step, connection?: IDBDatabase) => void): IDBFactory {
  const override = <T extends object>(target: T, replaced: Record<string, unknown>): T =>
    new Proxy(target, {
      get(_, key) {
        const value: unknown = key in replaced ? replaced[key as string] : Reflect.get(target, key);
        return typeof value === 'function' && !(key in replaced) ? (value.bind(target) as unknown) : value;
      },
    });
  return override(indexedDB, {
    open(...args: Parameters<IDBFactory['open']>) {
      beforeStep('open');
      const request = indexedDB.open(...args);
      request.addEventListener('success', () => {
        const connection = request.result;
        const begin = connection.transaction.bind(connection);
        connection.transaction = (...what) => {
          beforeStep('transaction', connection);
          const transaction = begin(...what);
          const get = transaction.objectStore.bind(transaction);
          transaction.objectStore = (which) => {
            const store = get(which);
            if (Object.hasOwn(store, 'put')) return store;
            for (const method of ['put', 'delete'] as const) {
              const original = store[method].bind(store) as (...given: unknown[]) => unknown;
              Object.defineProperty(store, method, {
                configurable: true,
                value(...given: unknown[]) {
                  beforeStep(method, connection);
                  return original(...given);
                },
              });
            }
            return store;
          };
          return transaction;
        };
      });
      return request;
    },
    deleteDatabase(which: string) {
      beforeStep('deleteDatabase');
      return indexedDB.deleteDatabase(which);
    },
    databases() {
      beforeStep('databases');
      return indexedDB.databases();
    },
  });
}

/** IndexedDB of a browser that cannot list its databases. */
export const withoutList: IDBFactory = {
  open: (...args) => indexedDB.open(...args),
  deleteDatabase: (which) => indexedDB.deleteDatabase(which),
  cmp: (one, other) => indexedDB.cmp(one, other),
} as IDBFactory;

/** IndexedDB that throws the first `times` times at a step. */
export function failing(at: Step, error: string, times = Infinity): IDBFactory {
  let left = times;
  return faulty((step) => {
    if (step === at && left-- > 0) throw new DOMException('It was injected.', error);
  });
}
