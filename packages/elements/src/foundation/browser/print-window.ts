/** Milliseconds within which every browser has begun to print; Safari does so after `print()` has returned. */
const timeLimit = 3000;

/**
 * Prints a window.
 *
 * @returns whether printing has begun; a frame without `allow-modals`, and the browser of an app, ignore `print()` silently
 */
export const printWindow = (view: Window): Promise<boolean> =>
  new Promise((resolve) => {
    view.addEventListener('beforeprint', () => resolve(true), { once: true });
    view.print();
    setTimeout(() => resolve(false), timeLimit);
  });
