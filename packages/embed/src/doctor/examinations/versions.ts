import { isKnown, isUnpinned, namedVersions } from '../../check/embeds.js';
import { settingsKey } from '../../check/twice.js';
import { notice, warning, type Finding } from '../finding.js';
import { shownAddress, widgetsOf, type Scene } from '../scene.js';

/** The version of the class that the page has for a tag. */
export const versionOf = (tag: string): string | undefined =>
  (customElements.get(tag) as { version?: string } | undefined)?.version;

/** Which versions are on the page, and what is on it twice. */
export function examineVersions(scene: Scene): Finding[] {
  const { embeds, version: own } = scene;
  const findings: Finding[] = [];
  const widgets = [...new Set(embeds.widgets.map(({ widget }) => widget).filter(isKnown))];
  const running = widgets.flatMap((widget) => versionOf(`haven-${widget}`) ?? []);
  const versions = [...new Set([...namedVersions(embeds), ...running])].sort();
  if (versions.length > 1) findings.push(warning((texts) => texts.versions(versions.join(', '))));
  else
    for (const widget of widgets) {
      const version = versionOf(`haven-${widget}`);
      if (version && version !== own) findings.push(notice((texts) => texts.otherVersion(widget, version, own)));
    }
  for (const { url } of embeds.scripts.filter(isUnpinned))
    if (url) findings.push(warning((texts) => texts.noExactVersion(shownAddress(url), own)));
  // The loader's widgets are in the page's head.
  const files = embeds.scripts.map(({ file }) => file.replace('.classic', ''));
  for (const file of new Set(files))
    if (files.filter((each) => each === file).length > 1) findings.push(notice((texts) => texts.sameFile(file)));
  return [...findings, ...examineRepetition(scene), ...examineLit()];
}

/** The same widget with the same settings. */
function examineRepetition(scene: Scene): Finding[] {
  const found = new Set<string>();
  return widgetsOf(scene).flatMap((embedded) => {
    // Widgets write where a visitor is into the last two.
    const key = settingsKey(embedded, ['id', 'state', 'step']);
    const isFirst = !found.has(key);
    found.add(key);
    return isFirst ? [] : [notice((texts) => texts.twice(embedded.widget))];
  });
}

/** Other versions of Lit, as Lit itself counts them. Every file of Havenkit has its own, so they do not disturb it. */
function examineLit(): Finding[] {
  const { litHtmlVersions = [] } = globalThis as { litHtmlVersions?: readonly string[] };
  const versions = [...new Set(litHtmlVersions)];
  return versions.length > 1 ? [notice((texts) => texts.otherLit(versions.join(', ')))] : [];
}
