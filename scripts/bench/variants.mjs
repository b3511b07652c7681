// Three ways to make the same card: ours from its built file, a bare Lit element, and HTML without script.
import { readFileSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import { cards } from './cards.mjs';

const built = 'packages/embed/dist/contact-card.js';
const text = (/** @type {string} */ file) => readFileSync(new URL(file, import.meta.url), 'utf8');

/** Width of the measured pages, and a height that the whole card fits in: only what is in view can move. */
export const viewport = { width: 1024, height: 1600 };

/** The three ways. `event` is what an element fires when it is rendered. */
export const ways = /** @type {const} */ ({
  haven: { title: 'Havenkit', event: 'haven-ready' },
  lit: { title: 'bare Lit', event: 'bare-ready' },
  html: { title: 'plain HTML', event: '' },
});

/** @param {string} words */
const escape = (words) => words.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** What stands between the tags of both elements, as in the snippet that we print. */
const children = '<p>Riverbend Family Center, <a href="tel:+15035550142">+1-503-555-0142</a></p>';

/** Bundles a module as the CDN files are, but for the names in its templates, which are written short already. */
async function bundle(/** @type {string} */ code) {
  const name = new URL('bare-lit-element.js', import.meta.url).pathname;
  const output = await rollup({
    input: name,
    plugins: [
      { name: 'bare', resolveId: (id) => (id === name ? id : null), load: (id) => (id === name ? code : null) },
      nodeResolve({ browser: true, exportConditions: ['production'] }),
      terser({ ecma: 2022, module: true, compress: { passes: 3, unsafe_arrows: true } }),
    ],
  });
  const { output: chunks } = await output.generate({ format: 'es', compact: true });
  return chunks[0].code;
}

/** The Lit element that anybody would write first, with its nodes, values and CSS given. */
const bareLit = (/** @type {{ template: string, values: string[], css: string }} */ { template, values, css }) => `
import { LitElement, html, unsafeCSS } from 'lit';
const data = ${JSON.stringify(values)};
class BareCard extends LitElement {
  static styles = unsafeCSS(${JSON.stringify(css)});
  static properties = { data: { attribute: false } };
  constructor() {
    super();
    this.data = data;
  }
  used = () => this.dispatchEvent(new Event('used'));
  firstUpdated() {
    this.dispatchEvent(new CustomEvent('bare-ready', { bubbles: true, composed: true }));
  }
  render() {
    const d = this.data;
    return html\`${template.replaceAll('`', '\\`')}\`;
  }
}
customElements.define('bare-card', BareCard);
`;

/** @param {keyof typeof ways} way @param {string} card @param {number} copies @param {string} body @param {number} height */
const page = (way, card, copies, body, height) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Benchmark</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page-${card}.css">
${way === 'html' ? `<link rel="stylesheet" href="/card-${card}.css">` : ''}
<script src="/probe.js" data-copies="${copies}" data-event="${ways[way].event}"></script>
${way === 'html' ? '' : `<script type="module" src="/element-${way}-${card}.js"></script>`}
<body>
<h1>Before</h1>
${body.repeat(copies)}
<p>After</p>
<!-- ${height} -->
</html>`;

/**
 * Everything that the server of the benchmark serves.
 *
 * @param {import('@playwright/test').Browser} browser - renders each card once, to see its nodes
 */
export async function prepare(browser) {
  /** @type {Map<string, string>} */
  const files = new Map([
    ['/probe.js', text('probe.js')],
    ['/capture.js', text('capture.js')],
  ]);
  return { files, serve: null };
}
