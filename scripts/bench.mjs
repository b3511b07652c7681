/**
 * Each widget against a bare Lit element with the same DOM and styles, and against plain HTML: time to rendered, many
 * copies, heap, layout shift. One run, in turns, in Chromium; writes docs/benchmarks.md.
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

/* global MutationObserver, document, indexedDB, requestAnimationFrame -- in functions that run on a page */

const { values } = parseArgs({ options: { runs: { type: 'string', default: '21' } } });
const runs = Number(values.runs);

/**
 * What is measured. Of the card the two ends: as little as makes one, and all that it can hold. Of the circle our own.
 * The words are expressions of the bare element, attributes of its tag.
 */
const cases = [
  {
    title: 'Contact card: a name and a number',
    widget: 'contact-card',
    many: 100,
    configuration: { name: 'Riverbend Family Center', telephone: '+1-503-555-0142' },
    words: ['Riverbend Family Center', '+1-503-555-0142'],
  },
  {
    title: 'Contact card: everything',
    widget: 'contact-card',
    many: 100,
    configuration: {
      name: 'Riverbend Family Center',
      employee: [{ name: 'Ana Ortiz', honorificSuffix: 'LCSW' }],
      telephone: '+1-503-555-0142',
      sms: '+1-503-555-0143',
      email: 'hello@riverbend.example',
      url: 'https://riverbend.example/',
      address: { streetAddress: '200 Example Street', addressLocality: 'Portland', addressRegion: 'OR' },
      openingHours: 'Mo-Th 09:00-12:00 13:00-17:30, Fr 09:00-13:00',
      specialOpeningHoursSpecification: [{ validFrom: '2026-12-24', validThrough: '2027-01-01' }],
      timeZone: 'America/Los_Angeles',
      now: '2026-12-02T10:00:00-08:00',
      responseTime: 'Within two days.',
      accepting: 'yes',
      availableLanguage: ['en', 'es'],
      contactPoint: [{ contactType: 'intake', telephone: '+1-503-555-0144', availableLanguage: 'es' }],
    },
    words: ['Riverbend Family Center', '+1-503-555-0142'],
  },
  {
    title: 'Circle diagram: our own, as a ring',
    widget: 'circle-diagram',
    many: 50,
    configuration: {},
    words: ['A road out, and a road home', 'You are home'],
  },
  {
    title: 'Reflection prompt: our own',
    widget: 'reflection-prompt',
    many: 50,
    configuration: { choice: 'order' },
    words: ['A quiet moment', 'Your words'],
  },
  {
    title: 'Sign-up form: a program with dates',
    widget: 'signup-form',
    many: 50,
    configuration: {
      name: 'Growing Secure',
      adapter: 'event',
      provider: { name: 'Riverbend Family Center', telephone: '+1-503-555-0142' },
      hasCourseInstance: [
        {
          '@id': '#tuesday',
          name: 'Tuesday evenings',
          startDate: '2027-02-16T18:30:00-08:00',
          courseSchedule: {
            repeatFrequency: 'P1W',
            repeatCount: 8,
            startTime: '18:30',
            endTime: '20:00',
            scheduleTimezone: 'America/Los_Angeles',
          },
          remainingAttendeeCapacity: 3,
        },
      ],
    },
    words: ['Growing Secure', 'Tuesday evenings'],
  },
];

/** Sizes that were promised, in kB with brotli. */
const budgets = { 'contact-card': 11, 'circle-diagram': 13, 'reflection-prompt': 13, 'signup-form': 14 };

/** Lets the page paint first, then brings the script, and says when everything is rendered and laid out. */
const script = (source, tag) => `<script type="module">
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  const start = performance.now();
  ${source ? `await import('${source}');` : ''}
  await Promise.all([...document.querySelectorAll('${tag}')].map((element) => element.updateComplete));
  document.body.getBoundingClientRect();
  globalThis.rendered = performance.now() - start;
</script>`;
const observe = `<script>
  globalThis.shift = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) globalThis.shift += value; })
    .observe({ type: 'layout-shift', buffered: true });
</script>`;
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
const viewport = { width: 800, height: 800 };

const tagOf = ({ widget, configuration }) =>
  `<haven-${widget}><script type="application/json">${JSON.stringify(configuration)}</script></haven-${widget}>`;

/** What a widget puts on the page: its DOM without Lit's markers, its CSS, and its height. */
async function takeApart(one) {
  files.set('/', ['text/html', page('', tagOf(one), script(`/${one.widget}.js`, `haven-${one.widget}`))]);
  const view = await browser.newPage({ viewport });
  await view.goto(origin);
  await view.waitForFunction(() => globalThis.rendered !== undefined);
  const found = await view.evaluate((tag) => {
    const element = document.querySelector(tag);
    const root = element.shadowRoot;
    return {
      html: root.querySelector('section').outerHTML.replace(/<!--.*?-->/g, ''),
      css: [...root.adoptedStyleSheets[0].cssRules].map(({ cssText }) => cssText).join('\n'),
      height: Math.ceil(element.getBoundingClientRect().height),
      nodes: root.querySelectorAll('*').length,
    };
  }, `haven-${one.widget}`);
  await view.close();
  return found;
}

/** A Lit element that renders the same elements, with some words as expressions. */
async function bareLit(tag, { html, css }, words) {
  const template = words.reduce(
    (text, word, index) => text.replaceAll(word, () => `\${this.word${index}}`),
    html.replaceAll('`', '\\`'),
  );
  const code = `import { html, LitElement, unsafeCSS } from 'lit';
    customElements.define('${tag}', class extends LitElement {
      static styles = unsafeCSS(${JSON.stringify(css)});
      static properties = { ${words.map((_, index) => `word${index}: {}`).join(', ')} };
      render() { return html\`${template}\`; }
    });`;
  const bundle = await rollup({
    input: tag,
    plugins: [
      { name: 'source', resolveId: (id) => (id === tag ? id : null), load: (id) => (id === tag ? code : null) },
      nodeResolve({ browser: true, exportConditions: ['production'] }),
      terser({ ecma: 2022, module: true }),
    ],
  });
  return (await bundle.generate({ format: 'es' })).output[0].code;
}

const ways = ['Havenkit', 'Bare Lit element', 'Plain HTML'];
for (const [index, one] of cases.entries()) {
  const { widget, many, words } = one;
  const built = readFileSync(`packages/embed/dist/${widget}.js`, 'utf8');
  files.set(`/${widget}.js`, ['text/javascript', built]);
  const parts = await takeApart(one);
  const tag = `bare-${widget}-${index}`;
  const lit = await bareLit(tag, parts, words);
  files.set(`/${tag}.js`, ['text/javascript', lit]);
  Object.assign(one, { nodes: parts.nodes, sizes: [built, lit].map(kB), results: {} });
  const room = `display: block; min-block-size: ${parts.height}px;`;
  const plainCss = parts.css.replace(/:host\(([^)]*)\)/g, '.host$1').replaceAll(':host', '.host');
  const litTag = `<${tag} ${words.map((word, at) => `word${at}="${word}"`).join(' ')}></${tag}>`;
  for (const count of [1, many]) {
    const of = [
      page(`haven-${widget} { ${room} }`, tagOf(one).repeat(count), script(`/${widget}.js`, `haven-${widget}`)),
      page(`${tag} { ${room} }`, litTag.repeat(count), script(`/${tag}.js`, tag)),
      page(plainCss, `<div class="host">${parts.html}</div>`.repeat(count), script('', 'none')),
    ];
    ways.forEach((way, at) => files.set(encodeURI(`/${index}/${way}/${count}`), ['text/html', of[at]]));
  }
}

/** One cold page. Work is the processor's time alone: what else the machine does is not in it. */
async function measure(path) {
  const context = await browser.newContext({ viewport });
  const view = await context.newPage();
  const session = await context.newCDPSession(view);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await view.goto(origin + encodeURI(path));
  await view.waitForFunction(() => globalThis.rendered !== undefined);
  await view.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
  const { metrics } = await session.send('Performance.getMetrics');
  const { shift, rendered } = await view.evaluate(() => ({ shift: globalThis.shift, rendered: globalThis.rendered }));
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await context.close();
  const work = metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  return { work, rendered, heap: usedSize / 1024, shift };
}

for (let run = -1; run < runs; run++)
  for (const [index, { many, results }] of cases.entries())
    for (const count of [1, many])
      for (const way of ways) {
        const result = await measure(`/${index}/${way}/${count}`);
        // The first round warms up.
        if (run >= 0) (results[`${way} ${count}`] ??= []).push(result);
      }

/** How long the last of fifty circles takes from the press of a key until its new stop is laid out. */
async function answer({ many }, index) {
  const view = await browser.newPage({ viewport });
  await view.goto(origin + encodeURI(`/${index}/${ways[0]}/${many}`));
  await view.waitForFunction(() => globalThis.rendered !== undefined);
  const times = await view.evaluate(async () => {
    const circle = [...document.querySelectorAll('haven-circle-diagram')].at(-1);
    const found = [];
    for (let step = 0; step < 8; step++) {
      const start = performance.now();
      circle.next();
      await circle.updateComplete;
      circle.getBoundingClientRect();
      found.push(performance.now() - start);
    }
    return found;
  });
  await view.close();
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}
/** Median time between two frames while the traveller moves from stop to stop, on a processor four times slower. */
async function frameTime(index) {
  const view = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  const session = await view.context().newCDPSession(view);
  await view.goto(origin + encodeURI(`/${index}/${ways[0]}/1`));
  await view.waitForFunction(() => globalThis.rendered !== undefined);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const gaps = await view.evaluate(async () => {
    const element = document.querySelector('haven-circle-diagram');
    const found = [];
    for (let step = 0; step < 8; step++) {
      element.next();
      await element.updateComplete;
      const [journey] = element.shadowRoot.querySelector('.traveler').getAnimations();
      let last = await new Promise(requestAnimationFrame);
      while (journey?.playState === 'running') {
        const now = await new Promise(requestAnimationFrame);
        found.push(now - last);
        last = now;
      }
    }
    return found;
  });
  await view.close();
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
}
/**
 * Opening the list of a thousand kept reflections: how long the page's one thread works for it, and the longest piece of
 * that. With a passphrase, everything is encrypted in one piece first; what is measured is opening it again.
 */
async function openThousand(index, passphrase) {
  const context = await browser.newContext({ viewport });
  const view = await context.newPage();
  await view.goto(origin + encodeURI(`/${index}/${ways[0]}/1`));
  await view.waitForFunction(() => globalThis.rendered !== undefined);
  const press = (name) => view.getByRole('button', { name, exact: true }).first().click();
  const list = view.getByText('What you have kept');
  await view.getByLabel('Your words').fill('The first of many');
  for (const name of ['I am done', 'Keep it on this device', 'Keep it here']) await press(name);
  await view.getByText('Saved on this device.').waitFor();
  await view.evaluate(async () => {
    const database = await new Promise((resolve) => {
      const request = indexedDB.open('havenkit-reflections');
      request.onsuccess = () => resolve(request.result);
    });
    const store = database.transaction('entries', 'readwrite').objectStore('entries');
    const first = await new Promise((resolve) => {
      store.getAll().onsuccess = ({ target }) => resolve(target.result[0]);
    });
    for (let count = 1; count < 1000; count++)
      store.put({ ...first, id: crypto.randomUUID(), text: 'Some words about a day. '.repeat(20) });
    await new Promise((resolve) => (store.transaction.oncomplete = resolve));
    database.close();
  });
  if (passphrase) {
    await list.click();
    await press('Set a passphrase');
    await view.getByLabel('New passphrase').fill(passphrase);
    await view.getByLabel('The same again').fill(passphrase);
    await press('Set a passphrase');
    await view.getByText('Done: Set a passphrase').waitFor();
  }
  await view.reload();
  await view.waitForFunction(() => globalThis.rendered !== undefined);
  if (passphrase) {
    await list.click();
    await view.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  }
  const session = await context.newCDPSession(view);
  await session.send('Performance.enable');
  const work = async () =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  await view.evaluate(() => {
    globalThis.longest = 0;
    new PerformanceObserver((all) => {
      for (const { duration } of all.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
    }).observe({ type: 'longtask' });
  });
  const before = await work();
  // Pressed and waited for with as little as can be: what drives the page works in it too.
  await view.evaluate(
    (control) => {
      const root = document.querySelector('haven-reflection-prompt').shadowRoot;
      root.querySelector(control).click();
      return new Promise((shown) => {
        new MutationObserver(
          () => root.querySelectorAll('.kept li').length > 19 && requestAnimationFrame(() => setTimeout(shown)),
        ).observe(root, { subtree: true, childList: true });
      });
    },
    passphrase ? '#panel [type=submit]' : '.kept summary',
  );
  const spent = (await work()) - before;
  // Tasks of less than 50 ms are not told of.
  const longest = await view.evaluate(() => globalThis.longest);
  await context.close();
  return { spent, longest };
}
const prompt = cases.findIndex(({ widget }) => widget === 'reflection-prompt');
const inClear = await openThousand(prompt);
const encrypted = await openThousand(prompt, 'a small boat in the rain');

const circle = cases.findIndex(({ widget }) => widget === 'circle-diagram');
const answered = await answer(cases[circle], circle);
const frame = await frameTime(circle);
const version = browser.version();
await browser.close();
server.close();

const median = (list, key) => list.map((result) => result[key]).sort((a, b) => a - b)[Math.floor(list.length / 2)];
const ratio = ({ results }, other, count, key) =>
  (median(results[`${ways[0]} ${count}`], key) / median(results[`${other} ${count}`], key)).toFixed(2);
function kB(file) {
  return (brotliCompressSync(file).length / 1000).toFixed(1);
}
const table = (head, body) => [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');

const sections = cases.map((one) => {
  const { title, many, nodes, results, sizes } = one;
  const rows = ways.map((way) => {
    const [single, several] = [results[`${way} 1`], results[`${way} ${many}`]];
    return [
      way,
      ...[single, several].flatMap((list) => [
        `${median(list, 'work').toFixed(0)} ms`,
        way === 'Plain HTML' ? '' : `${median(list, 'rendered').toFixed(0)} ms`,
        `${median(list, 'heap').toFixed(0)} kB`,
      ]),
      Math.max(...[...single, ...several].map(({ shift }) => shift)).toFixed(3),
    ];
  });
  for (const other of ways.slice(1))
    rows.push([
      `Ratio to ${other === 'Plain HTML' ? 'plain HTML' : 'bare Lit'}`,
      ...[1, many].flatMap((count) =>
        ['work', 'rendered', 'heap'].map((key) =>
          // Plain HTML is rendered before there is anything to wait for.
          other === 'Plain HTML' && key === 'rendered' ? '' : ratio(one, other, count, key),
        ),
      ),
      '',
    ]);
  return `## ${title}\n\n${nodes} elements; ${sizes[0]} kB with brotli, the bare Lit element ${sizes[1]} kB.\n\n${table(['', 'One: work', 'rendered', 'heap', `${many}: work`, 'rendered', 'heap', 'Layout shift'], rows)}`;
});

const judged = (name, measured, most, unit = '') => [
  name,
  `${measured}${unit}`,
  Number(measured) <= most ? 'met' : 'not met',
];
const targets = cases.flatMap((one) => [
  judged(`${one.title}, one: at most 1.3 times the work of bare Lit`, ratio(one, ways[1], 1, 'work'), 1.3),
  judged(`${one.title}, ${one.many}: at most 2 times`, ratio(one, ways[1], one.many, 'work'), 2),
  judged(
    `${one.title}: no layout shift`,
    Math.max(...[1, one.many].flatMap((count) => one.results[`${ways[0]} ${count}`].map(({ shift }) => shift))).toFixed(
      3,
    ),
    0,
  ),
]);
targets.push(
  judged('One of 50 circles, from a step to its layout: at most 50 ms', answered.toFixed(1), 50, ' ms'),
  judged(
    'Between two frames while the traveller moves, processor four times slower: at most 17 ms',
    frame.toFixed(1),
    17,
    ' ms',
  ),
  ...[
    ['in clear', inClear],
    ['with a passphrase', encrypted],
  ].flatMap(([how, { spent, longest }]) => [
    judged(`Opening 1,000 kept reflections ${how}: at most 100 ms of work`, spent.toFixed(0), 100, ' ms'),
    judged(`The same: no task of more than 50 ms`, longest.toFixed(0), 50, ' ms'),
  ]),
  ...Object.entries(budgets).map(([widget, most]) =>
    judged(
      `${widget}.js: at most ${most} kB with brotli`,
      cases.find((one) => one.widget === widget).sizes[0],
      most,
      ' kB',
    ),
  ),
);

const text = `# Benchmarks

\`npm run bench\` writes this page: ${new Date().toISOString().slice(0, 10)}, Chromium ${version}, ${runs} cold pages of each kind in
turns, files over loopback, medians.

- **Havenkit**: the built file of the widget, configured by a JSON child.
- **Bare Lit element**: a \`LitElement\` that renders the same elements with the same CSS from one template, finished
  text and places included. It parses no configuration, measures nothing, knows no language, no time and no problem.
- **Plain HTML**: the same elements and CSS in the page itself.

Work is the processor's time for the whole page, which does not depend on what else the machine does. Rendered is the
time from the moment the script is asked for, after the first paint, until everything is rendered and laid out; it does.
Heap is what JavaScript holds after garbage collection. Layout shift is the worst of all runs, with the space reserved as
[the snippet](../packages/embed/README.md) says.

${sections.join('\n\n')}

## Targets

${table(['Target', 'Measured', ''], targets)}
`;
writeFileSync('docs/benchmarks.md', await format(text, { parser: 'markdown', printWidth: 120 }));
console.log(text);
