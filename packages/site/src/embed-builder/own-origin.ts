/**
 * Whom the pages of the builder may send messages to: their own site, even if a frame shows another page meanwhile. A page that was
 * opened from a file has no origin to name.
 */
export const ownOrigin = location.protocol === 'file:' ? '*' : location.origin;
