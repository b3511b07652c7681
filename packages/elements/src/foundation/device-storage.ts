/** What a browser offers to keep something under a name on this device. */
export interface DeviceStorage {
  readonly indexedDB: IDBFactory | undefined;
  readonly crypto: Crypto;
  readonly locks: LockManager | undefined;
  readonly channel: BroadcastChannel;
  readonly now: () => number;
  readonly name: string;
}

/** A page may forbid even to ask for a database. */
function database(): IDBFactory | undefined {
  try {
    return indexedDB;
  } catch {
    return undefined;
  }
}

/** Opens a channel to the other tabs of that name, and touches nothing else yet. */
export const deviceStorage = (name: string): DeviceStorage => ({
  indexedDB: database(),
  crypto,
  locks: navigator.locks,
  channel: new BroadcastChannel(name),
  now: Date.now,
  name,
});
