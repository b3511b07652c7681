/**
 * Opens the doctor when the page's address asks for it with `?haven-doctor`. It is loaded as a module that is preloaded with its
 * hash: this needs no Trusted Types policy, and a page that trusts this file by its hash does not run another one.
 *
 * @param file - this file, such as `contact-card`, beside which the doctor is
 * @param integrity - hash of the doctor (W3C SRI)
 */
export function openDoctor(file: string, integrity: string): void {
  const script = document.querySelector<HTMLScriptElement>(`script[src*="/${file}."]`);
  if (!script || !location.search.includes('haven-doctor')) return;
  const href = new URL('doctor.js', script.src).href;
  const onload = (): unknown => import(href);
  document.head.append(
    Object.assign(document.createElement('link'), { rel: 'modulepreload', crossOrigin: '', href, integrity, onload }),
  );
}
