import type { Fallback, RawConfiguration } from '@havenkit/elements/foundation';
import { configurationOf } from '../check/embedded-configuration.js';
import { findEmbeds, settingOf, type Embeds, type EmbeddedWidget } from '../check/embeds.js';
import type { Diagnostic } from '../check/diagnostic.js';
import { widgets } from '../widgets.js';
import { livePage, type LivePage } from './live-page.js';

/** Everything that the examinations look at. */
export interface Scene {
  readonly page: LivePage;
  readonly embeds: Embeds;
  /** The doctor's own version. */
  readonly version: string;
  /** Of each widget, by its name. */
  readonly fallbacks: Readonly<Record<string, Fallback>>;
  /** Whether the page's headers are known, with its policy. */
  readonly hasHeaders: boolean;
}

/** A widget's element as the page's scripts see it. */
export type WidgetNode = HTMLElement & { readonly config?: unknown; readonly hasUpdated?: boolean };

/** Names of the CDN files. */
const files: readonly string[] = [
  ...['haven', 'loader', 'frame-host', ...widgets].flatMap((name) => [`${name}.js`, `${name}.classic.js`]),
  'doctor.js',
];

/** Milliseconds. */
const timeout = 5000;

/**
 * The policies in the headers of the page, or `undefined` when they cannot be read. The browser has the page in its cache. If a policy
 * forbids even this request, the browser reports it, with all that it says.
 */
async function headerPolicies(): Promise<string[] | undefined> {
  const heard: string[] = [];
  // A policy that only reports forbids nothing.
  const hear = ({ disposition, originalPolicy }: SecurityPolicyViolationEvent): unknown =>
    disposition === 'enforce' && heard.push(originalPolicy);
  document.addEventListener('securitypolicyviolation', hear);
  try {
    const { headers } = await fetch(location.href, { cache: 'force-cache', signal: AbortSignal.timeout(timeout) });
    return [headers.get('content-security-policy') ?? ''].filter(Boolean);
  } catch {
    // The report follows.
    await new Promise((done) => setTimeout(done, 100));
    return heard.length ? heard : undefined;
  } finally {
    document.removeEventListener('securitypolicyviolation', hear);
  }
}

/**
 * Gathers what the examinations look at.
 *
 * @param own - the doctor's own element
 */
export async function gather(
  own: Element,
  { version, fallbacks }: Pick<Scene, 'version' | 'fallbacks'>,
): Promise<Scene> {
  const policies = await headerPolicies();
  const page = livePage(document, policies ?? [], own);
  const locales = page.elements.flatMap(
    ({ attributes }) => /\/(locales\/[\w/-]+\.js)/.exec(attributes.get('src') ?? '')?.[1] ?? [],
  );
  const embeds = findEmbeds(page, [...files, ...locales]);
  return { page, embeds, version, fallbacks, hasHeaders: policies !== undefined };
}

/** The element of a widget. Of a placeholder, the one that the loader has put into it. */
export function nodeOf({ page }: Scene, { element, widget, placeholder }: EmbeddedWidget): WidgetNode | undefined {
  const node = page.nodes.get(element);
  return (placeholder ? node?.querySelector(`haven-${widget}`) : node) as WidgetNode | undefined;
}

/** The widgets on the page, each once: not the placeholders that the loader has filled. */
export const widgetsOf = (scene: Scene): readonly EmbeddedWidget[] =>
  scene.embeds.widgets.filter((embedded) => !embedded.placeholder || !nodeOf(scene, embedded));

/** An address that may be shown: without what could name a visitor, and without a widget's settings. */
export const shownAddress = (url: URL): string => url.origin + url.pathname;

/** The settings of a widget, in the order in which they override each other: JSON, the property, attributes. */
export function settingsOf(
  scene: Scene,
  embedded: EmbeddedWidget,
): { configuration: RawConfiguration; unreadable: readonly Diagnostic[] } {
  const { configuration, findings } = configurationOf(embedded);
  const config = nodeOf(scene, embedded)?.config;
  const attributes = [...embedded.attributes].flatMap(([name, value]) => {
    const setting = settingOf(embedded.widget, name);
    return setting && setting !== 'config' ? [[setting, value] as const] : [];
  });
  const property = typeof config === 'object' && config ? config : {};
  return { configuration: { ...configuration, ...property, ...Object.fromEntries(attributes) }, unreadable: findings };
}
