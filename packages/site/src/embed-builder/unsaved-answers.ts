/** Answers of the moment in which the page was left. After a reload, its address may be one from before the last key. */
const key = 'havenkit-unsaved-answers';

/** The address at that moment, and the answers. */
interface Unsaved {
  readonly address: string;
  readonly fragment: string;
}

/** Stores a fragment for a reload of this tab at this address. */
export function storeUnsaved(fragment: string): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({ address: location.href, fragment } satisfies Unsaved));
  } catch {
    // The browser allows no storage here. The address has everything but the last moment.
  }
}

/** Forgets what was stored, as when the page comes back as it was left. A copy of the tab would have it, too. */
export function forgetUnsaved(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // As above.
  }
}

const isReload = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => (entry as PerformanceNavigationTiming).type === 'reload');

function stored(): Unsaved | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Unsaved | undefined;
  } catch {
    return undefined;
  }
}

/**
 * The fragment of the page, with what a reload would have lost. A copy of a tab has a copy of its storage: what was stored at another
 * address is of another page.
 */
export function takeFragment(): string {
  const unsaved = stored();
  forgetUnsaved();
  return unsaved?.address === location.href && isReload() ? unsaved.fragment : location.hash;
}
