import { isKnown, type EmbeddedScript, type EmbeddedWidget } from '../../check/embeds.js';
import { hasHash } from '../../check/integrity.js';
import { widgets } from '../../widgets.js';
import { broken, note, type Finding } from '../finding.js';
import { nodeOf, shownAddress, widgetsOf, type Scene } from '../scene.js';
import { isBlocked } from './policies.js';

/** Whether only the author's fallback content of a widget is shown. */
export function showsFallback(node: Element): boolean {
  const slot = node.shadowRoot?.querySelector<HTMLSlotElement>('slot:not([name])');
  const others = [...(node.shadowRoot?.children ?? [])].filter((each) => !each.matches('style, slot, [part=problem]'));
  return !!slot && !slot.hidden && !others.length;
}

/** Which widgets and files have not loaded, and why. */
export async function examineLoading(scene: Scene): Promise<Finding[]> {
  const { scripts, frames, widgets: found, wrappers, htmlForms } = scene.embeds;
  const isAnything = [scripts, frames, found, wrappers, htmlForms].some((each) =>
    each.some((item) => !('file' in item) || item.file !== 'doctor.js'),
  );
  if (!isAnything) return [broken((texts) => texts.nothing())];
  const findings: Finding[] = [];
  const failed = new Set<EmbeddedScript>();
  for (const embedded of widgetsOf(scene)) {
    const { widget, element, placeholder } = embedded;
    if (!isKnown(widget)) {
      findings.push(broken((texts) => texts.unknownWidget(element.name, widgets.join(', '))));
      continue;
    }
    const node = nodeOf(scene, embedded);
    if (node?.shadowRoot && showsFallback(node) && !node.shadowRoot.querySelector('[part=problem]'))
      findings.push(broken((texts) => texts.onlyFallback(`haven-${widget}`)));
    if (customElements.get(`haven-${widget}`) && !placeholder) continue;
    const { defining, loaders } = scriptsFor(scripts, widget);
    const responsible = placeholder ? loaders : [...defining, ...loaders];
    if (placeholder && !loaders.length) findings.push(broken((texts) => texts.placeholderLeft(widget)));
    else if (!responsible.length)
      findings.push(broken((texts) => texts.noScript(`haven-${widget}`, `${widget}.classic.js`)));
    else if (!defining.length && 'havenkitLoader' in window && !isNear(scene, embedded))
      findings.push(note((texts) => texts.waiting(`haven-${widget}`)));
    for (const script of responsible) failed.add(script);
  }
  for (const script of failed) if (!isBlocked(scene, script)) findings.push(...(await reasonOf(script)));
  return findings;
}

function scriptsFor(
  scripts: readonly EmbeddedScript[],
  widget: string,
): { defining: EmbeddedScript[]; loaders: EmbeddedScript[] } {
  return {
    defining: scripts.filter(({ file }) => file.startsWith(`${widget}.`) || file.startsWith('haven.')),
    loaders: scripts.filter(({ file }) => file.startsWith('loader.')),
  };
}

/** Whether the loader should have loaded a widget: it is at most a screen and a half away. */
function isNear({ page }: Scene, { element }: EmbeddedWidget): boolean {
  const { top = 0, bottom = 0 } = page.nodes.get(element)?.getBoundingClientRect() ?? {};
  return top < innerHeight + 600 && bottom > -600;
}

/** Why a script has not run. It is fetched again, as the page fetches it. */
async function reasonOf({ url, file, element }: EmbeddedScript): Promise<Finding[]> {
  if (!url || (file.startsWith('loader.') && 'havenkitLoader' in window)) return [];
  const entry = performance.getEntriesByName(url.href).at(-1) as PerformanceResourceTiming | undefined;
  const known = entry?.responseStatus ?? 0;
  if (known >= 400) return [broken((texts) => texts.missingFile(shownAddress(url), known))];
  const integrity = element.attributes.get('integrity');
  try {
    const response = await fetch(url, { credentials: 'omit', cache: 'force-cache', signal: AbortSignal.timeout(8000) });
    const { ok, status } = response;
    if (!ok) return [broken((texts) => texts.missingFile(shownAddress(url), status))];
    if (integrity && !(await hasHash(new Uint8Array(await response.arrayBuffer()), integrity)))
      return [broken((texts) => texts.wrongHash(file))];
    return [broken((texts) => texts.notRun(file))];
  } catch {
    return [broken((texts) => texts.unreachableFile(shownAddress(url)))];
  }
}
