import { resolve } from '../check/page.js';
import { en } from './en.js';
import { examineConfiguration } from './examinations/configuration.js';
import { examineContrast } from './examinations/contrast.js';
import { examineFrames } from './examinations/frames.js';
import { examineLoading, showsFallback } from './examinations/loading.js';
import { examineMarkup } from './examinations/markup.js';
import { examinePolicies } from './examinations/policies.js';
import { examineVersions, versionOf } from './examinations/versions.js';
import { byGravity, type Finding } from './finding.js';
import { nodeOf, widgetsOf, type Scene } from './scene.js';
import type { Unseen } from './texts.js';

/** A widget on the page, and how it is. */
export interface Present {
  readonly tag: string;
  readonly state: 'works' | 'fallback' | 'missing';
  readonly version: string | undefined;
}

/** What was found. */
export interface Examined {
  readonly present: readonly Present[];
  readonly findings: readonly Finding[];
  readonly unseen: readonly Unseen[];
}

/** Examines the page. */
export async function examine(scene: Scene): Promise<Examined> {
  const { findings: contrast, unseen } = examineContrast(scene);
  const findings = [
    ...(await examineLoading(scene)),
    ...examinePolicies(scene),
    ...examineMarkup(scene),
    ...examineConfiguration(scene),
    ...(await examineFrames(scene)),
    ...contrast,
    ...examineVersions(scene),
  ];
  return { present: presentIn(scene), findings: byGravity(once(findings)), unseen: [...unseen, ...unseenIn(scene)] };
}

/** What is found at several widgets is said once. */
const once = (findings: readonly Finding[]): Finding[] => [
  ...new Map(
    findings.map((finding) => [JSON.stringify([finding.explain(en.findings), finding.detail, finding.code]), finding]),
  ).values(),
];

const presentIn = (scene: Scene): Present[] =>
  widgetsOf(scene).map((embedded) => {
    const tag = `haven-${embedded.widget}`;
    const root = nodeOf(scene, embedded)?.shadowRoot;
    const version = versionOf(tag);
    return { tag, version, state: !root ? 'missing' : showsFallback(root.host) ? 'fallback' : 'works' };
  });

/** What a script on the page cannot see. */
function unseenIn({ page, embeds, hasHeaders }: Scene): Unseen[] {
  const isForeign = ({ attributes, name }: (typeof page.elements)[number]): boolean =>
    name === 'iframe' &&
    /^https?:/.test(resolve(page, attributes.get('src'))?.protocol ?? '') &&
    resolve(page, attributes.get('src'))?.origin !== origin;
  const hasSchemes = /light.*dark|dark.*light/.test(getComputedStyle(document.documentElement).colorScheme);
  const all: readonly (readonly [Unseen, boolean])[] = [
    ['policy', !hasHeaders],
    ['settingsFile', embeds.widgets.some(({ attributes }) => attributes.has('src') || attributes.has('source'))],
    ['foreignFrames', page.elements.some(isForeign)],
    ['closedRoots', page.closed > 0],
    ['otherColorScheme', hasSchemes],
  ];
  return all.flatMap(([what, isSo]) => (isSo ? [what] : []));
}
