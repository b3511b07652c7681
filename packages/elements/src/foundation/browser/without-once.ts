/**
 * Runs a function while functions have no property `once`. Lit passes a listener to the browser as the listener's own options;
 * Sugar gives every function a method `once`, so the browser would remove the listener after its first event.
 */
export function withoutOnce(run: () => void): void {
  const functions = Function.prototype as { once?: unknown };
  const { once } = functions;
  if (once) functions.once = undefined;
  try {
    run();
  } finally {
    if (once) functions.once = once;
  }
}
