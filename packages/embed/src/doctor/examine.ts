import { resolve } from '../check/page.js';
import { frameRequest } from '../check/frame-request.js';
import { en } from './en.js';
import { examineConfiguration } from './examinations/configuration.js';
import { examineContrast } from './examinations/contrast.js';
import { examineFrames } from './examinations/frames.js';
import { examineLoading, showsFallback } from './examinations/loading.js';
import { examineMarkup } from './examinations/markup.js';
import { examinePolicies } from './examinations/policies.js';
import { examineRoom } from './examinations/room.js';
import { examineVersions, versionOf } from './examinations/versions.js';
import { bySeverity, warning, type Finding } from './finding.js';
import { nodeOf, widgetsOf, type Scene } from './scene.js';
import type { Examination, Limitation, State } from './texts.js';

/** A widget on the page, and how it is. */
export interface Present {
  readonly widget: string;
  readonly state: State;
  readonly version: string | undefined;
}

/** What was found. */
export interface Examined {
  readonly present: readonly Present[];
  readonly findings: readonly Finding[];
  readonly limitations: readonly Limitation[];
}

/** Examines the page. Where one examination fails, that is found, too, and the others go on. */
export async function examine(scene: Scene): Promise<Examined> {
  const limitations = new Set<Limitation>();
  const limit = (limitation: Limitation): unknown => limitations.add(limitation);
  const present: Present[] = [];
  const examinations: Readonly<Record<Examination, () => readonly Finding[] | Promise<readonly Finding[]>>> = {
    loading: () => examineLoading(scene),
    policies: () => examinePolicies(scene),
    markup: () => examineMarkup(scene),
    configuration: () => examineConfiguration(scene),
    frames: () => examineFrames(scene),
    contrast: () => examineContrast(scene, limit),
    room: () => examineRoom(scene),
    versions: () => examineVersions(scene),
    present: () => {
      present.push(...presentIn(scene));
      limitationsOf(scene).forEach(limit);
      return [];
    },
  };
  const findings: Finding[] = [];
  for (const name of Object.keys(examinations) as Examination[])
    try {
      findings.push(...(await examinations[name]()));
    } catch (error) {
      // A page may have replaced what the browser provides.
      findings.push(warning((texts) => texts.notExamined(name), { code: String(error) }));
    }
  return { present, findings: bySeverity(once(findings)), limitations: [...limitations] };
}

/** What is found at several widgets is said once. */
const once = (findings: readonly Finding[]): Finding[] => [
  ...new Map(
    findings.map((finding) => [JSON.stringify([finding.explain(en.findings), finding.detail, finding.code]), finding]),
  ).values(),
];

function presentIn(scene: Scene): Present[] {
  const { page, embeds } = scene;
  const framed = embeds.frames.flatMap((frame): Present[] => {
    const { request } = frameRequest(page, frame);
    return typeof request === 'string' ? [] : [{ widget: request.widget, state: 'framed', version: undefined }];
  });
  const own = widgetsOf(scene).map((embedded): Present => {
    const { widget } = embedded;
    const root = nodeOf(scene, embedded)?.shadowRoot;
    const state = !root ? 'missing' : showsFallback(root.host) ? 'fallback' : 'works';
    return { widget, state, version: versionOf(`haven-${widget}`) };
  });
  return [...own, ...framed];
}

/** What a script on the page cannot see. */
function limitationsOf({ page, embeds, hasHeaders }: Scene): Limitation[] {
  const isOther = (element: (typeof page.elements)[number]): boolean =>
    element.name === 'iframe' &&
    !embeds.frames.includes(element) &&
    (element.attributes.has('srcdoc') || /^https?:/.test(resolve(page, element.attributes.get('src'))?.protocol ?? ''));
  const hasSchemes = /light.*dark|dark.*light/.test(getComputedStyle(document.documentElement).colorScheme);
  const all: Readonly<Record<Exclude<Limitation, 'contrast' | 'colorsOnPictures'>, boolean>> = {
    policy: !hasHeaders,
    settingsFile: embeds.widgets.some(({ attributes }) => attributes.has('src') || attributes.has('source')),
    framedWidgets: embeds.frames.length > 0,
    frames: page.elements.some(isOther),
    closedRoots: page.closed > 0,
    otherColorScheme: hasSchemes,
  };
  return (Object.keys(all) as (keyof typeof all)[]).filter((limitation) => all[limitation]);
}
