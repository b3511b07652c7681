/**
 * A bookmark that opens the doctor on any page: from the folder of the page's own Havenkit script, which the page's policy most likely
 * allows, and otherwise from `files`. It imports a module, because that needs no Trusted Types
 * policy, and one with another address each time, because a module runs once.
 *
 * @param files - URL of a folder with the CDN files; it ends with a slash
 */
export const bookmark = (files: string): string =>
  // Browsers decode the address of a bookmark.
  `javascript:void((s,d,t)=>import((s?s.src.replace(/(locales\\/)?[^/]*$/,'doctor.js'):d)+t).catch(()=>import(d+t)))(document.querySelector('script[src*=haven]'),${JSON.stringify(`${files}doctor.js`).replaceAll('%', '%25')},'?'+Date.now())`;
