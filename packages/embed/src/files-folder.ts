/**
 * The address of a folder with the CDN files, which ends with a slash; `undefined` if pages cannot load files from there: a page with
 * https loads none without.
 */
export function filesFolder(address: string): string | undefined {
  const { protocol, hostname = '' } = URL.parse(address) ?? {};
  // Browsers trust the site owner's own computer, too.
  const isSecure = protocol === 'https:' || (protocol === 'http:' && /^(?:localhost|127\.0\.0\.1)$/.test(hostname));
  return isSecure && /^https?:\/\//i.test(address) ? address.replace(/\/?$/, '/') : undefined;
}
