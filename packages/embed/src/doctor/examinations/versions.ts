import { descendants } from '../../check/page.js';
import { isKnown } from '../../check/embeds.js';
import { note, risk, type Finding } from '../finding.js';
import { shownAddress, widgetsOf, type Scene } from '../scene.js';

/** The version of the class that the page has for a tag. */
export const versionOf = (tag: string): string | undefined =>
  (customElements.get(tag) as { version?: string } | undefined)?.version;

/** Which versions are on the page, and what is on it twice. */
export function examineVersions(scene: Scene): Finding[] {
  const { embeds, version: own } = scene;
  const findings: Finding[] = [];
  const tags = [
    ...new Set(embeds.widgets.filter(({ widget }) => isKnown(widget)).map(({ widget }) => `haven-${widget}`)),
  ];
  const named = embeds.scripts.flatMap(({ version = [] }) => version);
  const versions = [...new Set([...named, ...tags.flatMap((tag) => versionOf(tag) ?? [])])].sort();
  if (versions.length > 1) findings.push(risk((texts) => texts.versions(versions.join(', '))));
  else
    for (const tag of tags) {
      const version = versionOf(tag);
      if (version && version !== own) findings.push(note((texts) => texts.otherVersion(tag, version, own)));
    }
  for (const { url, version } of embeds.scripts)
    if (url && !version && /@havenkit\/embed[@/]/.test(url.href))
      findings.push(risk((texts) => texts.noExactVersion(shownAddress(url), own)));
  // The loader's widgets are in the page's head.
  const files = embeds.scripts.map(({ file }) => file.replace('.classic', ''));
  for (const file of new Set(files))
    if (files.filter((each) => each === file).length > 1) findings.push(note((texts) => texts.sameFile(file)));
  return [...findings, ...examineRepetition(scene), ...examineLit()];
}

/** The same widget with the same settings. */
function examineRepetition(scene: Scene): Finding[] {
  const found = new Set<string>();
  return widgetsOf(scene).flatMap(({ element, widget, attributes }) => {
    const json = descendants(element).filter(({ name }) => name === 'script');
    // The form sets its state itself.
    const settings = [...attributes].filter(([name]) => !/^(?:id|state|step)$/.test(name)).sort();
    const key = JSON.stringify([widget, settings, json.map(({ text }) => text)]);
    const isFirst = !found.has(key);
    found.add(key);
    return isFirst ? [] : [note((texts) => texts.twice(`haven-${widget}`))];
  });
}

/** Other versions of Lit, as Lit itself counts them. Every file of Havenkit has its own, so they do not disturb it. */
function examineLit(): Finding[] {
  const { litHtmlVersions = [] } = globalThis as { litHtmlVersions?: readonly string[] };
  const versions = [...new Set(litHtmlVersions)];
  return versions.length > 1 ? [note((texts) => texts.otherLit(versions.join(', ')))] : [];
}
