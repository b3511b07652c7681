/** The browser features that storage on this device needs. */
export interface DeviceStorage {
  readonly indexedDB: IDBFactory | undefined;
  readonly crypto: Crypto;
  readonly locks: LockManager | undefined;
  readonly channel: BroadcastChannel | undefined;
  readonly now: () => number;
  readonly name: string;
}

/** Reads a feature whose mere access may throw, for example in a sandboxed frame. Returns `undefined` if it does. */
function ifAllowed<Feature>(access: () => Feature): Feature | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}

/** Collects the features for storage under a name. It opens a channel to other tabs, but no database yet. */
export const deviceStorage = (name: string): DeviceStorage => ({
  indexedDB: ifAllowed(() => indexedDB),
  crypto,
  locks: navigator.locks,
  channel: ifAllowed(() => new BroadcastChannel(name)),
  now: Date.now,
  name,
});
