const pending: (() => unknown)[] = [];

afterEach(async () => {
  for (const undo of pending.splice(0).reverse()) await undo();
});

/** Runs a cleanup function after the current test, even if it fails. The last one added runs first. */
export function atEnd(undo: () => unknown): void {
  pending.push(undo);
}

/** Waits until the page has laid out and painted what was changed before the call. */
export const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Milliseconds that `until` waits by default: enough on a busy machine, but less than the time limit of a test. */
const untilTimeout = 20_000;

/**
 * Resolves at the first frame at which `condition` holds.
 *
 * @param awaited - what is awaited, for the error message; default the source of the condition
 * @param timeout - in milliseconds
 * @throws when the condition does not hold in time
 */
export async function until(condition: () => boolean, awaited = `${condition}`, timeout = untilTimeout): Promise<void> {
  const start = performance.now();
  while (!condition()) {
    if (performance.now() - start > timeout) throw new Error(`Not within ${timeout} ms: ${awaited}`);
    await painted();
  }
}
