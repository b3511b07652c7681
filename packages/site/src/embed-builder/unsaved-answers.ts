/** Answers of the moment in which the page was left. After a reload, its address may be one from before the last key. */
const key = 'havenkit-unsaved-answers';

interface Unsaved {
  /** When they were stored, in milliseconds since 1970. */
  readonly time: number;
  readonly fragment: string;
}

/** Stores a fragment for a reload of this tab. */
export function storeUnsaved(fragment: string): void {
  const time = performance.timeOrigin + performance.now();
  try {
    sessionStorage.setItem(key, JSON.stringify({ time, fragment } satisfies Unsaved));
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
 * The fragment of the page, with what a reload would have lost. The browser hides a page after it has begun to load the next one: what
 * was stored before was not for this reload. A copy of a tab has a copy of its storage.
 */
export function takeFragment(): string {
  const unsaved = stored();
  forgetUnsaved();
  return unsaved && unsaved.time >= performance.timeOrigin && isReload() ? unsaved.fragment : location.hash;
}
