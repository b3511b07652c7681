/** What a browser offers to keep something under a name on this device. */
export interface DeviceStorage {
  readonly indexedDB: IDBFactory | undefined;
  readonly crypto: Crypto;
  readonly locks: LockManager | undefined;
  readonly channel: BroadcastChannel | undefined;
  readonly now: () => number;
  readonly name: string;
}

/** What a browser may refuse even to be asked for, on this page. */
function allowed<Part>(ask: () => Part): Part | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

/** Opens a channel to the other tabs of that name, and touches nothing else yet. */
export const deviceStorage = (name: string): DeviceStorage => ({
  indexedDB: allowed(() => indexedDB),
  crypto,
  locks: navigator.locks,
  channel: allowed(() => new BroadcastChannel(name)),
  now: Date.now,
  name,
});
