/** Milliseconds since 1970. Datejs makes `Date.now` return a `Date`, to which nothing can be added. */
// eslint-disable-next-line no-restricted-syntax -- It becomes a number here.
export const currentTime = (): number => Date.now().valueOf();
