import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { PageElement } from './page.js';

/** The directives of a Content Security Policy, by their names. The first one of a name counts (CSP Level 3, section 2.2.1). */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** Parses the value of a header, which can have several policies. All of them apply. */
export const parsePolicies = (value: string): Policy[] =>
  value
    .split(',')
    .map((policy) => {
      const directives = new Map<string, readonly string[]>();
      for (const directive of policy.split(';')) {
        const [name = '', ...sources] = directive.trim().split(/\s+/);
        if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
      }
      return directives;
    })
    .filter(({ size }) => size);

/** The policies that a page itself has, in its `<meta>` elements. */
export const declaredPolicies = (elements: readonly PageElement[]): string[] =>
  elements
    .filter(({ attributes }) => attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy')
    .map(({ attributes }) => attributes.get('content') ?? '');

/** What is loaded: its address, and what its element says about it. */
export interface Load {
  readonly url: URL;
  readonly nonce?: string | undefined;
  readonly integrity?: string | undefined;
}

const fallbacks = {
  'script-src-elem': ['script-src', 'default-src'],
  'style-src-elem': ['style-src', 'default-src'],
  'connect-src': ['default-src'],
  'frame-src': ['child-src', 'default-src'],
  'form-action': [],
  'base-uri': [],
} as const;

export type Directive = keyof typeof fallbacks;

/** The sources that apply to a directive, and the directive that has them; `undefined` when everything is allowed. */
export function sourcesOf(
  policy: Policy,
  directive: Directive,
): { name: string; sources: readonly string[] } | undefined {
  const name = [directive, ...fallbacks[directive]].find((each) => policy.has(each));
  return name ? { name, sources: policy.get(name) ?? [] } : undefined;
}

/**
 * Whether a policy allows a load (CSP Level 3, sections 6.7.1 and 6.7.2).
 *
 * @param page - the page's address
 */
export function allows(policy: Policy, directive: Directive, load: Load, page: URL | undefined): boolean {
  const found = sourcesOf(policy, directive);
  if (!found) return true;
  const { sources } = found;
  if (load.nonce && sources.includes(`'nonce-${load.nonce}'`)) return true;
  const hashes = load.integrity?.split(/\s+/).filter(Boolean) ?? [];
  if (directive === 'script-src-elem') {
    if (hashes.length && hashes.every((hash) => sources.includes(`'${hash}'`))) return true;
    // Then the page trusts scripts only by nonce or hash.
    if (sources.some((source) => source.toLowerCase() === "'strict-dynamic'")) return false;
  }
  return sources.some((source) => matches(source, load.url, page));
}

/** The directive of a policy that blocks a load, and would have to list it; `undefined` when the policy allows the load. */
export const blockingDirective = (
  policy: Policy,
  directive: Directive,
  load: Load,
  page: URL | undefined,
): string | undefined =>
  allows(policy, directive, load, page) ? undefined : (sourcesOf(policy, directive)?.name ?? directive);

const algorithms = { sha256, sha384, sha512 };

/** A source that allows one style element, by the hash of its text. It is synchronous, and also works where a page is not secure. */
export const hashSource = (text: string, algorithm: keyof typeof algorithms = 'sha256'): string =>
  `'${algorithm}-${btoa(String.fromCharCode(...algorithms[algorithm](new TextEncoder().encode(text))))}'`;

/** Whether a policy allows a style element: with its hash or nonce, or any style where it names neither. */
export function allowsStyle(policy: Policy, text: string, nonce?: string): boolean {
  const { sources } = sourcesOf(policy, 'style-src-elem') ?? { sources: ["'unsafe-inline'"] };
  const strict = sources.filter((source) => /^'(?:nonce|sha\d+)-/i.test(source));
  if (!strict.length) return sources.some((source) => source.toLowerCase() === "'unsafe-inline'");
  const hashes = (['sha256', 'sha384', 'sha512'] as const).map((algorithm) => hashSource(text, algorithm));
  return strict.some((source) => hashes.includes(source) || (nonce && source === `'nonce-${nonce}'`));
}

/** Whether policies refuse a Trusted Types policy by its name, and also markup without one. */
export const refusesTrustedTypes = (policies: readonly Policy[], name: string): boolean =>
  policies.some((policy) => policy.has('require-trusted-types-for')) &&
  policies.some((policy) => {
    const names = policy.get('trusted-types');
    return names !== undefined && !names.includes('*') && !names.includes(name);
  });

/** A host source: scheme, host, port and path, of which only the host is required. */
const hostSource = /^(?:([a-z][a-z\d+.-]*):\/\/)?(\*|(?:\*\.)?[^/:*]+)(?::(\d+|\*))?(\/.*)?$/i;

function matches(source: string, url: URL, page: URL | undefined): boolean {
  if (source === '*') return /^(?:https?|wss?):$/.test(url.protocol) || url.protocol === page?.protocol;
  if (source.toLowerCase() === "'self'") return url.origin === page?.origin && url.origin !== 'null';
  if (/^[a-z][a-z\d+.-]*:$/i.test(source)) return sameScheme(source.toLowerCase(), url.protocol);
  const [, scheme, host = '', port, path] = hostSource.exec(source) ?? [];
  if (!host || !sameScheme(scheme ? `${scheme.toLowerCase()}:` : (page?.protocol ?? url.protocol), url.protocol))
    return false;
  return sameHost(host.toLowerCase(), url.hostname) && samePort(port, url) && samePath(path, url.pathname);
}

/** `http:` allows the secure scheme, too. */
const sameScheme = (allowed: string, scheme: string): boolean =>
  allowed === scheme || (allowed === 'http:' && scheme === 'https:');

const sameHost = (allowed: string, host: string): boolean =>
  allowed === '*' || (allowed.startsWith('*.') ? host.endsWith(allowed.slice(1)) : host === allowed);

const samePort = (allowed: string | undefined, { port, protocol }: URL): boolean =>
  allowed === '*' || (allowed ?? '') === port || (!port && allowed === (protocol === 'https:' ? '443' : '80'));

/** A path that ends with a slash allows everything in its folder. Paths are compared without percent-encoding. */
function samePath(allowed: string | undefined, path: string): boolean {
  if (!allowed || allowed === '/') return true;
  const [wanted, actual] = [decoded(allowed), decoded(path)];
  return wanted.endsWith('/') ? actual.startsWith(wanted) : actual === wanted;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * A source that allows an address: its origin, or exactly its file or folder. In a policy, a semicolon and a comma would end it.
 *
 * @param extent - `path` for what runs, so that nothing else on its server may
 */
export const sourceFor = ({ origin, pathname }: URL, extent: 'origin' | 'path'): string =>
  extent === 'origin' ? origin : origin + pathname.replaceAll(';', '%3B').replaceAll(',', '%2C');
