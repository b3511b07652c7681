/**
 * What the component tests' server offers beside the modules, to tests only.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Runs before anything of the page, and records what its policy refuses and what is thrown. */
const record = `
const violations = [], errors = [];
Object.assign(window, { testPage: { violations, errors } });
addEventListener('error', ({ message }) => message && errors.push(message));
addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
  violations.push([effectiveDirective, blockedURI, sample].filter(Boolean).join(' ')));
`;

/**
 * Lets one more script run under a policy, by its nonce.
 *
 * @param {string} csp
 * @param {string} nonce
 */
const allow = (csp, nonce) =>
  csp
    .split(',')
    .map((policy) => {
      const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
      const named = (/** @type {string} */ name) => directives.find(([first]) => first?.toLowerCase() === name);
      const scripts = named('script-src-elem') ?? named('script-src');
      const fallback = named('default-src')?.slice(1);
      if (scripts) scripts.push(`'nonce-${nonce}'`);
      else if (fallback) directives.push(['script-src', ...fallback, `'nonce-${nonce}'`]);
      // Beside another source, 'none' would only draw a warning.
      return directives
        .map((words) => words.filter((word) => words.length === 2 || word !== "'none'").join(' '))
        .join('; ');
    })
    .join(', ');

/**
 * - `/__page/?csp=…&body=…`: a page of that body with that Content-Security-Policy, for test-support's `pageWith`.
 * - The built CDN files, byte for byte as a host serves them: none of the runner's plugins may touch them.
 *
 * @type {import('@web/test-runner').TestRunnerConfig['middleware'] extends (infer M)[] | undefined ? M : never}
 */
export function testPages(context, next) {
  if (context.path === '/__page/') {
    const nonce = randomUUID();
    const { csp, body = '' } = context.query;
    if (csp) context.set('Content-Security-Policy', allow(`${csp}`, nonce));
    context.set('Cache-Control', 'no-store');
    context.type = 'html';
    context.body =
      `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Test page</title>` +
      `<script nonce="${nonce}">${record}</script></head><body>${body}</body></html>`;
    return undefined;
  }
  const path = normalize(context.path);
  if (!path.startsWith('/packages/embed/dist/')) return next();
  try {
    context.body = readFileSync(join(root, path));
    context.type = /\.[^.]*$/.exec(path)?.[0] ?? '';
    context.set('Access-Control-Allow-Origin', '*');
  } catch {
    context.status = 404;
  }
  return undefined;
}
