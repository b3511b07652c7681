/** A step of a database operation that can fail. */
export type Step = 'open' | 'transaction' | 'put' | 'delete' | 'deleteDatabase' | 'databases';

/**
 * The browser's IndexedDB with a hook before each step. An error that the hook throws fails the step. The hook also receives
 * the connection, if there is one.
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
        connection.transaction = (...args) => {
          beforeStep('transaction', connection);
          const transaction = begin(...args);
          const get = transaction.objectStore.bind(transaction);
          transaction.objectStore = (name) => {
            const store = get(name);
            if (Object.hasOwn(store, 'put')) return store;
            for (const method of ['put', 'delete'] as const) {
              const original = store[method].bind(store) as (...args: unknown[]) => unknown;
              Object.defineProperty(store, method, {
                configurable: true,
                value(...args: unknown[]) {
                  beforeStep(method, connection);
                  return original(...args);
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
    deleteDatabase(name: string) {
      beforeStep('deleteDatabase');
      return indexedDB.deleteDatabase(name);
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
  deleteDatabase: (name) => indexedDB.deleteDatabase(name),
  cmp: (first, second) => indexedDB.cmp(first, second),
} as IDBFactory;

/** IndexedDB in which a step fails the first `times` times. */
export function failing(at: Step, error: string, times = Infinity): IDBFactory {
  let left = times;
  return faulty((step) => {
    if (step === at && left-- > 0) throw new DOMException('Injected failure.', error);
  });
}
