/**
 * Name of the Trusted Types policy that a CDN file creates.
 *
 * @param file - such as `contact-card.js` or `contact-card.classic.js`
 */
export const policyName = (file: string): string =>
  file.startsWith('haven.') ? 'havenkit' : `havenkit-${file.replace(/(?:\.classic)?\.js$/, '')}`;

/**
 * The `trusted-types` directive of a Content Security Policy under which every widget runs.
 *
 * @param integrity - the content of `integrity.json`, whose keys are the CDN files
 */
export function trustedTypes(integrity: object): string {
  const widgets = Object.keys(integrity).filter((file) => /^[\w-]+\.js$/.test(file) && createsPolicy(file));
  return `trusted-types ${widgets.map(policyName).sort().join(' ')}`;
}

/**
 * Whether a CDN file creates a Trusted Types policy. Files with strings, their list and the script of a frame render nothing, and the doctor has to
 * work where no policy is allowed.
 *
 * @param file - such as `contact-card.classic.js` or `locales/es.js`
 */
export const createsPolicy = (file: string): boolean => !/^(?:locales\/|languages\b|frame-host\b|doctor\b)/.test(file);
