/** Middleware of the component tests' server: test pages with their own policy (see page.ts), and the CDN files. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, posix } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** Runs before everything else on the page, and records policy violations and uncaught errors. */
const recorder = `
const violations = [], errors = [];
Object.assign(window, { testPage: { violations, errors } });
addEventListener('error', ({ message }) => message && errors.push(message));
addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
  violations.push([effectiveDirective, blockedURI, sample].filter(Boolean).join(' ')));
`;

/**
 * Allows the recorder in a policy, by its nonce.
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
      // Browsers warn about 'none' next to another source.
      return directives
        .map((parts) => parts.filter((part) => parts.length === 2 || part !== "'none'").join(' '))
        .join('; ');
    })
    .join(', ');

/**
 * - `/__page/?csp=…&body=…`: a page with that body and that Content-Security-Policy, for `pageWith`.
 * - `/packages/embed/dist/…`: the built files as a CDN serves them, unchanged by the plugins of the test runner.
 *
 * @type {import('@web/test-runner').TestRunnerConfig['middleware'] extends (infer M)[] | undefined ? M : never}
 */
export async function testPages(context, next) {
  if (context.path === '/__page/') {
    const nonce = randomUUID();
    const { csp, body = '' } = context.query;
    if (csp) context.set('Content-Security-Policy', allow(`${csp}`, nonce));
    context.set('Cache-Control', 'no-store');
    context.type = 'html';
    context.body =
      `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Test page</title>` +
      `<script nonce="${nonce}">${recorder}</script></head><body>${body}</body></html>`;
    return;
  }
  const path = posix.normalize(context.path);
  if (!path.startsWith('/packages/embed/dist/')) return next();
  try {
    context.body = await readFile(join(root, path));
    context.type = extname(path);
    context.set('Access-Control-Allow-Origin', '*');
  } catch {
    context.status = 404;
  }
}
