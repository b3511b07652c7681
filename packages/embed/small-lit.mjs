/**
 * Puts the small part of Lit that the widgets use (lib/small-lit.mjs) into the CDN files, which saves 1.5 kB in each, and
 * stops the build at a source that would need the rest.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const small = fileURLToPath(new URL('lib/small-lit.mjs', import.meta.url));

/** What a widget may import from Lit. */
const allowed = new Set(['html', 'nothing', 'render']);

/** What the small part does not know. */
const unknown = [
  ['a property or a boolean attribute', /\s[.?][\w-]+=["']?\$\{/],
  ['a comment in a template', /<!--/],
  ['a value within a raw text element', /<(textarea|title|style|script)\b(?:\$\{[^}]*\}|[^>`])*>[^<`]*\$\{/],
  ['the mark of a value in an attribute', /\{\}[^`;]*<\//],
];

/**
 * @param {string} policy - name of the Trusted Types policy. With Lit's own, a page that lists its policies or has a second
 * Lit would stop our file from loading
 * @returns {import('rollup').Plugin}
 */
export function smallLit(policy) {
  return {
    name: 'small-lit',
    resolveId: (id) => (id === 'lit/html.js' ? small : null),
    load: (id) => (id === small ? readFileSync(small, 'utf8').replace('lit-html', policy) : null),
    transform: {
      order: 'pre',
      handler(code, id) {
        if (id === small) return;
        for (const [, names = '', from] of code.matchAll(/import\s*\{([^}]*)\}\s*from\s*['"](lit[^'"]*)['"]/g)) {
          if (from !== 'lit/html.js' || names.split(',').some((name) => name.trim() && !allowed.has(name.trim())))
            this.error(`${id} imports {${names}} from ${from}: the CDN files have html, nothing and render alone.`);
          for (const [what, form] of unknown)
            if (form.test(code))
              this.error(`${id} has ${what}, which the CDN files cannot show: see lib/small-lit.mjs.`);
        }
      },
    },
  };
}
