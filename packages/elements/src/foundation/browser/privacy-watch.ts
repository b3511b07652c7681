/** Milliseconds that the page may be hidden before it is locked. */
const maxHiddenTime = 5 * 60_000;

/** Maximum milliseconds between two presses of Escape that count as a double press. */
const doublePressTime = 1000;

/**
 * Watches for two signs that somebody else may see the page.
 *
 * @param hide - called when Escape is pressed twice
 * @param lock - called when the page has been hidden for five minutes
 * @param signal - stops watching
 */
export function watchPrivacy(hide: () => void, lock: () => void, signal: AbortSignal): void {
  let lastEscape = -Infinity;
  let hiddenSince = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key === 'Escape' && timeStamp - lastEscape < doublePressTime) hide();
      lastEscape = key === 'Escape' ? timeStamp : -Infinity;
    },
    { signal },
  );
  document.addEventListener(
    'visibilitychange',
    () => {
      clearTimeout(timer);
      if (document.hidden) {
        hiddenSince = Date.now();
        timer = setTimeout(() => document.hidden && lock(), maxHiddenTime);
        // Timers do not run while a device sleeps.
      } else if (Date.now() - hiddenSince >= maxHiddenTime) lock();
    },
    { signal },
  );
}
