import { isScriptType, type EmbeddedScript } from '../../check/embeds.js';
import { hasHash } from '../../check/integrity.js';
import { failure, type Finding } from '../finding.js';
import { shownAddress, type Scene } from '../scene.js';
import { connectionBlockedBy } from './policies.js';

/** Milliseconds. */
const timeout = 8000;

/** Loads a file again, as the page loads it; `undefined` when the browser refuses it, or what comes. */
async function load(url: URL, mode: 'cors' | 'no-cors'): Promise<Response | undefined> {
  try {
    return await fetch(url, { mode, credentials: 'omit', cache: 'force-cache', signal: AbortSignal.timeout(timeout) });
  } catch {
    return undefined;
  }
}

/** Why a script has not run, as far as a page may know it. */
export async function reasonOf(scene: Scene, script: EmbeddedScript): Promise<Finding[]> {
  const { url, file, element, heldBack } = script;
  if (!url || (file.startsWith('loader.') && 'havenkitLoader' in window)) return [];
  if (heldBack) return [failure((texts) => texts.heldBack(file))];
  const address = shownAddress(url);
  const entry = performance.getEntriesByName(url.href).at(-1) as PerformanceResourceTiming | undefined;
  const known = entry?.responseStatus ?? 0;
  if (known >= 400) return [failure((texts) => texts.missingFile(address, known))];
  // Then only the script itself may load the file, and not this one.
  if (connectionBlockedBy(scene, url)) return [failure((texts) => texts.unexplainedFile(address))];
  const response = await load(url, 'cors');
  if (response) return [await reasonIn(response, script, address)];
  // Many servers let every page run their scripts, but none read them.
  const isThere = await load(url, 'no-cors');
  if (!isThere) return [failure((texts) => texts.unreachableFile(address))];
  const asksForLeave =
    element.attributes.has('integrity') ||
    element.attributes.has('crossorigin') ||
    element.attributes.get('type')?.trim().toLowerCase() === 'module';
  return [failure((texts) => (asksForLeave ? texts.unreadableFile(address) : texts.unexplainedFile(address)))];
}

/** What a file that can be read says about a script that has not run. */
async function reasonIn(response: Response, { file, element }: EmbeddedScript, address: string): Promise<Finding> {
  const { ok, status, headers } = response;
  if (!ok) return failure((texts) => texts.missingFile(address, status));
  if (!isScriptType(headers.get('content-type') ?? '')) return failure((texts) => texts.noScriptFile(address));
  const integrity = element.attributes.get('integrity');
  const isChanged = integrity && !(await hasHash(new Uint8Array(await response.arrayBuffer()), integrity));
  return failure((texts) => (isChanged ? texts.wrongHash(file) : texts.notRun(file)));
}
