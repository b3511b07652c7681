import {
  blockingDirective,
  parsePolicies,
  refusesTrustedTypes,
  sourceFor,
} from '../../check/content-security-policy.js';
import type { EmbeddedScript } from '../../check/embeds.js';
import { blockedLoads, type BlockedLoad } from '../../check/loads.js';
import { createsPolicy, policyName } from '../../policies.js';
import { failure, type Finding } from '../finding.js';
import { settingsOf, type Scene } from '../scene.js';

const blockedIn = (scene: Scene): BlockedLoad[] =>
  blockedLoads(scene.page, scene.embeds, (widget) => settingsOf(scene, widget).configuration);

/** Whether a script has not run because the page's policy forbids it. A trusted script may have added one that it does not list. */
export const isBlocked = (scene: Scene, { element }: EmbeddedScript): boolean =>
  blockedIn(scene).some((load) => load.element === element);

/** The directive that forbids scripts of the page to ask for an address, if one does. */
export const connectionBlockedBy = ({ page }: Scene, url: URL): string | undefined =>
  page.policies
    .flatMap(parsePolicies)
    .map((policy) => blockingDirective(policy, 'connect-src', { url }, page.url))
    .find(Boolean);

/** What the page's Content Security Policy blocks. */
export function examinePolicies(scene: Scene): Finding[] {
  const { embeds, page } = scene;
  const running = new Set(embeds.scripts.filter((script) => hasRun(scene, script)).map(({ element }) => element));
  const findings = blockedIn(scene)
    .filter(({ element }) => !running.has(element))
    .map(({ kind, url, blockedBy }) => {
      // What runs is listed by its path, so that nothing else on its server may.
      const source = sourceFor(url, kind === 'script' || kind === 'frame' ? 'path' : 'origin');
      return failure((texts) => texts.blocked(kind, url.origin, blockedBy), { code: `${blockedBy} ${source}` });
    });
  // Other browsers have no such policies.
  if (!('trustedTypes' in window)) return findings;
  const policies = page.policies.flatMap(parsePolicies);
  for (const { file } of embeds.scripts) {
    const name = policyName(file);
    if (createsPolicy(file) && refusesTrustedTypes(policies, name))
      findings.push(failure((texts) => texts.trustedTypes(file, name), { code: `trusted-types ${name}` }));
  }
  return findings;
}

/** Whether what a script defines is there, however it was allowed. */
function hasRun({ embeds }: Scene, { file }: EmbeddedScript): boolean {
  if (file.startsWith('loader.')) return 'havenkitLoader' in window;
  const [name = ''] = file.split('.');
  const expected = embeds.widgets.filter(({ widget }) => name === 'haven' || widget === name);
  return expected.length > 0 && expected.every(({ widget }) => customElements.get(`haven-${widget}`));
}
