import { isKnown, scriptsFor, type EmbeddedScript, type EmbeddedWidget } from '../../check/embeds.js';
import { widgets } from '../../widgets.js';
import { failure, notice, type Finding } from '../finding.js';
import { nodeOf, widgetsOf, type Scene } from '../scene.js';
import { reasonOf } from './not-run.js';
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
  if (!isAnything) return [failure((texts) => texts.nothing())];
  const findings: Finding[] = [];
  const failed = new Set<EmbeddedScript>();
  for (const embedded of widgetsOf(scene)) {
    const { widget, element, placeholder } = embedded;
    if (!isKnown(widget)) {
      findings.push(failure((texts) => texts.unknownWidget(element.name, widgets.join(', '))));
      continue;
    }
    const node = nodeOf(scene, embedded);
    if (node?.shadowRoot && showsFallback(node) && !node.shadowRoot.querySelector('[part=problem]'))
      findings.push(failure((texts) => texts.onlyFallback(widget)));
    if (customElements.get(`haven-${widget}`) && !placeholder) continue;
    const { defining, loaders } = scriptsFor(scene.embeds, widget);
    const responsible = placeholder ? loaders : [...defining, ...loaders];
    if (placeholder && !loaders.length) findings.push(failure((texts) => texts.placeholderLeft(widget)));
    else if (!responsible.length) findings.push(failure((texts) => texts.noScript(widget, `${widget}.classic.js`)));
    else if (!defining.length && 'havenkitLoader' in window && !isNear(scene, embedded))
      findings.push(notice((texts) => texts.waiting(widget)));
    for (const script of responsible) failed.add(script);
  }
  for (const script of failed) if (!isBlocked(scene, script)) findings.push(...(await reasonOf(scene, script)));
  return findings;
}

/** Whether the loader should have loaded a widget: it is at most a screen and a half away. */
function isNear({ page }: Scene, { element }: EmbeddedWidget): boolean {
  const { top = 0, bottom = 0 } = page.nodes.get(element)?.getBoundingClientRect() ?? {};
  return top < innerHeight + 600 && bottom > -600;
}
