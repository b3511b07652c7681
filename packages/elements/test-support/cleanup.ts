const pending: (() => unknown)[] = [];

afterEach(async () => {
  for (const undo of pending.splice(0).reverse()) await undo();
});

/** Runs something after the current test, whatever its outcome; the last added comes first. */
export function atEnd(undo: () => unknown): void {
  pending.push(undo);
}

/** Waits until the page has laid out and painted what was changed before the call. */
export const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Resolves at the first frame at which `condition` holds. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await painted();
}
