/** Time between two calls in milliseconds. Safari allows 100 changes of an address in ten seconds. */
const pause = 200;

/**
 * Calls an action at once, then at most once in a while, and a last time for the last change.
 *
 * @returns `call`, and `flush` for a call that still waits
 */
export function throttle(action: () => void): { call: () => void; flush: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waits = false;
  const run = (): void => {
    waits = false;
    action();
    timer = setTimeout(() => {
      timer = undefined;
      if (waits) run();
    }, pause);
  };
  return {
    call() {
      if (timer === undefined) run();
      else waits = true;
    },
    flush() {
      if (waits) {
        waits = false;
        action();
      }
    },
  };
}
