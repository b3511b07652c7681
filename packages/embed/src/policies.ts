/**
 * Name of the Trusted Types policy that a CDN file creates.
 *
 * @param file - such as `contact-card.js`
 */
export const policyName = (file: string): string =>
  file === 'haven.js' ? 'havenkit' : `havenkit-${file.replace('.js', '')}`;

/**
 * The `trusted-types` directive of a Content Security Policy under which every widget runs.
 *
 * @param integrity - the content of `integrity.json`, whose keys are the CDN files
 */
export function trustedTypes(integrity: object): string {
  const widgets = Object.keys(integrity).filter((file) => /^[\w-]+\.js$/.test(file));
  return `trusted-types ${widgets.map(policyName).sort().join(' ')}`;
}
