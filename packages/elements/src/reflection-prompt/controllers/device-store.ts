import { currentTime } from '../../foundation/browser/current-time.js';
import { ReflectionStore } from '../store/reflection-store.js';

/** A feature of the browser, unless the browser throws when a page asks for it. */
function unlessRefused<Part>(get: () => Part): Part | undefined {
  try {
    return get();
  } catch {
    return undefined;
  }
}

/**
 * Opens the store of this device. This creates nothing but a channel to other tabs.
 *
 * @param onChange - called when another tab has changed something
 */
export function openDeviceStore(onChange: () => void): ReflectionStore {
  const name = 'havenkit-reflections';
  return new ReflectionStore({
    // In a frame without storage, `localStorage` throws. There Chromium also lets `indexedDB.databases()` leave a rejection
    // that nobody can handle.
    indexedDB: unlessRefused(() => ({ localStorage, indexedDB }))?.indexedDB,
    locks: unlessRefused(() => navigator.locks),
    channel: unlessRefused(() => new BroadcastChannel(name)),
    now: currentTime,
    onChange,
    name,
  });
}
