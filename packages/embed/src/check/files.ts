import { createsPolicy, policyName } from '../policies.js';
import { configurationOf } from './embedded-configuration.js';
import {
  allowsStyle,
  hashSource,
  parsePolicies,
  refusesTrustedTypes,
  sourcesOf,
  type Policy,
} from './content-security-policy.js';
import { isOnMirror, isScriptType, isUnpinned, namedVersions, type EmbeddedScript, type Embeds } from './embeds.js';
import type { FetchFile } from './fetch-file.js';
import { failure, warning, type Diagnostic } from './diagnostic.js';
import { hasHash } from './integrity.js';
import { blockedLoads, type EmbeddedLoad } from './loads.js';
import type { Page } from './page.js';

/** A version of the CDN files, and their hashes. */
export interface Release {
  readonly version: string;
  readonly integrity: Readonly<Record<string, { readonly integrity: string }>>;
}

/** What is wrong with a script on a page: its address, its version, its file and its hash. */
export async function checkScript(
  page: Page,
  script: EmbeddedScript,
  release: Release,
  fetchFile: FetchFile,
): Promise<Diagnostic[]> {
  const { element, url, file } = script;
  const { line } = element;
  const address = element.attributes.get('src') ?? file;
  if (!url)
    return [warning(line, `${address} is relative, so it was not fetched.`, "Name the page's address with --page.")];
  const findings = checkVersion(script, release);
  if (script.heldBack)
    findings.push(
      warning(
        line,
        `A plugin for speed or consent holds ${file} back: browsers do not run its tag as it is.`,
        'Exclude it in the settings of that plugin.',
      ),
    );
  if (url.protocol === 'http:' && page.url?.protocol === 'https:')
    findings.push(failure(line, `Browsers block ${url.href} on a secure page.`, 'Change its address to https.'));
  const foreign = page.url !== undefined && url.origin !== page.url.origin;
  let fetched;
  try {
    fetched = await fetchFile(url, foreign ? page.url.origin : undefined);
  } catch (error) {
    return [
      ...findings,
      failure(line, `${url.href} cannot be loaded: ${(error as Error).message}.`, 'Check the address.'),
    ];
  }
  const { status, headers, bytes } = fetched;
  if (status !== 200)
    return [...findings, failure(line, `${url.href} is missing: the server answers ${status}.`, 'Check the address.')];
  if (!isScriptType(headers.get('content-type') ?? ''))
    findings.push(
      failure(
        line,
        `${url.href} is not served as a script, but as ${headers.get('content-type') ?? 'nothing'}.`,
        'Check the address, or the settings of the server.',
      ),
    );
  const module = element.attributes.get('type') === 'module';
  const integrity = element.attributes.get('integrity');
  const crossorigin = element.attributes.has('crossorigin');
  if (
    foreign &&
    (module || crossorigin) &&
    !['*', page.url.origin].includes(headers.get('access-control-allow-origin') ?? '')
  )
    findings.push(
      failure(
        line,
        `${url.origin} does not let other sites load ${file} with crossorigin or as a module.`,
        "Have it send Access-Control-Allow-Origin: *, or use the page's own server.",
      ),
    );
  if (foreign && integrity && !crossorigin && !module)
    findings.push(
      failure(
        line,
        `Browsers do not run ${file}: it has a hash, but no crossorigin attribute.`,
        'Add crossorigin="anonymous".',
      ),
    );
  if (!integrity && isThirdParty(page, url)) findings.push(await missingHash(script, url, bytes, release));
  if (integrity && !(await hasHash(bytes, integrity)))
    findings.push(
      failure(
        line,
        `Browsers do not run ${file}: it does not have the hash in its integrity attribute.`,
        'Copy the snippet of exactly this version again.',
      ),
    );
  if (!module && !file.endsWith('.classic.js') && !/^(?:locales\/|frame-host)/.test(file))
    findings.push(
      warning(
        line,
        `${file} is a module, but its tag is not type="module".`,
        `Use ${file.replace('.js', '.classic.js')}, or add type="module".`,
      ),
    );
  return findings;
}

/**
 * Whether a server is not the site owner's. That is known of the mirrors of npm; of other servers only where the page's address is
 * known, too. A port or a subdomain of the page's host is the owner's.
 */
function isThirdParty({ url: page }: Page, url: URL): boolean {
  const { hostname } = url;
  if (isOnMirror(url)) return true;
  if (!page || page.protocol === 'file:') return false;
  const [own, other] = [page.hostname, hostname].map((each) => each.replace(/^www\./, '')) as [string, string];
  return !`.${own}`.endsWith(`.${other}`) && !`.${other}`.endsWith(`.${own}`);
}

async function missingHash(
  { element: { line }, file, version }: EmbeddedScript,
  url: URL,
  bytes: Uint8Array,
  release: Release,
): Promise<Diagnostic> {
  const hash = release.integrity[file]?.integrity;
  const isCurrent = hash !== undefined && (await hasHash(bytes, hash));
  return warning(
    line,
    `${file} has no hash, so ${url.host} could change it.`,
    isCurrent
      ? `If that is not your own server, add crossorigin="anonymous" integrity="${hash}" to the script.`
      : `If that is not your own server, add crossorigin="anonymous" and the hash of ${file} in integrity.json of version ${version ?? release.version} as integrity="sha384-…" to the script.`,
  );
}

function checkVersion(script: EmbeddedScript, { version: own }: Release): Diagnostic[] {
  const {
    element: { line },
    url,
    version,
  } = script;
  if (isUnpinned(script))
    return [
      warning(
        line,
        `${url?.href} names no exact version, so it changes with every release.`,
        `Use @havenkit/embed@${own}.`,
      ),
    ];
  if (version && version.localeCompare(own, 'en', { numeric: true }) < 0)
    return [
      warning(
        line,
        `The page loads version ${version}; ${own} is newer.`,
        'Read the changelog, and copy the snippet of the new version.',
      ),
    ];
  return [];
}

/** More than one version of the files, or files twice. */
export function checkTogether(embeds: Embeds): Diagnostic[] {
  const versions = namedVersions(embeds);
  if (versions.length < 2) return [];
  return [
    warning(
      embeds.scripts.at(-1)?.element.line,
      `The page loads several versions: ${versions.join(', ')}. The first one that defines a widget wins.`,
      'Use one version in all snippets of the page.',
    ),
  ];
}

/** What is loaded, in words. */
const words: Readonly<Record<EmbeddedLoad['kind'], (name: string) => string>> = {
  script: (file) => file,
  settings: (widget) => `the configuration of ${widget}`,
  signups: () => 'sign-ups',
  challenge: () => 'the proof of work',
  frame: () => 'the frame',
};

/** What the page's Content Security Policy blocks. */
export function checkPolicies(page: Page, embeds: Embeds): Diagnostic[] {
  const policies = page.policies.flatMap(parsePolicies);
  return [
    ...blockedLoads(page, embeds, (widget) => configurationOf(widget).configuration).map(
      ({ kind, name, element, url, blockedBy }) =>
        failure(
          element.line,
          `The page's Content Security Policy blocks ${words[kind](name)} (${url.origin}).`,
          `Add ${url.origin} to ${blockedBy}.`,
        ),
    ),
    ...embeds.scripts.flatMap(({ element, file }) => checkTrustedTypes(policies, element.line, file)),
    ...policies.flatMap((policy) => checkStyles(policy, embeds)),
  ];
}

/** A policy that blocks the style of a snippet: of the first one that reserves room, and of the first one of plain HTML. */
function checkStyles(policy: Policy, { wrappers, htmlForms }: Embeds): Diagnostic[] {
  const effects = [
    [wrappers, 'the style that reserves room, so content moves when the widget appears'],
    [htmlForms, 'the style of plain HTML, so it looks as the page does'],
  ] as const;
  return effects.flatMap(([snippets, effect]) => {
    const [style] = snippets
      .flatMap(({ children }) => children.filter(({ name }) => name === 'style'))
      .filter(({ text, attributes }) => !allowsStyle(policy, text, attributes.get('nonce')));
    if (!style) return [];
    const directive = sourcesOf(policy, 'style-src-elem')?.name ?? 'style-src';
    return [
      warning(
        style.line,
        `The page's Content Security Policy blocks ${effect}.`,
        `Add ${hashSource(style.text)} to ${directive}, or put the rules of the <style> element into a style sheet of the page.`,
      ),
    ];
  });
}

function checkTrustedTypes(policies: readonly Policy[], line: number | undefined, file: string): Diagnostic[] {
  const name = policyName(file);
  if (!createsPolicy(file) || !refusesTrustedTypes(policies, name)) return [];
  return [
    failure(
      line,
      `The page's Content Security Policy does not allow the Trusted Types policy of ${file}.`,
      `Add ${name} to trusted-types.`,
    ),
  ];
}
