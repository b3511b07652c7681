import { createHash } from 'node:crypto';

/**
 * The hash of a script as in `integrity` (W3C SRI) and in a Content Security Policy.
 *
 * @param {string | Buffer} content
 * @param {'sha256' | 'sha384'} algorithm
 */
export const hash = (content, algorithm = 'sha384') =>
  `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;
