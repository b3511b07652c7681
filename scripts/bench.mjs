/**
 * The contact card against a bare Lit element with the same DOM and styles, and against plain HTML: time to rendered,
 * a hundred copies, heap, layout shift. One run, in turns, in Chromium; writes docs/benchmarks.md.
 *
 *   npm run build && npm run bench [-- --runs 21]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { format } from 'prettier';
import { rollup } from 'rollup';
import { chromiumArgs, requireBrowsers } from './browsers.mjs';

/* global document, requestAnimationFrame -- in functions that run on a page */

const { values } = parseArgs({ options: { runs: { type: 'string', default: '21' } } });
const runs = Number(values.runs);
const cdn = readFileSync('packages/embed/dist/contact-card.js', 'utf8');

const attributes =
  'name="Riverbend Family Center" clinician="Ana Ortiz" credentials="LCSW" telephone="+1-503-555-0142"';

/** Says when everything is rendered and laid out, in milliseconds since the navigation began. */
const done = (ready) => `<script type="module">
  ${ready}
  document.body.getBoundingClientRect();
  globalThis.rendered = performance.now();
</script>`;
const observe = `<script>
  globalThis.shift = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) globalThis.shift += value; })
    .observe({ type: 'layout-shift', buffered: true });
</script>`;
const allUpdated = (tag) =>
  `await Promise.all([...document.querySelectorAll('${tag}')].map((element) => element.updateComplete));`;
const page = (style, body, scripts) =>
  `<!doctype html><html lang="en"><head><title>Benchmark</title>${observe}<style>${style}</style></head><body>${body}<p>What stands behind it.</p>${scripts}</body></html>`;

const [{ executablePath, source }] = requireBrowsers(['chromium']);
const browser = await chromium.launch({ args: chromiumArgs, ...(source === 'system' && { executablePath }) });

const files = new Map();
const server = createServer((request, response) => {
  const [type, content] = files.get(request.url) ?? ['text/plain', ''];
  response.writeHead(content ? 200 : 404, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(content);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
const origin = `http://127.0.0.1:${server.address().port}`;

/** What the card puts on the page: its DOM without Lit's markers, its CSS, and its height. */
async function rendered() {
  files.set('/card.js', ['text/javascript', cdn]);
  files.set('/', [
    'text/html',
    page('', `<haven-contact-card ${attributes}></haven-contact-card>`, done('import "/card.js";')),
  ]);
  const view = await browser.newPage({ viewport: { width: 800, height: 800 } });
  await view.goto(origin);
  const found = await view.evaluate(() => {
    const element = document.querySelector('haven-contact-card');
    const root = element.shadowRoot;
    return {
      html: root.querySelector('section').outerHTML.replace(/<!--.*?-->/g, ''),
      css: [...root.adoptedStyleSheets[0].cssRules].map(({ cssText }) => cssText).join('\n'),
      height: Math.ceil(element.getBoundingClientRect().height),
      nodes: root.querySelectorAll('*').length,
    };
  });
  await view.close();
  return found;
}

/** A Lit element that does nothing but render the same template, with the values that change as expressions. */
async function bareLit({ html, css }) {
  const template = html
    .replaceAll('`', '\\`')
    .replaceAll('Riverbend Family Center', '${this.name}')
    .replaceAll('Ana Ortiz', '${this.clinician}')
    .replaceAll('+1-503-555-0142', '${this.telephone}');
  const code = `import { html, LitElement, unsafeCSS } from 'lit';
    customElements.define('bare-card', class extends LitElement {
      static styles = unsafeCSS(${JSON.stringify(css)});
      static properties = { name: {}, clinician: {}, telephone: {} };
      render() { return html\`${template}\`; }
    });`;
  const bundle = await rollup({
    input: 'bare-card',
    plugins: [
      {
        name: 'source',
        resolveId: (id) => (id === 'bare-card' ? id : null),
        load: (id) => (id === 'bare-card' ? code : null),
      },
      nodeResolve({ browser: true, exportConditions: ['production'] }),
      terser({ ecma: 2022, module: true }),
    ],
  });
  return (await bundle.generate({ format: 'es' })).output[0].code;
}

const card = await rendered();
const lit = await bareLit(card);
files.set('/lit.js', ['text/javascript', lit]);
const space = (tag) => `${tag} { display: block; min-block-size: ${card.height}px; }`;
const plainCss = card.css.replace(/:host\(([^)]*)\)/g, '.host$1').replaceAll(':host', '.host');

const variants = {
  'Contact card': (count) =>
    page(
      space('haven-contact-card'),
      `<haven-contact-card ${attributes}></haven-contact-card>`.repeat(count),
      done(`import "/card.js"; ${allUpdated('haven-contact-card')}`),
    ),
  'Bare Lit element': (count) =>
    page(
      space('bare-card'),
      `<bare-card ${attributes}></bare-card>`.repeat(count),
      done(`import "/lit.js"; ${allUpdated('bare-card')}`),
    ),
  'Plain HTML': (count) => page(plainCss, `<div class="host">${card.html}</div>`.repeat(count), done('')),
};
for (const [name, html] of Object.entries(variants))
  for (const count of [1, 100]) files.set(`/${encodeURIComponent(name)}/${count}`, ['text/html', html(count)]);

/** One cold page: a new context, a slow processor as in a phone. */
async function measure(name, count) {
  const context = await browser.newContext({ viewport: { width: 800, height: 800 } });
  const view = await context.newPage();
  const session = await context.newCDPSession(view);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await view.goto(`${origin}/${encodeURIComponent(name)}/${count}`);
  const time = await (await view.waitForFunction(() => globalThis.rendered)).jsonValue();
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await view.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
  const shift = await view.evaluate(() => globalThis.shift);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await context.close();
  return { time, heap: usedSize / 1024, shift };
}

const results = {};
for (let run = -1; run < runs; run++)
  for (const count of [1, 100])
    for (const name of Object.keys(variants)) {
      const result = await measure(name, count);
      // The first round warms up.
      if (run >= 0) ((results[name] ??= {})[count] ??= []).push(result);
    }
const version = browser.version();
await browser.close();
server.close();

const sorted = (list, key) => list.map((result) => result[key]).sort((a, b) => a - b);
const median = (list, key) => sorted(list, key)[Math.floor(list.length / 2)];
const spread = (list, key) => {
  const all = sorted(list, key);
  return `${all[Math.floor(all.length / 4)].toFixed(0)}–${all[Math.floor((all.length * 3) / 4)].toFixed(0)}`;
};
const size = { 'Contact card': cdn, 'Bare Lit element': lit };
const rows = Object.keys(variants).map((name) => {
  const [one, hundred] = [results[name][1], results[name][100]];
  return [
    name,
    size[name] ? `${(brotliCompressSync(size[name]).length / 1000).toFixed(1)} kB` : '0',
    `${median(one, 'time').toFixed(0)} ms (${spread(one, 'time')})`,
    `${median(hundred, 'time').toFixed(0)} ms (${spread(hundred, 'time')})`,
    `${median(one, 'heap').toFixed(0)} kB`,
    `${median(hundred, 'heap').toFixed(0)} kB`,
    Math.max(...[...one, ...hundred].map(({ shift }) => shift)).toFixed(3),
  ];
});
const ratio = (other, count, key) =>
  (median(results['Contact card'][count], key) / median(results[other][count], key)).toFixed(2);
const ratios = ['Bare Lit element', 'Plain HTML'].map((other) => [
  `Contact card to ${other.toLowerCase()}`.replace('lit', 'Lit').replace('html', 'HTML'),
  ratio(other, 1, 'time'),
  ratio(other, 100, 'time'),
  ratio(other, 1, 'heap'),
  ratio(other, 100, 'heap'),
]);
const judged = (measured, least, unit = '') => [
  `${measured}${unit}`,
  Number.parseFloat(measured) <= least ? 'met' : 'not met',
];
const targets = [
  ['One card: at most 1.3 times a bare Lit element', ...judged(ratio('Bare Lit element', 1, 'time'), 1.3)],
  ['A hundred: at most 2 times', ...judged(ratio('Bare Lit element', 100, 'time'), 2)],
  ['No layout shift', ...judged(rows[0].at(-1), 0)],
  [
    'contact-card.js: at most 11 kB with brotli',
    ...judged((brotliCompressSync(cdn).length / 1000).toFixed(1), 11, ' kB'),
  ],
];
const table = (head, body) => [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');

const text = `# Benchmarks

\`npm run bench\` writes this page: ${new Date().toISOString().slice(0, 10)}, Chromium ${version}, ${runs} cold pages of each kind in
turns, the processor slowed down four times, files over loopback.

- **Contact card**: the built \`contact-card.js\` with a name, a clinician and a number, ${card.nodes} elements in its shadow root.
- **Bare Lit element**: \`LitElement\` that renders the same elements with the same CSS from one template. It parses no
  configuration, knows no language and fires no events.
- **Plain HTML**: the same elements and CSS in the page itself.

Time is from the start of the navigation until everything is rendered and laid out: median, and the middle half of the
runs. Heap is what JavaScript holds after garbage collection. Layout shift is the worst of all runs, with the space
reserved as [the snippet](../packages/embed/README.md) says.

${table(['', 'File (brotli)', 'One', 'A hundred', 'Heap, one', 'Heap, a hundred', 'Layout shift'], rows)}

## Ratios

${table(['', 'One', 'A hundred', 'Heap, one', 'Heap, a hundred'], ratios)}

## Targets

${table(['Target', 'Measured', ''], targets)}

The file is over its target with every function of the card in it: Lit's templates take 2.8 kB of it, opening hours 2.0,
styles and theme 2.3, configuration and problems told 2.6, the vCard 0.7. \`.size-limit.json\` holds it where it is until
it is smaller.
`;
writeFileSync('docs/benchmarks.md', await format(text, { parser: 'markdown', printWidth: 120 }));
console.log(text);
