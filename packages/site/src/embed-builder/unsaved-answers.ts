/** Answers of the moment in which the page was left. After a reload, its address may be one from before the last key. */
const key = 'havenkit-unsaved-answers';

/** Stores a fragment for a reload of this tab. */
export function storeUnsaved(fragment: string): void {
  try {
    sessionStorage.setItem(key, fragment);
  } catch {
    // The browser allows no storage here. The address has everything but the last moment.
  }
}

const isReload = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => (entry as PerformanceNavigationTiming).type === 'reload');

/** The fragment of the page, with what a reload would have lost. */
export function takeFragment(): string {
  try {
    const unsaved = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    if (unsaved !== null && isReload()) return unsaved;
  } catch {
    // As above.
  }
  return location.hash;
}
