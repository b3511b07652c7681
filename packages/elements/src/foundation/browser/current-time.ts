/** Milliseconds since 1970. Datejs makes `Date.now` return a `Date`, to which nothing can be added. */
export const currentTime = (): number => +new Date();
