/** For how long the page may be out of sight before what a passphrase protects is locked again, in milliseconds. */
const patience = 5 * 60_000;

/** Within how many milliseconds Escape is pressed twice. */
const twice = 1000;

/** Watches for two signs that somebody else may look: Escape pressed twice, and a page that was out of sight for long. */
export function watchPrivacy(hide: () => void, lock: () => void, signal: AbortSignal): void {
  let escaped = -Infinity;
  let outOfSight = Date.now();
  let away: ReturnType<typeof setTimeout> | undefined;
  addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key === 'Escape' && timeStamp - escaped < twice) hide();
      escaped = key === 'Escape' ? timeStamp : -Infinity;
    },
    { signal },
  );
  document.addEventListener(
    'visibilitychange',
    () => {
      clearTimeout(away);
      if (document.hidden) {
        outOfSight = Date.now();
        away = setTimeout(() => document.hidden && lock(), patience);
        // A device that slept has not counted.
      } else if (Date.now() - outOfSight >= patience) lock();
    },
    { signal },
  );
}
