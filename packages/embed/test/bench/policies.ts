/** Pages whose headers or doctype restrict what runs on them. */
import { parsePolicies } from '../../src/check/content-security-policy.ts';
import { files } from '../embedded.page.ts';
import type { Content, Host } from './host.ts';
import { pageOf } from './pages.ts';

/** Allows nothing but what the embed builder prints for the four widgets. */
function strictPolicy({ policies }: Content): string {
  const directives = new Map<string, readonly string[]>([
    ['default-src', ["'none'"]],
    // The empty icon of the page.
    ['img-src', ['data:']],
    ['base-uri', ["'none'"]],
    ['form-action', ["'none'"]],
    ['require-trusted-types-for', ["'script'"]],
    ['trusted-types', ["'none'"]],
  ]);
  for (const [name, sources] of policies.flatMap(parsePolicies).flatMap((policy) => [...policy])) {
    const others = (directives.get(name) ?? []).filter((source) => source !== "'none'");
    directives.set(name, [...new Set([...others, ...sources])]);
  }
  return [...directives].map((directive) => directive.flat().join(' ')).join('; ');
}

/** The snippets as they are for a page that may load only what says that it may be loaded. */
const withCrossOrigin = (html: string): string =>
  html.replaceAll(`src="${files}`, `crossorigin="anonymous" src="${files}`);

export const policies: readonly Host[] = [
  {
    name: 'Strict Content Security Policy with Trusted Types',
    imitates:
      'The page allows what the embed builder prints, and nothing else: Havenkit’s files, policies and endpoint, the styles of the snippets, no inline script.',
    headers: (content) => ({ 'content-security-policy': strictPolicy(content) }),
    reservesRoom: true,
    pages: ({ pasted }) => ({ '/': pageOf(pasted) }),
  },
  {
    name: 'Cross-origin isolation (COEP)',
    thorough: ['loader', 'html'],
    imitates:
      'The page has `Cross-Origin-Embedder-Policy: require-corp`. The files are sent with `Cross-Origin-Resource-Policy: cross-origin`, and ' +
      '`frame.html` with the page’s own header, too.',
    headers: {
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
    },
    fileHeaders: {
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'cross-origin',
    },
    pages: ({ pasted }) => ({ '/': pageOf(withCrossOrigin(pasted)) }),
  },
  {
    name: 'Quirks mode',
    thorough: ['loader', 'frame', 'html'],
    imitates: 'The page has no doctype.',
    pages: ({ pasted }) => ({ '/': pageOf(pasted, '', '') }),
  },
];
