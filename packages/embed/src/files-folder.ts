/**
 * The address of a folder with the CDN files, which ends with a slash; `undefined` if pages cannot load files from there: an https page
 * loads no http files.
 */
export function filesFolder(address: string): string | undefined {
  const url = /^https?:\/\//i.test(address) ? URL.parse(address) : null;
  if (!url) return undefined;
  const { protocol, hostname, pathname, search, hash, href } = url;
  // Browsers trust the site owner's own computer, too.
  const isSecure = protocol === 'https:' || /^(?:localhost|127\.0\.0\.1)$/.test(hostname);
  const isFolder = !search && !hash && !/\.(?:html?|js)$/i.test(pathname);
  return isSecure && isFolder ? href.replace(/\/?$/, '/') : undefined;
}
