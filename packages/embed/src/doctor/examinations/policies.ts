import { allows, parsePolicies, sourceFor, sourcesOf, type Directive } from '../../check/content-security-policy.js';
import type { EmbeddedScript } from '../../check/embeds.js';
import { resolve } from '../../check/page.js';
import { connections } from '../../connections.js';
import { createsPolicy, policyName } from '../../policies.js';
import { broken, type Finding } from '../finding.js';
import { settingsOf, widgetsOf, type Scene } from '../scene.js';
import type { Blocked } from '../texts.js';

/** The policies of the page that forbid a script. */
const forbidding = ({ page }: Scene, { url, element }: EmbeddedScript) => {
  const node = page.nodes.get(element) as HTMLScriptElement | undefined;
  // Browsers hide the nonce from attributes.
  const load = { nonce: node?.nonce, integrity: element.attributes.get('integrity') };
  return page.policies
    .flatMap(parsePolicies)
    .filter((policy) => url && !allows(policy, 'script-src-elem', { url, ...load }, page.url));
};

/** Whether a script has not run because the page's policy forbids it. A trusted script may have added one that it does not list. */
export const isBlocked = (scene: Scene, script: EmbeddedScript): boolean => forbidding(scene, script).length > 0;

/** What the page's Content Security Policy blocks. */
export function examinePolicies(scene: Scene): Finding[] {
  const { page, embeds } = scene;
  const findings: Finding[] = [];
  const policies = page.policies.flatMap(parsePolicies);
  const add = (what: Blocked, directive: Directive, url: URL, extent: 'origin' | 'path'): void => {
    for (const policy of policies) {
      if (allows(policy, directive, { url }, page.url)) continue;
      const name = sourcesOf(policy, directive)?.name ?? directive;
      const code = `${name} ${sourceFor(url, extent)}`;
      findings.push(broken((texts) => texts.blocked(what, url.origin, name), { code }));
    }
  };
  for (const script of embeds.scripts) {
    const { url, file } = script;
    if (url && !isRun(scene, script) && isBlocked(scene, script)) add('script', 'script-src-elem', url, 'path');
    const names = trustedNames(scene);
    if (names && createsPolicy(file) && !names.every((all) => all.includes('*') || all.includes(policyName(file)))) {
      const policy = policyName(file);
      findings.push(broken((texts) => texts.trustedTypes(file, policy), { code: `trusted-types ${policy}` }));
    }
  }
  for (const embedded of widgetsOf(scene)) {
    const { attributes } = embedded;
    const { configuration } = settingsOf(scene, embedded);
    const { src, endpoint, challenge } = connections({ ...configuration, src: attributes.get('src') });
    for (const [what, address] of [
      ['settings', src],
      ['signups', endpoint],
      ['challenge', challenge],
    ] as const) {
      const url = resolve(page, address);
      if (url) add(what, 'connect-src', url, 'origin');
    }
  }
  for (const { attributes } of embeds.frames) {
    const url = resolve(page, attributes.get('src'));
    if (url) add('frame', 'frame-src', url, 'path');
  }
  return findings;
}

/** Whether what a script defines is there, however it was allowed. */
function isRun({ embeds }: Scene, { file }: EmbeddedScript): boolean {
  if (file.startsWith('loader.')) return 'havenkitLoader' in window;
  const [name = ''] = file.split('.');
  const expected = embeds.widgets.filter(({ widget }) => name === 'haven' || widget === name);
  return expected.length > 0 && expected.every(({ widget }) => customElements.get(`haven-${widget}`));
}

/** The names of Trusted Types policies that the page allows, for each of its policies that restricts them. */
function trustedNames({ page }: Scene): (readonly string[])[] | undefined {
  const policies = page.policies.flatMap(parsePolicies);
  if (!('trustedTypes' in window) || !policies.some((policy) => policy.has('require-trusted-types-for')))
    return undefined;
  const all = policies.flatMap((policy) => (policy.has('trusted-types') ? [policy.get('trusted-types') ?? []] : []));
  return all.length ? all : undefined;
}
