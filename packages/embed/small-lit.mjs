/**
 * Puts the small part of Lit that the widgets use (lib/small-lit.mjs) into the CDN files, and stops the build at whatever
 * would need the rest: it saves a kilobyte in each.
 */
import { readFileSync } from 'node:fs';

const small = new URL('lib/small-lit.mjs', import.meta.url);

/** What a widget may import from Lit. */
const allowed = new Set(['html', 'nothing', 'render']);

/** Forms of a template that the small part does not know, by what they are. */
const unknown = {
  'a property or boolean attribute': /\s[.?][\w-]+=(["']?)\$\{/,
  comment: /<!--/,
  'value within a raw text element': /<(textarea|title|style|script)\b[^<]*>[^<]*\$\{[^<]*<\/\1>/,
  'mark of a value': /\{\}[^`]*<\//,
};

/**
 * @param {string} policy - name of the Trusted Types policy: Lit's own would stop a second Lit on the page
 * @returns {import('rollup').Plugin}
 */
export function smallLit(policy) {
  return {
    name: 'small-lit',
    resolveId: (id) => (id === 'lit/html.js' ? small.pathname : null),
    load: (id) => (id === small.pathname ? readFileSync(small, 'utf8').replace('lit-html', policy) : null),
  };
}
