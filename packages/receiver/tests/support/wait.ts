import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until a condition is met.
 *
 * @param expectation - completes "Timed out waiting for …"
 * @throws after `timeout` milliseconds
 */
export async function waitFor(
  expectation: string,
  condition: () => boolean | Promise<boolean>,
  { timeout = 10_000, interval = 10 } = {},
): Promise<void> {
  for (const end = Date.now() + timeout; !(await condition()); await pause(interval))
    if (Date.now() > end) throw new Error(`Timed out after ${timeout} ms waiting for ${expectation}.`);
}

/**
 * A promise with a time limit.
 *
 * @param expectation - completes "Timed out waiting for …"
 */
export async function within<T>(expectation: string, promise: Promise<T>, timeout = 30_000): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Timed out after ${timeout} ms waiting for ${expectation}.`)), timeout);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A promise that the test resolves itself. */
export function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((fulfill) => (resolve = fulfill));
  return { promise, resolve: () => resolve() };
}
