/** What was typed in the last moment before a page was left, which its address does not have any more. */
const key = 'havenkit-unsaved-answers';

/** Stores a fragment for the time after a reload of this tab. */
export function storeUnsaved(fragment: string): void {
  if (fragment === location.hash) return;
  try {
    sessionStorage.setItem(key, JSON.stringify([location.hash, fragment]));
  } catch {
    // The browser allows no storage here. The address has everything but the last moment.
  }
}

/** The fragment of the page, with what a reload would have lost. */
export function takeFragment(): string {
  try {
    const [before, fragment] = JSON.parse(sessionStorage.getItem(key) ?? '[]') as [string?, string?];
    sessionStorage.removeItem(key);
    if (before === location.hash && fragment !== undefined) return fragment;
  } catch {
    // As above.
  }
  return location.hash;
}
