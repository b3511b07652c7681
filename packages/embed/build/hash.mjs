import { createHash } from 'node:crypto';

/** The hash of a script as in `integrity` (W3C SRI) and in a Content Security Policy. @param {string | Buffer} content */
export const hash = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;
