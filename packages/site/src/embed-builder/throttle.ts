/** Time between two calls in milliseconds. Safari allows 100 changes of an address in ten seconds. */
const pause = 110;

/** Calls an action at once, then at most once in a while, and a last time for the last change. */
export function throttle(action: () => void): () => void {
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
  return () => {
    if (timer === undefined) run();
    else waits = true;
  };
}
