/** Pages whose headers or doctype restrict what runs on them. */
import { trustedTypes } from '../../src/policies.ts';
import { files, home } from '../embedded.page.ts';
import type { Host } from './host.ts';
import { pageOf } from './pages.ts';

const widgetFiles = [
  'circle-diagram.js',
  'contact-card.js',
  'reflection-prompt.js',
  'signup-form.js',
  'haven.js',
  'loader.js',
];
const strict = [
  "default-src 'none'",
  'script-src https://widgets.example',
  'frame-src https://widgets.example',
  `connect-src ${home}signups`,
  `form-action ${home}signups`,
  'img-src data:',
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  trustedTypes(Object.fromEntries(widgetFiles.map((file) => [file, 0]))),
].join('; ');

/** The snippets as they are for a page that may load only what says that it may be loaded. */
const withCrossOrigin = (html: string): string =>
  html.replaceAll(`src="${files}`, `crossorigin="anonymous" src="${files}`);

export const policies: readonly Host[] = [
  {
    name: 'Strict Content Security Policy with Trusted Types',
    imitates: 'The page allows Havenkit’s files, policies and endpoint, and nothing else: no inline script or style.',
    headers: { 'content-security-policy': strict },
    // The HTML form then looks as the page does.
    expectedProblems: /^Applying inline style violates/,
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
