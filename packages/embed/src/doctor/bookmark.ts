import { widgets } from '../widgets.js';

/**
 * A bookmark that opens the doctor on any page: from the folder of the page's own Havenkit script, which the page's policy most likely
 * allows, and otherwise from `files`. It imports a module, because that needs no Trusted Types
 * policy, and one with another address each time, because a module runs once.
 *
 * Only a file that has a name of Havenkit's shows where that folder is, and one that other projects have, too, only in a folder of
 * that name: next to a script of another project, `doctor.js` may be the page's own.
 *
 * @param files - URL of a folder with the CDN files; it ends with a slash
 */
export function bookmark(files: string): string {
  const own = String.raw`\/(?:${['haven', 'frame-host', ...widgets].join('|')})(?:\.classic)?\.js(?:\?|$)`;
  const shared = String.raw`haven[^?]*\/(?:loader(?:\.classic)?|locales\/[\w/-]+)\.js(?:\?|$)`;
  const script = `[...document.scripts].find(({src})=>/${own}|${shared}/.test(src))`;
  const folder = String.raw`s.src.replace(/(locales\/(\w+\/)?)?[^/?]*(\?.*)?$/,'doctor.js')`;
  // Browsers decode the address of a bookmark.
  const other = JSON.stringify(`${files}doctor.js`).replaceAll('%', '%25');
  return `javascript:void((s,d,t)=>import((s?${folder}:d)+t).catch(()=>import(d+t)))(${script},${other},'?'+Date.now())`;
}
