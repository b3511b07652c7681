import type { Reading } from '@havenkit/elements/foundation';

/**
 * Address of a page whose own is unknown. Relative links count from it, and so from the root of its site. No such host can exist
 * (RFC 2606).
 */
export const unknownPage = 'https://page.invalid/';

/** Reads a configuration whose problems are reported elsewhere. */
export const silent: Reading = { report: () => undefined, warn: () => undefined, base: unknownPage };
